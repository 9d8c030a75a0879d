import { formatPlainDate, type PlainDate as Iso } from '#shared/calendar/plain-date.ts';
import classes from './money.module.css';

/** A date as `30/09/2026`. */
export function PlainDate({ date }: { readonly date: Iso }) {
  return (
    <time dateTime={date} className={classes['money']}>
      {formatPlainDate(date)}
    </time>
  );
}

const momentFormat = new Intl.DateTimeFormat('nl-BE', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const dayFormat = new Intl.DateTimeFormat('nl-BE', { day: '2-digit', month: '2-digit', year: 'numeric' });

/** A moment in UTC, in the clock of this computer: `20/11/2026 08:02`, or only the day. */
export function Moment({ at, dayOnly = false }: { readonly at: string; readonly dayOnly?: boolean }) {
  return (
    <time dateTime={at} className={classes['money']}>
      {formatMoment(at, dayOnly)}
    </time>
  );
}

/** The same as text, for titles and labels. */
export function formatMoment(at: string, dayOnly = false): string {
  return (dayOnly ? dayFormat : momentFormat).format(new Date(at)).replace(',', '');
}
