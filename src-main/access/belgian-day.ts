import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';

const belgianHour = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The moment at which a day starts in Belgium, as moments are kept: UTC, ISO. */
export function startOfDay(date: PlainDate): string {
  const summer = new Date(`${date}T00:00:00+02:00`);
  const isSummer = belgianHour.format(summer) === `${date} 00:00`;
  return (isSummer ? summer : new Date(`${date}T00:00:00+01:00`)).toISOString();
}

/** The moment at which a day is over in Belgium. */
export function endOfDay(date: PlainDate): string {
  return startOfDay(addDays(date, 1));
}

/** The day in Belgium at a moment. */
export function dayOf(moment: string): PlainDate {
  return belgianHour.format(new Date(moment)).slice(0, 10);
}
