import { addDays, daysBetween, formatPlainDate, isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { HoldKind } from './contract.ts';
import { holdKindRules } from './kinds.ts';

export type AskedDays = {
  readonly kind: HoldKind;
  readonly fromDate: PlainDate;
  /** Null: as the kind has it. */
  readonly untilDate: PlainDate | null;
  readonly reviewDate: PlainDate | null;
};

export type DaysRefusal = { readonly sentence: string; readonly field: 'untilDate' | 'reviewDate' };

/**
 * The last day of a hold (inclusive) as asked, or as its kind has it: 30 days for a plan that was asked for, what the law
 * gives mediation, else none: until somebody lifts it. `lawLastDay` is asked only for a kind that the law times, and answers
 * null when the law is not known, which holds for good. Source: law.md 5.3.
 */
export function lastDayOf(
  { kind, fromDate, untilDate }: Omit<AskedDays, 'reviewDate'>,
  lawLastDay: (requestedOn: PlainDate) => PlainDate | null,
): PlainDate | null {
  if (untilDate !== null) return untilDate;
  const { days } = holdKindRules[kind];
  if (days === 'law') return lawLastDay(fromDate);
  return days === null ? null : addDays(fromDate, days);
}

/** Why these days cannot be those of a hold, in Dutch; null when they can. `untilDate` is the last day of `lastDayOf`. */
export function refuseDays({ kind, fromDate, untilDate, reviewDate }: AskedDays, today: PlainDate): DaysRefusal | null {
  const nothing = 'Er is niets veranderd;';
  if (untilDate === null && holdKindRules[kind].asksUntil) {
    return {
      field: 'untilDate',
      sentence: `Bij “${holdKindRules[kind].name}” hoort een laatste dag. ${nothing} vul in tot wanneer.`,
    };
  }
  if (untilDate !== null && untilDate < today) {
    return {
      field: 'untilDate',
      sentence: `${formatPlainDate(untilDate)} is al voorbij. ${nothing} kies vandaag of later, of laat de datum leeg.`,
    };
  }
  if (untilDate !== null && untilDate < fromDate) {
    return {
      field: 'untilDate',
      sentence: `De laatste dag valt vóór de eerste (${formatPlainDate(fromDate)}). ${nothing} kies een latere dag.`,
    };
  }
  if (reviewDate !== null && reviewDate < today) {
    return {
      field: 'reviewDate',
      sentence: `${formatPlainDate(reviewDate)} is al voorbij. ${nothing} kies een latere dag om het na te kijken.`,
    };
  }
  return null;
}

/**
 * The day on which somebody must look at a hold: its last or its review day, whichever comes first. Null: neither is set.
 * A day that cannot be read is left out; the hold holds all the same.
 */
export function endOfHold(untilDate: string | null, reviewDate: string | null): PlainDate | null {
  const days = [untilDate, reviewDate].filter((day): day is PlainDate => day !== null && isPlainDate(day));
  return days.toSorted()[0] ?? null;
}

/** Whole days from today until that day; negative: past; null: neither is set. */
export function daysLeft(untilDate: string | null, reviewDate: string | null, today: PlainDate): number | null {
  const end = endOfHold(untilDate, reviewDate);
  return end === null ? null : daysBetween(today, end);
}
