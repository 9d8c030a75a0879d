import { isBelgianHoliday } from '../calendar/holidays.ts';
import { addMonths } from '../calendar/months.ts';
import { addDays, formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { isWeekend, workingDayAfter } from '../calendar/working-days.ts';
import { coversDay, type LawTables } from './tables.ts';

/** Messages leave from the first minute to the last, both included. Source: law.md 1.8 (a send window of 08:00–20:00). */
const firstTime = '08:00';
const lastTime = '20:00';
/** Until this day it is the start of the month, when wages have just come. Source: practice.md 5.1, 15. */
const lastEarlyDay = 10;

export type SendingMoment = {
  readonly allowed: boolean;
  /** `2025-03-04T08:00`, Belgian time: the moment itself when it is allowed, else when it next is. */
  readonly from: string;
  /** Dutch sentences; empty: a good moment. Only the hour refuses, the rest advises. */
  readonly advice: readonly string[];
};

/**
 * Whether messages may leave at a moment in Belgian time, and what speaks against the day: the end of the month, a school
 * holiday, a weekend or a legal holiday. A school holiday that the table does not know gives no advice.
 */
export function sendingMoment(
  { onDate, time }: { readonly onDate: PlainDate; readonly time: string },
  tables: LawTables,
): SendingMoment {
  const allowed = time >= firstTime && time <= lastTime;
  const day = time > lastTime ? addDays(onDate, 1) : onDate;
  const from = allowed ? `${onDate}T${time}` : `${day}T${firstTime}`;
  const hour = `Berichten vertrekken tussen ${firstTime} en ${lastTime}: dit kan weer op ${formatPlainDate(day)} vanaf ${firstTime}.`;
  return { allowed, from, advice: [...(allowed ? [] : [hour]), ...dayAdvice(allowed ? onDate : day, tables)] };
}

function dayAdvice(day: PlainDate, tables: LawTables): string[] {
  const advice: string[] = [];
  const holiday = tables.schoolHoliday.findLast((row) => row.value !== null && coversDay(row, day));
  if (holiday) {
    const end = holiday.untilDate === null ? '' : ` tot en met ${formatPlainDate(holiday.untilDate)}`;
    const after =
      holiday.untilDate === null ? '' : ` Wacht liever tot ${formatPlainDate(workingDayAfter(holiday.untilDate))}.`;
    advice.push(
      `Het is ${String(holiday.value).toLowerCase()}${end}: wie een vraag heeft, vindt niemand op school.${after}`,
    );
  } else if (isWeekend(day) || isBelgianHoliday(day)) {
    const what = isBelgianHoliday(day) ? 'een feestdag' : 'weekend';
    advice.push(
      `Het is ${what}: verstuur liever op ${formatPlainDate(workingDayAfter(day))}, als iemand de telefoon opneemt.`,
    );
  }
  if (Number(day.slice(8)) > lastEarlyDay) {
    const next = `${addMonths(day, 1).slice(0, 7)}-01`;
    advice.push(
      `Aan het begin van de maand lukt betalen makkelijker: het volgende begin is ${formatPlainDate(workingDayAfter(addDays(next, -1)))}.`,
    );
  }
  return advice;
}
