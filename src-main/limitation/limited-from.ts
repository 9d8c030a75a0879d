import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import { lastDayOf } from '#shared/law/limitation.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { factsOfTouched } from './facts.ts';
import { limitationYears } from './years.ts';

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
  const yearsOf = limitationYears(store);
  const dayAfter = perDate((date) => addDays(date, 1));
  const untouched = perDate((dueDate) =>
    dayAfter(lastDayOf({ invoiceDate: dueDate, dueDate, acts: [] }, yearsOf(dueDate)) ?? dueDate),
  );
  for (const [invoiceId, dueDate] of dueDates(store, invoiceIds, schoolIds)) limited.set(invoiceId, untouched(dueDate));
  for (const [invoiceId, facts] of factsOfTouched(store, invoiceIds)) {
    if (!limited.has(invoiceId)) continue;
    const lastDay = lastDayOf(facts, facts.years);
    if (lastDay === null) limited.delete(invoiceId);
    else limited.set(invoiceId, dayAfter(lastDay));
  }
  return limited;
}

/** A board has a hundred thousand open bills and a few hundred dates. */
function perDate(reckon: (date: PlainDate) => PlainDate): (date: PlainDate) => PlainDate {
  const known = new Map<PlainDate, PlainDate>();
  return (date) => {
    const answer = known.get(date) ?? reckon(date);
    known.set(date, answer);
    return answer;
  };
}

function dueDates(
  store: Store,
  invoiceIds: readonly number[] | null,
  schoolIds: readonly number[] | undefined,
): [number, PlainDate][] {
  const isOfSchools = '(@schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools)))';
  const sql =
    invoiceIds === null
      ? `SELECT i.id, i.due_date FROM invoices i INDEXED BY invoices_open
         WHERE i.balance_cents > 0 AND i.balance_cents <> 0 AND i.withdrawn_at IS NULL AND ${isOfSchools}`
      : `SELECT i.id, i.due_date FROM json_each(@ids) k CROSS JOIN invoices i ON i.id = k.value
         WHERE i.withdrawn_at IS NULL AND ${isOfSchools}`;
  const schools = schoolIds === undefined ? null : JSON.stringify(schoolIds);
  const parameters = invoiceIds === null ? { schools } : { schools, ids: JSON.stringify(invoiceIds) };
  return statement(store, sql).raw().all(parameters) as [number, PlainDate][];
}
