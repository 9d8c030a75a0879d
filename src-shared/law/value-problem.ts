import type { PlainDate } from '../calendar/plain-date.ts';
import type { LawName } from './contract.ts';
import { lawPeriodOf, lawTableNames, periodAround } from './law-names.ts';
import { lawValueShapes } from './value-shapes.ts';

export type LawValueDraft = {
  readonly name: LawName;
  readonly fromDate: PlainDate;
  readonly untilDate: PlainDate | null;
  readonly value: unknown;
};

export type LawValueProblem = { readonly field: 'fromDate' | 'untilDate' | 'value'; readonly sentence: string };

/**
 * The last day of a row: an interest rate counts for its calendar year or half-year and is never carried on, so an open
 * end becomes the end of that period. Other rows end when they say so. Source: law.md D7, 4.1 and 4.2.
 */
export function lastDayOf({ name, fromDate, untilDate }: LawValueDraft): PlainDate | null {
  const period = lawPeriodOf(name);
  return untilDate ?? (period ? periodAround(period, fromDate).last : null);
}

/** Why a row cannot be kept; null: it can. A null value may always be kept: not known. */
export function lawValueProblem(draft: LawValueDraft): LawValueProblem | null {
  const { name, fromDate, value } = draft;
  const untilDate = lastDayOf(draft);
  if (untilDate !== null && untilDate < fromDate) {
    return { field: 'untilDate', sentence: 'De laatste dag valt voor de eerste.' };
  }
  if (name === 'schoolHoliday' && untilDate === null) {
    return { field: 'untilDate', sentence: 'Een schoolvakantie heeft een laatste dag.' };
  }
  const period = lawPeriodOf(name);
  if (period) {
    const { first, last } = periodAround(period, fromDate);
    const stretch = period === 'year' ? 'kalenderjaar' : 'half jaar';
    if (fromDate !== first)
      return { field: 'fromDate', sentence: `${lawTableNames[name]} geldt per ${stretch}: kies de eerste dag ervan.` };
    if (untilDate !== last)
      return {
        field: 'untilDate',
        sentence: `${lawTableNames[name]} geldt per ${stretch}: kies de laatste dag ervan.`,
      };
  }
  if (value === null) return null;
  const parsed = lawValueShapes[name].safeParse(value);
  if (parsed.success) return null;
  return { field: 'value', sentence: parsed.error.issues[0]?.message ?? 'Dit is geen waarde voor deze tabel.' };
}
