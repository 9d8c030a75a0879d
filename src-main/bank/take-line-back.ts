import { Problem } from '#shared/api/problem.ts';
import { formatCents } from '#shared/money/cents.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { Context } from '#main/api/context.ts';
import { reverseEntry } from '#main/ledger/journal.ts';
import { entryById, liveEntries, reverseBlockedBy } from '#main/ledger/reversible.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { rebook, rebookBlockedBy } from './rebook.ts';
import type { TransactionRow } from './transactions.ts';

/** A later line that says that this one came back. */
function cameBackIn(
  store: Store,
  transactionId: number,
): { readonly transactionId: number; readonly bookingDate: string } | undefined {
  return statement(
    store,
    `SELECT t.id AS transactionId, t.booking_date AS bookingDate
     FROM journal_entries e INDEXED BY journal_entries_transaction
     JOIN bank_transactions t INDEXED BY bank_transactions_taken_back ON t.takes_back_entry_id = e.id
     WHERE e.bank_transaction_id = ? AND e.kind <> 'reversal' AND t.status = 'booked' LIMIT 1`,
  ).get(transactionId) as { transactionId: number; bookingDate: string } | undefined;
}

/**
 * Why what a line did cannot be taken back, in Dutch; null when it can. `together`: lines that are taken back at the same
 * time.
 */
export function lineBlockedBy(store: Store, row: TransactionRow, together: ReadonlySet<number>): string | null {
  if (row.status !== 'booked') return null;
  if (row.takesBackEntryId !== null) return rebookBlockedBy(store, row.takesBackEntryId);
  const back = cameBackIn(store, row.transactionId);
  if (back) {
    if (together.has(back.transactionId)) return null;
    return `De verrichting van ${formatCents(row.amountCents)} kwam terug op ${formatPlainDate(back.bookingDate)}; draai eerst die terug.`;
  }
  for (const entryId of liveEntries(store, row.transactionId)) {
    const entry = entryById(store, entryId);
    const blocked = entry ? reverseBlockedBy(store, entry) : null;
    if (blocked !== null) return blocked;
  }
  return null;
}

/**
 * Takes back what lines did, in the transaction of the caller: what came back first, then receipts, so that lines of one
 * statement that undo each other can go together. Sets them to `status`. Throws a Problem that names what was built on one.
 */
export function takeLinesBack(
  context: Context,
  rows: readonly TransactionRow[],
  status: 'open' | 'undone',
  reason: string,
): void {
  const { store } = context;
  const together = new Set(rows.map(({ transactionId }) => transactionId));
  const ordered = rows.toSorted((a, b) => Number(a.takesBackEntryId === null) - Number(b.takesBackEntryId === null));
  for (const row of ordered) {
    const blocked = lineBlockedBy(store, row, together);
    if (blocked !== null) throw new Problem('REFUSED', `${blocked} Er is niets veranderd.`);
    if (row.status === 'booked' && row.takesBackEntryId !== null) bookAgain(context, row, row.takesBackEntryId);
    else if (row.status === 'booked') {
      for (const entryId of liveEntries(store, row.transactionId)) reverseEntry(context, entryId, reason);
    }
    if (row.paymentOrderId !== null && row.takesBackEntryId === null) reopenOrder(store, row.paymentOrderId);
    statement(
      store,
      `UPDATE bank_transactions SET status = @status, set_aside_as = NULL, set_aside_note = '', takes_back_entry_id = NULL,
         payment_order_id = NULL WHERE id = @transactionId`,
    ).run({ status, transactionId: row.transactionId });
  }
}

/** What came back did not: the entry stands again, and with it the order of a refund. */
function bookAgain(context: Context, row: TransactionRow, entryId: number): void {
  const newEntryId = rebook(context, entryId);
  if (row.paymentOrderId === null) return;
  statement(context.store, "UPDATE payment_orders SET entry_id = ?, status = 'executed' WHERE id = ?").run(
    newEntryId,
    row.paymentOrderId,
  );
}

function reopenOrder(store: Store, paymentOrderId: number): void {
  statement(
    store,
    `UPDATE payment_orders SET status = iif(payment_file_id IS NULL, 'waiting', 'exported') WHERE id = ? AND status = 'executed'`,
  ).run(paymentOrderId);
}
