import type { SchoolYear } from '../calendar/school-year.ts';
import type { LawTables } from '../law/tables.ts';
import { sumCents } from '../money/cents.ts';
import type { CapResult, Level } from './contract.ts';
import { sharpYear, tripYears } from './maximum-bill.ts';
import { type BilledPart, type CreditLine, proposeCredit } from './propose-credit.ts';

/** What was billed to one pupil, each part with its year and cap. */
export type PupilPart = BilledPart & { readonly schoolYear: SchoolYear; readonly cap: 'sharp' | 'multiDay' };
export type PupilFacts = {
  readonly parts: readonly PupilPart[];
  /** Asked at another school before, per school year, in cents. */
  readonly elsewhere: ReadonlyMap<SchoolYear, number>;
  readonly levelIn: (schoolYear: SchoolYear) => Level | null;
};
export type ReckonedCap = CapResult & {
  readonly level: Level | null;
  readonly elsewhereCents: number;
  readonly creditedCents: number;
  readonly proposal: readonly CreditLine[];
  /** The bills that were reckoned with. */
  readonly invoiceIds: readonly number[];
};

/**
 * What of a pupil's bills of one school year is too much, per cap, and off which bills it is taken; only caps under which
 * something was billed. Cents. Source: law.md 8.1.
 */
export function reckonPupil(facts: PupilFacts, schoolYear: SchoolYear, tables: LawTables): ReckonedCap[] {
  return (['sharp', 'multiDay'] as const).flatMap((cap) => {
    const parts = facts.parts.filter((part) => part.cap === cap && part.schoolYear === schoolYear);
    if (parts.length === 0) return [];
    const level = facts.levelIn(schoolYear);
    const result =
      cap === 'sharp' ? sharpYear(level, schoolYear, billed(parts), tables) : tripsOf(facts, schoolYear, tables);
    return [
      {
        ...result,
        level,
        elsewhereCents: cap === 'sharp' ? 0 : sumCents([...untilYear(facts, schoolYear).values()]),
        creditedCents: sumCents(parts.map(({ creditedCents }) => creditedCents)),
        proposal: proposeCredit(result.excessCents, parts),
        invoiceIds: parts.map(({ invoiceId }) => invoiceId),
      },
    ];
  });
}

/** Of an amount that is about to be billed: what is left of the cap, in cents, and what that means for it. */
export function roomFor(
  facts: PupilFacts,
  asked: { readonly schoolYear: SchoolYear; readonly cap: 'sharp' | 'multiDay'; readonly amountCents: number },
  tables: LawTables,
): CapResult & { readonly roomCents: number | null } {
  const { schoolYear, cap, amountCents } = asked;
  const parts = facts.parts.filter((part) => part.cap === cap && part.schoolYear === schoolYear);
  const withAsked = { ...facts, parts: [...facts.parts, { ...nothing, ...asked }] };
  const level = facts.levelIn(schoolYear);
  const after =
    cap === 'sharp'
      ? sharpYear(level, schoolYear, billed(parts) + amountCents, tables)
      : tripsOf(withAsked, schoolYear, tables);
  // Reckoned with an amount above zero: so a year in which nothing was billed yet says what is unknown as well.
  const full = after.capCents === null || after.claimableCents === null ? null : after;
  if (full === null)
    return { ...after, billedCents: amountCents, claimableCents: null, excessCents: null, roomCents: null };
  const most =
    cap === 'sharp' ? Math.max(0, (full.capCents ?? 0) - billed(parts)) : roomForTrips(facts, schoolYear, tables);
  const claimableCents = Math.min(amountCents, most);
  return {
    ...after,
    billedCents: amountCents,
    claimableCents,
    excessCents: amountCents - claimableCents,
    roomCents: most,
  };
}

const nothing = { invoiceId: 0, number: '', issueDate: '', creditedCents: 0 };
/** More than any cap, to see how much of it may be asked. */
const muchCents = 1_000_000_000;

function roomForTrips(facts: PupilFacts, schoolYear: SchoolYear, tables: LawTables): number {
  const billedCents = billed(facts.parts.filter((part) => part.cap === 'multiDay' && part.schoolYear === schoolYear));
  const filled = { ...nothing, schoolYear, cap: 'multiDay' as const, amountCents: muchCents };
  const { claimableCents } = tripsOf({ ...facts, parts: [...facts.parts, filled] }, schoolYear, tables);
  return Math.max(0, (claimableCents ?? 0) - billedCents);
}

function tripsOf(facts: PupilFacts, schoolYear: SchoolYear, tables: LawTables): CapResult {
  const trips = facts.parts.filter((part) => part.cap === 'multiDay' && part.schoolYear <= schoolYear);
  const elsewhere = untilYear(facts, schoolYear);
  const years = new Set([...trips.map((part) => part.schoolYear), ...elsewhere.keys(), schoolYear]);
  const reckoned = tripYears(
    [...years].map((year) => ({
      schoolYear: year,
      level: facts.levelIn(year),
      amountCents: billed(trips.filter((part) => part.schoolYear === year)),
      elsewhereCents: elsewhere.get(year) ?? 0,
    })),
    tables,
  );
  const last = reckoned.at(-1);
  if (last === undefined) throw new Error('The year that is asked is always there');
  return last;
}

function untilYear({ elsewhere }: PupilFacts, schoolYear: SchoolYear): Map<SchoolYear, number> {
  return new Map([...elsewhere].filter(([year]) => year <= schoolYear));
}

function billed(parts: readonly PupilPart[]): number {
  return sumCents(parts.map(({ amountCents }) => amountCents));
}
