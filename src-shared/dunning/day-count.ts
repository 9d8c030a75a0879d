import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts';

/** Counting from and to one day; the same dates come back by the thousand, so each is worked out once. */
export type DayCount = {
  readonly asOf: PlainDate;
  /** Days past a date on the day; negative: still to come. */
  readonly past: (date: PlainDate) => number;
  /** The day so many days after a date. */
  readonly after: (date: PlainDate, days: number) => PlainDate;
};

/** Counts days for one day. Throws on something that is no date. */
export function dayCount(asOf: PlainDate): DayCount {
  const known = new Map<PlainDate, number>();
  const later = new Map<PlainDate, Map<number, PlainDate>>();
  return {
    asOf,
    past: (date) => {
      let days = known.get(date);
      if (days === undefined) {
        days = daysBetween(date, asOf);
        known.set(date, days);
      }
      return days;
    },
    after: (date, days) => {
      const ofDate = later.get(date) ?? new Map<number, PlainDate>();
      later.set(date, ofDate);
      const day = ofDate.get(days) ?? addDays(date, days);
      ofDate.set(days, day);
      return day;
    },
  };
}
