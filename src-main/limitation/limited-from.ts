import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { limitedFromOf as limitedFromOfBill } from '#shared/law/limitation.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { factsOfBills } from './facts.ts';
import { billsWithActs } from './queries.ts';

/**
 * First day on which bills are limited (verjaard) on the clock of the due date, with every act and bank payment; null as
 * ids: every bill that is open, of these schools when given. A bill that is missing waits for proceedings, or does not exist.
 * Nearly every bill has no act at all, and those need no more than their due date.
 */
export function limitedFromOf(
  store: Store,
  invoiceIds: readonly number[] | null,
  schoolIds?: readonly number[],
): ReadonlyMap<number, PlainDate> {
  const limited = new Map<number, PlainDate>();
  const perDueDate = new Map<PlainDate, PlainDate | null>();
  for (const [invoiceId, dueDate] of dueDates(store, invoiceIds, schoolIds)) {
    let day = perDueDate.get(dueDate);
    if (day === undefined) {
      day = limitedFromOfBill({ invoiceDate: dueDate, dueDate, acts: [] });
      perDueDate.set(dueDate, day);
    }
    if (day !== null) limited.set(invoiceId, day);
  }
  const touched = billsWithActs(store, invoiceIds).filter((invoiceId) => limited.has(invoiceId));
  for (const [invoiceId, facts] of factsOfBills(store, touched)) {
    const day = limitedFromOfBill(facts);
    if (day === null) limited.delete(invoiceId);
    else limited.set(invoiceId, day);
  }
  return limited;
}

function dueDates(
  store: Store,
  invoiceIds: readonly number[] | null,
  schoolIds: readonly number[] | undefined,
): [number, PlainDate][] {
  const sql =
    invoiceIds === null
      ? `SELECT i.id, i.due_date FROM invoices i INDEXED BY invoices_open
         WHERE i.balance_cents > 0 AND i.balance_cents <> 0 AND i.withdrawn_at IS NULL
           AND (@schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools)))`
      : `SELECT i.id, i.due_date FROM json_each(@ids) k CROSS JOIN invoices i ON i.id = k.value
         WHERE i.withdrawn_at IS NULL
           AND (@schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools)))`;
  const schools = schoolIds === undefined ? null : JSON.stringify(schoolIds);
  const parameters = invoiceIds === null ? { schools } : { schools, ids: JSON.stringify(invoiceIds) };
  return statement(store, sql).raw().all(parameters) as [number, PlainDate][];
}
