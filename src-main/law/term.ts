import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { leastReminderDays, type ReminderChannel, reminderTermOf } from '#shared/law/reminder-term.ts';
import { lawValueOn } from '#shared/law/tables.ts';
import type { Store } from '#main/store/store.ts';
import { lawTables } from './tables.ts';

/**
 * The days of the term of the law on a day, for what is printed and for what waits. While the table does not say it, the
 * least the law gives: a message that left starts a term in any case.
 */
export function termDaysOn(store: Store, day: PlainDate): number {
  return lawValueOn(lawTables(store), 'reminderTermDays', day) ?? leastReminderDays;
}

/** The last free day of a message that was sent or posted on a day; the next stage may not leave before it is over. */
export function termLastDay(store: Store, channel: ReminderChannel, onDate: PlainDate): PlainDate {
  return reminderTermOf(channel, onDate, termDaysOn(store, onDate)).lastFreeDay;
}
