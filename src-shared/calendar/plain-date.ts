// One function per import: the index of the library loads some three hundred modules, which a terminal command would pay for.
import { addDays as addDaysToDate } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';

/** A calendar date `YYYY-MM-DD`. No time, no zone; compares with `<` as text. */
export type PlainDate = string;

const iso = /^\d{4}-\d{2}-\d{2}$/;

/**
 * True for a real calendar date written `YYYY-MM-DD` (so not 2026-02-30). Asked for every date of every imported row, so
 * without building a local date: a date that UTC writes back unchanged is real.
 */
export function isPlainDate(text: string): text is PlainDate {
  if (!iso.test(text) || text.startsWith('0000')) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The date `days` later (earlier when negative). Throws on something that is no date. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return formatISO(addDaysToDate(parseISO(date), days), { representation: 'date' });
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

/** As on screen and on paper in Belgium: `30/09/2026`. */
export function formatPlainDate(date: PlainDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/**
 * Reads a date as school packages write it: ISO, `dd/mm/yyyy`, `d-m-yyyy`, `dd.mm.yyyy`, each optionally followed by a
 * time. Day before month, always: a Belgian file. Returns undefined when it is not a real date or the year has two digits.
 */
export function parsePlainDate(text: string): PlainDate | undefined {
  const trimmed = text.trim().replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '');
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  const candidate = dayFirst
    ? `${dayFirst[3]}-${dayFirst[2]?.padStart(2, '0')}-${dayFirst[1]?.padStart(2, '0')}`
    : trimmed;
  return isPlainDate(candidate) ? candidate : undefined;
}
