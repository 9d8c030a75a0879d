import { formatCents } from '../money/cents.ts';
import type { DifferenceLine } from '../approvals/contract.ts';
import type { Claim } from './claim.ts';
import type { PostingKind } from './posting-kinds.ts';

/** A claim as the rules that move money look at it. */
export type MoneyClaim = Claim & {
  /** Money that came in on it and is still there: receipts and transfers to it, less what was given back or moved on. */
  readonly receivedCents: number;
};

/** What those rules look at, as the state that a request was computed from; when any of it changes, so did the request. */
export function stateOf(claim: MoneyClaim): Readonly<Record<string, unknown>> {
  const { invoiceId, schoolId, householdId, payerId, openCents, receivedCents, liabilities, attributed } = claim;
  return {
    invoiceId,
    schoolId,
    householdId,
    payerId,
    openCents,
    receivedCents,
    liabilities,
    attributed: [...attributed].toSorted(([a], [b]) => a - b),
  };
}

/** The kinds in which money comes to a claim or leaves it; the others change what is asked, not what was paid. */
export const moneyKinds: readonly PostingKind[] = [
  'receipt',
  'interestReceipt',
  'otherReceipt',
  'receiptViaThirdParty',
  'refund',
  'interestRefund',
  'transferIn',
  'transferOut',
];

/** How a balance is called in Dutch: what is owed is "Openstaand", what a credit or credit note holds is "Tegoed". */
function balanceLabel(claim: Pick<MoneyClaim, 'kind' | 'number'>): string {
  return `${claim.kind === 'invoice' ? 'Openstaand' : 'Tegoed'} op ${claim.number}`;
}

/**
 * One line of a difference: the balance of a claim before and after a movement of so many signed cents. A credit is shown as
 * what stands there, without a minus.
 */
export function balanceLine(claim: MoneyClaim, movementCents: number): DifferenceLine {
  const sign = claim.kind === 'invoice' ? 1 : -1;
  const shown = (cents: number): string => formatCents(cents === 0 ? 0 : sign * cents);
  return {
    label: balanceLabel(claim),
    before: shown(claim.openCents),
    after: shown(claim.openCents + movementCents),
  };
}
