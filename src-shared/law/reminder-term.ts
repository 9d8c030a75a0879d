import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { workingDayAfter } from '../calendar/working-days.ts';
import { type LawTables, lawValueOn } from './tables.ts';

export type ReminderChannel = 'email' | 'letter' | 'registeredLetter';

export type ReminderTerm = {
  /** Day 1. */
  readonly startsOn: PlainDate;
  /** Paid on this day is in time. */
  readonly lastFreeDay: PlainDate;
  /** The first day on which a cost, interest or the next stage may come. */
  readonly chargeableFrom: PlainDate;
  readonly days: number;
};

/** Art. XIX.2 gives at least so many calendar days; a row in the table may give more. */
export const leastReminderDays = 14;

/**
 * The free term after the first reminder: it begins on the day after an e-mail and on the third working day after a
 * letter, registered or not; day 1 counts. Days are calendar days. Source: art. XIX.2 WER, law.md 1.3 (1.3a–1.3h).
 */
export function reminderTermOf(channel: ReminderChannel, sentOn: PlainDate, days: number): ReminderTerm {
  const startsOn = channel === 'email' ? addDays(sentOn, 1) : workingDayAfter(sentOn, 3);
  return { startsOn, lastFreeDay: addDays(startsOn, days - 1), chargeableFrom: addDays(startsOn, days), days };
}

/** The same with the days that the table gives for the day of sending; null when they are not known. */
export function reminderTerm(
  { channel, sentOn }: { readonly channel: ReminderChannel; readonly sentOn: PlainDate },
  tables: LawTables,
): ReminderTerm | null {
  const days = lawValueOn(tables, 'reminderTermDays', sentOn);
  return days === null ? null : reminderTermOf(channel, sentOn, days);
}

/**
 * The last day to pay that a message prints: the term of the school, and never sooner than the last free day of the law.
 * A letter that is made today may be posted on the next working day; the law's days are counted from there. `lawDays` are
 * those of the table, never fewer than fourteen. Source: art. XIX.2 WER ("at least"), law.md 1.3.
 */
export function payBeforeFor(
  channel: ReminderChannel,
  asOf: PlainDate,
  termDays: number,
  lawDays: number = leastReminderDays,
): PlainDate {
  const sentOn = channel === 'email' ? asOf : workingDayAfter(asOf);
  const { lastFreeDay } = reminderTermOf(channel, sentOn, Math.max(lawDays, leastReminderDays));
  const ofSchool = addDays(asOf, termDays);
  return ofSchool > lastFreeDay ? ofSchool : lastFreeDay;
}
