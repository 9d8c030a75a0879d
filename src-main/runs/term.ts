import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { leastReminderDays, type ReminderChannel, reminderTermOf } from '#shared/law/reminder-term.ts';
import { lawValueOn } from '#shared/law/tables.ts';
import { lawTables } from '#main/law/tables.ts';
import type { Store } from '#main/store/store.ts';

/** The last free day of what leaves on a day; where the table is blank, the days of the law itself: never fewer. */
export function termLastDay(store: Store, channel: ReminderChannel, sentOn: PlainDate): PlainDate {
  const days = lawValueOn(lawTables(store), 'reminderTermDays', sentOn) ?? leastReminderDays;
  return reminderTermOf(channel, sentOn, Math.max(days, leastReminderDays)).lastFreeDay;
}
