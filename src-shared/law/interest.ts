import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import { toCents } from '../money/cents.ts';
import type { LawName } from './contract.ts';
import { lawUnknownSentence } from './law-names.ts';
import { lawRowOn, type LawTables } from './tables.ts';

export type InterestKind = 'civil' | 'ceiling';

export type InterestSegment = {
  readonly from: PlainDate;
  /** The first day that no longer counts. */
  readonly to: PlainDate;
  readonly days: number;
  readonly percent: number;
  readonly source: string;
};

export type Interest = {
  readonly interestCents: number | null;
  readonly segments: readonly InterestSegment[];
  /** Dutch, naming the year or half-year; null: it was reckoned. */
  readonly blockedBy: string | null;
};

const tableOf: Readonly<Record<InterestKind, LawName & ('civilInterest' | 'interestCeiling')>> = {
  civil: 'civilInterest',
  ceiling: 'interestCeiling',
};

/**
 * Simple interest in cents over [from, to): actual days over 365, also in a leap year, split where the rate changes,
 * rounded half up once at the end. Blocked as soon as one day has no rate; a period of no days is zero. `ceiling` is the
 * most a clause may ask. Source: law.md 1.5 and 4 (civil rate per year; book XIX WER and art. 5 of the act of 2 August
 * 2002 per half-year).
 */
export function interest(
  input: {
    readonly kind: InterestKind;
    readonly principalCents: number;
    readonly from: PlainDate;
    readonly to: PlainDate;
  },
  tables: LawTables,
): Interest {
  const table = tableOf[input.kind];
  const segments: InterestSegment[] = [];
  let day = input.from;
  while (day < input.to) {
    const row = lawRowOn(tables, table, day);
    if (!row) return { interestCents: null, segments: [], blockedBy: lawUnknownSentence(table, day) };
    const to = firstDayOtherwise(tables, table, row.untilDate, day, input.to);
    segments.push({ from: day, to, days: daysBetween(day, to), percent: row.value, source: row.source });
    day = to;
  }
  return { interestCents: simpleInterest(input.principalCents, segments), segments, blockedBy: null };
}

/** The first day on which another row may count: after this one, or where the next one begins. */
function firstDayOtherwise(
  tables: LawTables,
  table: 'civilInterest' | 'interestCeiling',
  untilDate: PlainDate | null,
  day: PlainDate,
  end: PlainDate,
): PlainDate {
  const next = tables[table].find(({ fromDate }) => fromDate > day)?.fromDate ?? end;
  const after = untilDate === null ? end : addDays(untilDate, 1);
  return [next, after, end].sort()[0] ?? end;
}

/**
 * Interest in cents over stretches of days with one rate each, rounded half up once: in hundredths of a percent and whole
 * numbers, so that the halves are halves. Source: law.md 1.5.
 */
export function simpleInterest(
  principalCents: number,
  segments: readonly Pick<InterestSegment, 'days' | 'percent'>[],
): number {
  const principal = BigInt(toCents(principalCents));
  const parts = segments.map(({ days, percent }) => principal * BigInt(days) * BigInt(Math.round(percent * 100)));
  const divisor = 365n * 10_000n;
  const sum = parts.reduce((total, part) => total + part, 0n);
  return toCents(Number((2n * sum + divisor) / (2n * divisor)));
}
