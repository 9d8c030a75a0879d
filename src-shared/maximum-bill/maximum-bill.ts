import { sumCents } from '../money/cents.ts';
import type { SchoolYear } from '../calendar/school-year.ts';
import type { LawTables } from '../law/tables.ts';
import { type Cap, capOf } from './cap-of.ts';
import type { CapKind, CapResult, Level } from './contract.ts';

export type MaximumBillQuestion = {
  readonly level: Level;
  readonly schoolYear: SchoolYear;
  readonly sharpCents: readonly number[];
  readonly multiDay: readonly { readonly schoolYear: SchoolYear; readonly amountCents: number }[];
};

/** What was asked for trips of several days in one school year. */
export type TripYear = {
  readonly schoolYear: SchoolYear;
  /** Null: not known. */
  readonly level: Level | null;
  readonly amountCents: number;
  /** Asked at another school before, in cents: it counts, and is not ours to credit. */
  readonly elsewhereCents?: number;
};

/**
 * Amounts in, what may be asked out: the sharp cap of one school year, and the trips of several days of the whole primary
 * career, year by year. Source: law.md 8.1; 8a: 98 asked in 2022-2023 in the lager: 95 may be asked, 3 is too much.
 */
export function maximumBill(
  question: MaximumBillQuestion,
  tables: LawTables,
): { readonly sharp: CapResult; readonly multiDay: CapResult[] } {
  const { level, schoolYear, sharpCents, multiDay } = question;
  const perYear = Map.groupBy(multiDay, (trip) => trip.schoolYear);
  const years = [...perYear].map(([year, trips]) => ({
    schoolYear: year,
    level,
    amountCents: sumCents(trips.map(({ amountCents }) => amountCents)),
  }));
  return { sharp: sharpYear(level, schoolYear, sumCents(sharpCents), tables), multiDay: tripYears(years, tables) };
}

/** What was asked in one school year of what falls under the sharp cap, against the cap of that year. Cents. */
export function sharpYear(
  level: Level | null,
  schoolYear: SchoolYear,
  billedCents: number,
  tables: LawTables,
): CapResult {
  return against('sharp', schoolYear, billedCents, capOf('sharp', level, schoolYear, tables), 0);
}

/**
 * The trips of several days in order of their years, each against the cap of its own year less what could be asked before.
 * What was asked at another school counts wholly. As long as one year cannot be reckoned, those after it cannot either.
 * Kleuters: nothing in any year, and it does not count for the primary career. Source: law.md 8.1, 8d.
 */
export function tripYears(years: readonly TripYear[], tables: LawTables): CapResult[] {
  const inOrder = [...years].sort((a, b) => a.schoolYear.localeCompare(b.schoolYear));
  let beforeCents = 0;
  let unknownBefore: Cap | null = null;
  return inOrder.map(({ schoolYear, level, amountCents, elsewhereCents = 0 }) => {
    const own = capOf('multiDay', level, schoolYear, tables);
    if (level === 'nursery') {
      beforeCents += elsewhereCents;
      return against('multiDay', schoolYear, amountCents, own, 0);
    }
    const cap: Cap = unknownBefore === null ? own : { ...own, blockedBy: own.blockedBy ?? unknownBefore.blockedBy };
    beforeCents += elsewhereCents;
    const result = against('multiDay', schoolYear, amountCents, cap, beforeCents);
    if (result.claimableCents === null) unknownBefore ??= cap;
    else beforeCents += result.claimableCents;
    return result;
  });
}

/** Nothing asked is never blocked; what lowers a bill (a credit note) may always be given. */
function against(
  cap: CapKind,
  schoolYear: SchoolYear,
  billedCents: number,
  { capCents, source, blockedBy }: Cap,
  beforeCents: number,
): CapResult {
  const facts = { cap, schoolYear, capCents, billedCents, source };
  if (billedCents <= 0) return { ...facts, claimableCents: billedCents, excessCents: 0, blockedBy: null };
  if (blockedBy !== null || capCents === null) return { ...facts, claimableCents: null, excessCents: null, blockedBy };
  const claimableCents = Math.min(billedCents, Math.max(0, capCents - beforeCents));
  return { ...facts, claimableCents, excessCents: billedCents - claimableCents, blockedBy: null };
}
