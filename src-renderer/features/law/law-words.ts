import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { LawValue } from '#shared/law/contract.ts';
import { lawPeriodOf } from '#shared/law/law-names.ts';
import { lawValueShapes, type LumpSumSlices } from '#shared/law/value-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { lawTexts as texts } from './law.nl.ts';

/** `4,5 %`. */
export function percentWords(percent: number): string {
  return `${percent.toLocaleString('nl-BE', { maximumFractionDigits: 2 })} %`;
}

/** For when a row counts: `2025`, `1ste helft 2025`, `vanaf 01/09/2023`, `27/10/2025 – 02/11/2025`. */
export function stretchWords({ name, fromDate, untilDate }: Pick<LawValue, 'name' | 'fromDate' | 'untilDate'>): string {
  const period = lawPeriodOf(name);
  const year = fromDate.slice(0, 4);
  if (period === 'year') return year;
  if (period === 'halfYear') return `${fromDate.slice(5) < '07-01' ? '1ste' : '2de'} helft ${year}`;
  return untilDate === null
    ? texts.words.from(formatPlainDate(fromDate))
    : texts.words.stretch(formatPlainDate(fromDate), formatPlainDate(untilDate));
}

/** What a row says, one line each; null: not known, or not readable. */
export function valueWords(row: Pick<LawValue, 'name' | 'value'>): readonly string[] | null {
  if (row.value === null) return null;
  if (row.name === 'lumpSumCap') {
    const slices = lawValueShapes.lumpSumCap.safeParse(row.value);
    return slices.success ? sliceWords(slices.data) : null;
  }
  if (row.name === 'schoolHoliday') return typeof row.value === 'string' ? [row.value] : null;
  const number = lawValueShapes[row.name].safeParse(row.value);
  return number.success ? [numberWords(row.name, number.data)] : null;
}

function numberWords(name: Exclude<LawValue['name'], 'lumpSumCap' | 'schoolHoliday'>, value: number): string {
  switch (name) {
    case 'civilInterest':
    case 'interestCeiling':
      return percentWords(value);
    case 'reminderCostCap':
    case 'postage':
      return formatCents(value);
    case 'limitationYears':
      return texts.words.years(value);
    default:
      return texts.words.days(value);
  }
}

function sliceWords({ slices, maximumCents }: LumpSumSlices): string[] {
  const lines = slices.map(({ aboveCents, baseCents, basisPoints }, index) => {
    const next = slices[index + 1];
    if (index === 0 && basisPoints === 0)
      return next
        ? texts.words.sliceUpTo(formatCents(next.aboveCents), formatCents(baseCents))
        : texts.words.firstSlice(formatCents(baseCents));
    return texts.words.slice(formatCents(aboveCents), formatCents(baseCents), percentWords(basisPoints / 100));
  });
  return [...lines, texts.words.maximum(formatCents(maximumCents))];
}

/** A source in a few words: of an address only the site; the whole stands in the dialog and in the title. */
export function sourceWords(source: string): string {
  return source.replace(/https?:\/\/(?:www\.)?([^/\s;]+)[^\s;]*/g, '$1');
}
