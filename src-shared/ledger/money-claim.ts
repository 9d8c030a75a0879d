import { formatCents } from '../money/cents.ts';
import type { DifferenceLine } from '../approvals/contract.ts';
import type { PostingKind } from './posting-kinds.ts';

/** A claim as the rules that move money look at it. */
export type MoneyClaim = {
  readonly invoiceId: number;
  readonly number: string;
  readonly kind: 'invoice' | 'creditNote' | 'credit';
  readonly schoolId: number;
  readonly householdId: number;
  /** Of a credit: whose money it is; null: the household's. */
  readonly payerId: number | null;
  /** Signed: what is owed is positive. */
  readonly balanceCents: number;
  /** Money that came in on it and is still there: receipts and transfers to it, less what was given back or moved on. */
  readonly receivedCents: number;
};

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
export function balanceLabel(claim: Pick<MoneyClaim, 'kind' | 'number'>): string {
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
    before: shown(claim.balanceCents),
    after: shown(claim.balanceCents + movementCents),
  };
}
