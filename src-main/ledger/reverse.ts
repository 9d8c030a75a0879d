import { Problem } from '#shared/api/problem.ts';
import type { Allocation } from '#shared/ledger/booking-shapes.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { unlearnAccounts } from '#main/bank/learn-account.ts';
import { bookReceipt, type Receipt } from './book-receipt.ts';
import { reverseEntry } from './journal.ts';
import { cancelPaymentOrder } from './payment-orders.ts';
import { type EntryRow, entryById, liveEntries, reverseBlockedBy } from './reversible.ts';

type EntryRef = { readonly entryId: number };

/** Takes an entry back with all its postings. What it was made from waits again: the line of the bank, or nothing. */
export function reverse(context: Context, { entryId, reason }: EntryRef & { readonly reason: string }): EntryRef {
  return runCommand(context, () => {
    const { entry, reversalId } = takeEntryBack(context, entryId, reason);
    return {
      result: { entryId: reversalId },
      audit: {
        command: 'ledger.reverse',
        detail: { entryId, reversalId, kind: entry.kind },
        schoolId: entry.schoolId,
        householdId: entry.householdId,
      },
    };
  });
}

/** The same inside the transaction of another command, which writes the audit line. */
export function takeEntryBack(
  context: Context,
  entryId: number,
  reason: string,
): { readonly entry: EntryRow; readonly reversalId: number } {
  const entry = reversibleEntry(context, entryId);
  const reversalId = reverseEntry(context, entryId, reason);
  reopenTransaction(context, entry);
  cancelPaymentOrder(context.store, entryId);
  return { entry, reversalId };
}

/** Puts the money of a receipt on other claims of the same household: takes it back and books it anew. */
export function reallocate(
  context: Context,
  request: EntryRef & { readonly allocations: readonly Allocation[]; readonly reason: string },
): EntryRef {
  return runCommand(context, () => {
    const { entryId, allocations, reason } = request;
    const entry = reversibleEntry(context, entryId);
    if (entry.kind !== 'receipt' || entry.householdId === null) {
      throw new Problem('REFUSED', 'Alleen een ontvangst kan anders afgepunt worden. Er is niets veranderd.');
    }
    const receipt = receiptOf(context, entryId);
    const reversalId = reverseEntry(context, entryId, reason);
    const booked = bookReceipt(context, { ...receipt, householdId: entry.householdId, allocations });
    return {
      result: { entryId: booked.entryId },
      audit: {
        command: 'ledger.reallocate',
        detail: { entryId, reversalId, newEntryId: booked.entryId, amountCents: receipt.amountCents },
        schoolId: entry.schoolId,
        householdId: entry.householdId,
      },
    };
  });
}

function reversibleEntry({ store }: Context, entryId: number): EntryRow {
  const entry = entryById(store, entryId);
  if (!entry) throw new Problem('NOT_FOUND', 'Deze boeking bestaat niet. Er is niets veranderd.');
  const blocked = reverseBlockedBy(store, entry);
  if (blocked === null) return entry;
  const code = entry.reversedByEntryId === null ? 'REFUSED' : 'CONFLICT';
  throw new Problem(code, `${blocked} Er is niets veranderd.`);
}

/** The receipt as it was given, to book it anew. What was counted at once stays with the entry that was taken back. */
function receiptOf({ store }: Context, entryId: number): Omit<Receipt, 'householdId' | 'allocations'> {
  return store.sql
    .prepare(
      `SELECT school_id AS schoolId, payer_id AS payerId, third_party_payer_id AS thirdPartyPayerId, paid_by AS paidBy, method,
         amount_cents AS amountCents, value_date AS valueDate, description, NULL AS reference,
         bank_transaction_id AS bankTransactionId, NULL AS receiptBatchId
       FROM journal_entries WHERE id = ?`,
    )
    .get(entryId) as Omit<Receipt, 'householdId' | 'allocations'>;
}

/** A line of the bank of which nothing is booked any more waits for a person again. */
function reopenTransaction(context: Context, { bankTransactionId }: EntryRow): void {
  if (bankTransactionId === null) return;
  if (liveEntries(context.store, bankTransactionId).length > 0) return;
  const { changes } = context.store.sql
    .prepare(`UPDATE bank_transactions SET status = 'open' WHERE id = ? AND status = 'booked'`)
    .run(bankTransactionId);
  // What was learned from a booking that was wrong is not kept.
  if (changes > 0) unlearnAccounts(context, [bankTransactionId]);
}
