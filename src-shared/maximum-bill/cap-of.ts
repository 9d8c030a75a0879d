import type { SchoolYear } from '../calendar/school-year.ts';
import type { LawName } from '../law/contract.ts';
import { lawUnknownSentence } from '../law/law-names.ts';
import { coversDay, lawRowOn, type LawTables } from '../law/tables.ts';
import type { CapKind, Level } from './contract.ts';

/** What may be asked at most, in cents; null with `blockedBy` when the tables do not say it, without when nothing caps it. */
export type Cap = { readonly capCents: number | null; readonly source: string; readonly blockedBy: string | null };

/** The sentence of whoever has neither a class nor a year of birth that tells. */
export const levelUnknown = 'Duid aan: kleuter of lager.';

const noTrips = 'onderwijs.vlaanderen.be: voor meerdaagse uitstappen van kleuters mag niets gevraagd worden';

/**
 * The maximum of a level in a school year, as it stood on 1 September. Trips of several days of a kleuter: nothing, in any year.
 * A blank in the tables blocks and is never carried over from another year. Source: law.md 8.1, 8d, 8e.
 */
export function capOf(cap: CapKind, level: Level | null, schoolYear: SchoolYear, tables: LawTables): Cap {
  if (cap === 'none') return { capCents: null, source: '', blockedBy: null };
  if (level === null) return { capCents: null, source: '', blockedBy: levelUnknown };
  if (cap === 'multiDay' && level === 'nursery') return { capCents: 0, source: noTrips, blockedBy: null };
  const name = tableOf(cap, level);
  const day = firstDayOf(schoolYear);
  const row = lawRowOn(tables, name, day);
  if (row !== null) return { capCents: row.value, source: row.source, blockedBy: null };
  const blank = tables[name].findLast((one) => coversDay(one, day));
  return { capCents: null, source: blank?.source ?? '', blockedBy: lawUnknownSentence(name, day) };
}

/** Dutch: what is doubted about the amount that is used; null: nothing. */
export function capDoubt(cap: CapKind, level: Level, schoolYear: SchoolYear, tables: LawTables): string | null {
  if (cap === 'none' || (cap === 'multiDay' && level === 'nursery')) return null;
  const row = tables[tableOf(cap, level)].findLast((one) => coversDay(one, firstDayOf(schoolYear)));
  return row === undefined || row.value === null || row.doubt === '' ? null : row.doubt;
}

function tableOf(cap: 'sharp' | 'multiDay', level: Level): Extract<LawName, `maximumBill${string}`> {
  if (cap === 'multiDay') return 'maximumBillMultiDay';
  return level === 'nursery' ? 'maximumBillNursery' : 'maximumBillPrimary';
}

function firstDayOf(schoolYear: SchoolYear): string {
  return `${schoolYear.slice(0, 4)}-09-01`;
}
