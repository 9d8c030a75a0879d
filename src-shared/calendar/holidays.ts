import { addDays, type PlainDate } from './plain-date.ts';

/**
 * Easter Sunday of a year of the Gregorian calendar, after Meeus, Jones and Butcher. Used for the legal holidays and the
 * school holidays that move with it.
 */
export function easterOf(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return isoDate(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/**
 * The ten legal holidays of Belgium in a year, by date. Source: law.md 1.3 (Mon–Fri minus the 10 Belgian legal holidays,
 * general knowledge: art. 1 of the royal decree of 18 April 1974).
 */
export function belgianHolidays(year: number): readonly PlainDate[] {
  const easter = easterOf(year);
  return [
    isoDate(year, 1, 1),
    addDays(easter, 1),
    isoDate(year, 5, 1),
    addDays(easter, 39),
    addDays(easter, 50),
    isoDate(year, 7, 21),
    isoDate(year, 8, 15),
    isoDate(year, 11, 1),
    isoDate(year, 11, 11),
    isoDate(year, 12, 25),
  ].sort();
}

/** True on one of the ten legal holidays. */
export function isBelgianHoliday(date: PlainDate): boolean {
  return belgianHolidays(Number(date.slice(0, 4))).includes(date);
}

function isoDate(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
