import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { workingDayAfter } from '../calendar/working-days.ts';
import { type LawTables, lawValueOn } from './tables.ts';

export type MediationHold = {
  readonly startsOn: PlainDate;
  /** Last day of the hold. */
  readonly untilDate: PlainDate;
  readonly freeFrom: PlainDate;
};

/**
 * The days on which a request for amicable debt mediation suspends reminders: 45 calendar days that begin on the first
 * working day after the request, that day included. Null when the table does not say how many. The law speaks to
 * collectors; a school keeps to it by its own choice. Source: book XIX WER title 2, law.md 5.3 (5i, 5k).
 */
export function mediationHold(
  { requestedOn }: { readonly requestedOn: PlainDate },
  tables: LawTables,
): MediationHold | null {
  const days = lawValueOn(tables, 'mediationDays', requestedOn);
  if (days === null) return null;
  const startsOn = workingDayAfter(requestedOn);
  return { startsOn, untilDate: addDays(startsOn, days - 1), freeFrom: addDays(startsOn, days) };
}
