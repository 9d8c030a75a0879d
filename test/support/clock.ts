import { type Clock, systemClock } from '#main/adapters/clock.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';

/** A clock that was at `from` (UTC, `09:00` is ten in the morning in a Belgian winter) on the day when it was made, and runs. */
export function clockFrom(day: PlainDate, from: string): Clock {
  const began = Date.now();
  const start = Date.parse(`${day}T${from}:00Z`);
  return { ...systemClock(day), now: () => new Date(start + Date.now() - began).toISOString() };
}
