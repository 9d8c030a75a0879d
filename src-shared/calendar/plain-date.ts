/** A calendar date `YYYY-MM-DD`. No time, no zone; compares with `<` as text. */
export type PlainDate = string;

const iso = /^\d{4}-\d{2}-\d{2}$/;
const dayMs = 86_400_000;

/** True for a real calendar date written `YYYY-MM-DD` (so not 2026-02-30). */
export function isPlainDate(text: string): text is PlainDate {
  if (!iso.test(text) || text.startsWith('0000')) return false;
  const time = midnight(text);
  return !Number.isNaN(time) && asPlainDate(time) === text;
}

/** Midnight in UTC, where every day has 24 hours. */
function midnight(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function asPlainDate(time: number): PlainDate {
  return new Date(time).toISOString().slice(0, 10);
}

/** The date `days` later (earlier when negative). Throws on something that is no date. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return asPlainDate(midnight(date) + days * dayMs);
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (midnight(to) - midnight(from)) / dayMs;
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
