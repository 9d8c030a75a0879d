import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { sendingMoment } from '#shared/law/sending-moment.ts';
import type { Clock } from '#main/adapters/clock.ts';
import { lawTables } from '#main/law/tables.ts';
import type { Store } from '#main/store/store.ts';

const belgianTime = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', timeStyle: 'short' });

/** The day and the hour in Belgium, `14:05`. */
export function belgianMoment(clock: Clock): { onDate: string; time: string } {
  return { onDate: clock.today(), time: belgianTime.format(new Date(clock.now())) };
}

/** Why no reminder may leave at this hour, in one Dutch sentence with when it may again; null: it may. */
export function outsideHours({ store, clock }: { readonly store: Store; readonly clock: Clock }): string | null {
  const moment = belgianMoment(clock);
  const { allowed, from } = sendingMoment(moment, lawTables(store));
  if (allowed) return null;
  const [day = '', hour = ''] = from.split('T');
  const when = day === moment.onDate ? `vandaag vanaf ${hour}` : `op ${formatPlainDate(day)} vanaf ${hour}`;
  return `Herinneringen vertrekken alleen tussen 08:00 en 20:00; het is nu ${moment.time}. Dit kan weer ${when}.`;
}
