import { addMonths as addMonthsToDate } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import type { PlainDate } from './plain-date.ts';

/**
 * The same day so many months later (earlier when negative); where that month is shorter, its last day: 31 January and a
 * month is 28 or 29 February. Throws on something that is no date.
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return formatISO(addMonthsToDate(parseISO(date), months), { representation: 'date' });
}

/** The same day so many years later; 29 February becomes 28 February. Source: law.md example 2b. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, 12 * years);
}
