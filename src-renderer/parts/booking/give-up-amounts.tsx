import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { type AmountClaim, type ClaimAmount, ClaimAmounts } from './claim-amounts.tsx';
import { claimsOf, isOwed } from './claims.ts';
import { claimAmountsTexts as texts } from './dialogs.nl.ts';

export type GiveUpProps = {
  readonly household: HouseholdPage;
  /** Chosen to begin with. */
  readonly invoiceIds: readonly number[];
  readonly onClose: () => void;
};

/** What of a household can be given up, and what is chosen when the dialog opens: each for the whole of what is open. */
export function givingUp(
  household: HouseholdPage,
  invoiceIds: readonly number[],
): {
  readonly choices: readonly AmountClaim[];
  readonly startingItems: { readonly invoiceId: number; readonly amountCents: number }[];
} {
  const claims = claimsOf(household).filter(isOwed);
  return {
    choices: claims.map(({ invoiceId, number, pupilName, billingGroup, openCents }) => ({
      invoiceId,
      number,
      pupilName,
      billingGroup,
      mostCents: openCents,
    })),
    startingItems: claims
      .filter(({ invoiceId }) => invoiceIds.includes(invoiceId))
      .map(({ invoiceId, openCents }) => ({ invoiceId, amountCents: openCents })),
  };
}

/** The claims of a form that gives up, between its `Controller` and the table. */
export function GiveUpAmounts({
  choices,
  folded,
  field,
  missing,
}: {
  readonly choices: readonly AmountClaim[];
  readonly folded: boolean;
  readonly field: {
    readonly value: readonly ClaimAmount[];
    readonly onChange: (items: readonly ClaimAmount[]) => void;
  };
  /** The form was refused for what is chosen. */
  readonly missing: boolean;
}) {
  return (
    <ClaimAmounts
      claims={choices}
      folded={folded}
      items={field.value}
      onItems={field.onChange}
      error={missing && field.value.length === 0 ? texts.choose : null}
    />
  );
}
