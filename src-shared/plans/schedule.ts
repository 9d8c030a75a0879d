import { addMonths } from '../calendar/months.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { Refusal } from '../ledger/refusal.ts';
import { formatCents } from '../money/cents.ts';
import { splitInInstalments } from '../money/instalments.ts';
import type { Instalment, Spread } from './shapes.ts';

/** Thirty years: an amount a month that takes longer was a slip of the keyboard. */
const mostInstalments = 360;

/**
 * What is wrong with how an amount is spread, in Dutch with its field; undefined when it can be: either so much a month or
 * over so many months, and paid within thirty years.
 */
export function refuseSpread({ monthlyCents, count }: Spread, amountCents: number): Refusal | undefined {
  if ((monthlyCents === undefined) === (count === undefined)) {
    return {
      code: 'INVALID',
      sentence: 'Kies ofwel een bedrag per maand, ofwel een aantal schijven. Er is niets bewaard.',
      field: 'monthlyCents',
    };
  }
  if (monthlyCents !== undefined && Math.ceil(amountCents / monthlyCents) > mostInstalments) {
    return {
      code: 'INVALID',
      sentence: `Met ${formatCents(monthlyCents)} per maand duurt ${formatCents(amountCents)} langer dan dertig jaar. Er is niets bewaard; kies een groter bedrag.`,
      field: 'monthlyCents',
    };
  }
  return undefined;
}

/**
 * The instalments of an amount: so much a month, the last one takes the rest; or over so many months, equal and rounded up
 * to the cent, the last one takes the rest. They add up to the amount exactly, and none is ever zero, so that a very small
 * amount has fewer of them. The first on the day of the start, every next one a month later on the day of the month; a
 * shorter month pays on its last day. Nothing to pay: an empty list. Throws on a spread that `refuseSpread` refuses. Source:
 * domain.md "Plans", law.md 1.7, scenario P-5.
 */
export function planInstalments(spread: Spread, amountCents: number): Instalment[] {
  const refusal = refuseSpread(spread, amountCents);
  if (refusal) throw new RangeError(refusal.sentence);
  if (amountCents === 0) return [];
  const { monthlyCents, count } = spread;
  const parts =
    monthlyCents === undefined
      ? splitInInstalments(amountCents, count ?? 1)
      : Array.from({ length: Math.ceil(amountCents / monthlyCents) }, (_, index) =>
          Math.min(monthlyCents, amountCents - index * monthlyCents),
        );
  return parts
    .filter((part) => part > 0)
    .map((part, index) => ({ dueDate: dueDateOf(spread, index), amountCents: part }));
}

/** The day of an instalment, counted from 0: the start itself, then the day of the month in every next month. */
export function dueDateOf({ startsOn, dayOfMonth }: Pick<Spread, 'startsOn' | 'dayOfMonth'>, index: number): PlainDate {
  if (index === 0) return startsOn;
  const month = addMonths(`${startsOn.slice(0, 7)}-01`, index).slice(0, 7);
  return dayInMonth(month, dayOfMonth ?? Number(startsOn.slice(8)));
}

/** A day of a month (`YYYY-MM`); where the month is shorter, its last day. */
export function dayInMonth(month: string, day: number): PlainDate {
  const lastDay = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${String(Math.min(day, lastDay)).padStart(2, '0')}`;
}
