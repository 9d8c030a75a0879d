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

/**
 * The same day so many years later (earlier when negative); 29 February becomes 28 February. Give it a real date. As text:
 * it is asked for every open bill of a board at once. Source: law.md example 2b.
 */
export function addYears(date: PlainDate, years: number): PlainDate {
  const year = Number(date.slice(0, 4)) + years;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const monthAndDay = date.slice(4);
  return `${String(year).padStart(4, '0')}${monthAndDay === '-02-29' && !isLeap ? '-02-28' : monthAndDay}`;
}
