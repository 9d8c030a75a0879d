import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { lawValueOn } from '#shared/law/tables.ts';
import { lawTables } from '#main/law/tables.ts';
import type { Store } from '#main/store/store.ts';

/** As long as the table says nothing: the shortest term there ever was, so that nobody is told too late. */
const carefulYears = 1;

/** The term in years of a bill with this due date, by the tables of the law as they stand now. */
export function limitationYears(store: Store): (dueDate: PlainDate) => number {
  const tables = lawTables(store);
  const known = new Map<PlainDate, number>();
  return (dueDate) => {
    const years = known.get(dueDate) ?? lawValueOn(tables, 'limitationYears', dueDate) ?? carefulYears;
    known.set(dueDate, years);
    return years;
  };
}
