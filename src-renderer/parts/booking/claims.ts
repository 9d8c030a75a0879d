import type { HouseholdInvoice, HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents } from '#shared/money/cents.ts';

/** A claim of a household as the booking dialogs speak of it. */
export type Claim = HouseholdInvoice & { readonly schoolId: number | null };

/** What a dialog about one claim is given. */
export type ClaimDialogProps = {
  readonly household: HouseholdPage;
  readonly invoiceId: number;
  readonly onClose: () => void;
};

/** Every claim of a household, with the school that it belongs to. */
export function claimsOf(household: HouseholdPage): readonly Claim[] {
  return household.invoices.map((invoice) => ({
    ...invoice,
    schoolId: household.pupils.find(({ pupilId }) => pupilId === invoice.pupilId)?.schoolId ?? null,
  }));
}

/** Something is owed on it. */
export const isOwed = ({ openCents }: Pick<Claim, 'openCents'>): boolean => openCents > 0;

/** Money of the household stands on it: a credit, a credit note, an invoice that was paid too much. */
export const isCredit = ({ openCents }: Pick<Claim, 'openCents'>): boolean => openCents < 0;

/** "2026-10412 · Noor Abeel · maandrekening · € 84,50"; `amount` when another amount matters than what is open. */
export function claimLabel({ number, pupilName, billingGroup, openCents }: Claim, amount?: string): string {
  return [number, pupilName, billingGroup, amount ?? formatCents(openCents)].join(' · ');
}

export function findClaim(claims: readonly Claim[], invoiceId: number | null | undefined): Claim | undefined {
  return claims.find((claim) => claim.invoiceId === invoiceId);
}
