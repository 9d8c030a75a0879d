import type { PlainDate } from '../calendar/plain-date.ts';
import type { Liability } from '../people/contract.ts';
import { type Attributed, owedShares } from '../people/owed-share.ts';
import { type NamedPart, namedParts, type SharedClaim } from './named-parts.ts';

/** A claim as a decision about money needs it: where it stands, and who owes it. */
export type Claim = {
  readonly invoiceId: number;
  readonly schoolId: number;
  readonly householdId: number;
  readonly pupilId: number;
  readonly kind: 'invoice' | 'creditNote' | 'credit';
  readonly number: string;
  readonly pupilName: string;
  /** Signed cents: what is owed is positive. */
  readonly openCents: number;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  /** Of a credit: whose money it is; null: the household's. */
  readonly payerId: number | null;
  /** In force on the issue date. */
  readonly liabilities: readonly Liability[];
  /** Per payer what stands on the own share. */
  readonly attributed: Attributed;
};

/** The payer has a share of his own in the claim, so that what he pays lowers only that share. */
export function hasOwnShare(claim: Claim, payerId: number): boolean {
  return claim.liabilities.some((one) => one.payerId === payerId && one.kind === 'split');
}

/**
 * What a payer owes of a claim now, signed cents: joint the whole, split what is left of the share, 0 when he owes nothing of
 * it. A credit that is one payer's money is that payer's whole.
 */
export function owedBy(claim: Claim, payerId: number): number {
  if (claim.payerId !== null) return claim.payerId === payerId ? claim.openCents : 0;
  return owedShares(claim.openCents, claim.liabilities, claim.attributed).get(payerId) ?? 0;
}

/** On whose name an amount stands that is paid on a claim: first on the own share of the payer, where shares are split. */
export function paidParts(claim: Claim, amountCents: number, payerId: number | null): NamedPart[] {
  return namedParts(sharedClaim(claim), 'lowers', amountCents, payerId);
}

/** On whose name an amount stood that leaves a claim which stands below zero: of this payer, then of whoever paid too much. */
export function leavingCreditParts(claim: Claim, amountCents: number, payerId: number | null = null): NamedPart[] {
  if (claim.kind === 'credit') return [{ payerId: null, amountCents }];
  return namedParts(sharedClaim(claim), 'raises', amountCents, payerId);
}

/** The claim as it stands after these parts were paid on it (`lowers`), or left it (`raises`). */
export function afterParts(claim: Claim, parts: readonly NamedPart[], direction: 'lowers' | 'raises'): Claim {
  const sign = direction === 'lowers' ? -1 : 1;
  const attributed = new Map(claim.attributed);
  let { openCents } = claim;
  for (const { payerId, amountCents } of parts) {
    openCents += sign * amountCents;
    if (payerId !== null) attributed.set(payerId, (attributed.get(payerId) ?? 0) + sign * amountCents);
  }
  return { ...claim, openCents, attributed };
}

function sharedClaim({ openCents: balanceCents, liabilities, attributed: namedCents }: Claim): SharedClaim {
  return { balanceCents, liabilities, namedCents };
}
