import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts';

/** The days from a first date on, by number: date arithmetic as plain addition, for a hundred thousand invoices. */
export type Timeline = {
  /** Days since the first date; negative before it. */
  readonly dayOf: (date: PlainDate) => number;
  readonly dateOf: (day: number) => PlainDate;
};

/** Starts counting at `first`. Every date is worked out once. */
export function makeTimeline(first: PlainDate): Timeline {
  const dates = new Map<number, PlainDate>();
  const days = new Map<PlainDate, number>();
  return {
    dayOf: (date) => {
      const known = days.get(date) ?? daysBetween(first, date);
      days.set(date, known);
      return known;
    },
    dateOf: (day) => {
      const known = dates.get(day) ?? addDays(first, day);
      dates.set(day, known);
      return known;
    },
  };
}

/** The last day of the month in which the date falls. */
export function endOfMonth(date: PlainDate): PlainDate {
  const nextMonth = addDays(`${date.slice(0, 7)}-28`, 4);
  return addDays(`${nextMonth.slice(0, 7)}-01`, -1);
}
