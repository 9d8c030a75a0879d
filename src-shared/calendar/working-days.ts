import { isBelgianHoliday } from './holidays.ts';
import { addDays, type PlainDate } from './plain-date.ts';

/** Saturday or Sunday. */
export function isWeekend(date: PlainDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/**
 * Monday to Friday without the ten legal holidays. Elsewhere the code of economic law counts Saturday as a working day;
 * not counting it makes every term start later, which is the safe side. Source: law.md 1.3.
 */
export function isWorkingDay(date: PlainDate): boolean {
  return !isWeekend(date) && !isBelgianHoliday(date);
}

/** The `count`th working day after a date; the date itself never counts. Throws when `count` is not a whole number above zero. */
export function workingDayAfter(date: PlainDate, count = 1): PlainDate {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`Not a number of working days: ${count}`);
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The date itself when it is a working day, else the last one before it: until when something can still be done. */
export function workingDayOnOrBefore(date: PlainDate): PlainDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}
