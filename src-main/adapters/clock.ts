import type { PlainDate } from '#shared/calendar/plain-date.ts';

/** The only place where time comes in. */
export type Clock = {
  /** Today's date in Belgium, or the date given at start. */
  readonly today: () => PlainDate;
  /** This moment, UTC ISO ending in Z. */
  readonly now: () => string;
};

const brussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** The real clock; `asOf` fixes today (for a dry run or the demo) while moments keep running. */
export function systemClock(asOf?: PlainDate): Clock {
  return {
    today: () => asOf ?? brussels.format(new Date()),
    now: () => new Date().toISOString(),
  };
}
