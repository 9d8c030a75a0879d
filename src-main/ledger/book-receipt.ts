import type { Allocation, JournalEntry } from '#shared/ledger/booking-shapes.ts';
import type { Context } from '#main/api/context.ts';

/** Money that came in, as the caller knows it. */
export type Receipt = {
  readonly schoolId: number;
  readonly householdId: number;
  /** Who paid, or for whom was paid; null: nobody in particular. */
  readonly payerId: number | null;
  /** The body that paid in the payer's place. */
  readonly thirdPartyPayerId: number | null;
  /** As the bank names whoever paid for the payer, when it is nobody we know; makes it a receipt via a third party. */
  readonly paidBy: string;
  readonly method: NonNullable<JournalEntry['method']>;
  readonly amountCents: number;
  readonly valueDate: string;
  readonly description: string;
  /** Chosen by hand (an empty list: all of it credit); null: by the rules of allocation. What is left becomes credit. */
  readonly allocations: readonly Allocation[] | null;
  /** What the payer named, if anything: of an invoice or of a payer. */
  readonly reference: string | null;
  readonly bankTransactionId: number | null;
  readonly receiptBatchId: number | null;
};

export type BookedReceipt = {
  readonly entryId: number;
  readonly allocations: Allocation[];
  /** The claim that holds what was left; null: nothing was left. */
  readonly creditInvoiceId: number | null;
  readonly creditCents: number;
};

/**
 * Books one receipt inside the transaction of the caller: divides it (as chosen, or by the rules), puts what is left on a
 * credit, writes one entry. Throws a Problem when it cannot be booked as asked; the caller writes the audit line.
 */
export function bookReceipt(_context: Context, _receipt: Receipt): BookedReceipt {
  throw new Error('Being built');
}
