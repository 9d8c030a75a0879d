import { normaliseText } from '../../imports/normalise-text.ts';
import type { CsvField, CsvProfile } from './fields.ts';
import { csvProfiles } from './profiles.ts';

/** One row of the file: where its line starts, and its cells as they stand. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

export type FoundCsvHeader = {
  readonly bank: string;
  /** Index of the heading row in the given rows. */
  readonly index: number;
  /** What each column holds; null for one we do not know. */
  readonly columns: readonly (CsvField | null)[];
  /** How many columns are known. */
  readonly recognised: number;
};

/** Banks write up to some twelve lines before the headings. */
const rowsToLookAt = 60;
/** Without these a row is no heading row of a bank. */
const needed: readonly CsvField[] = ['amount', 'bookingDate'];

/**
 * Finds the row of headings, and the bank whose headings they are: its own signature, a date and an amount, and then the
 * most columns known. Undefined when no row fits any bank.
 */
export function findCsvHeader(rows: readonly CsvRow[]): FoundCsvHeader | undefined {
  let best: FoundCsvHeader | undefined;
  for (const [index, { cells }] of rows.slice(0, rowsToLookAt).entries()) {
    const headings = cells.map(normaliseText);
    for (const profile of csvProfiles) {
      const columns = fieldsOf(profile, headings);
      const recognised = columns.filter((field) => field !== null).length;
      if (recognised > (best?.recognised ?? 2)) best = { bank: profile.bank, index, columns, recognised };
    }
  }
  return best;
}

function fieldsOf(profile: CsvProfile, headings: readonly string[]): (CsvField | null)[] {
  const known = knownHeadings(profile);
  if (!headings.some((heading) => known.signature.has(heading))) return [];
  const columns = headings.map((heading) => known.fields.get(heading) ?? null);
  return needed.every((field) => columns.filter((column) => column === field).length === 1) ? columns : [];
}

type KnownHeadings = { readonly signature: ReadonlySet<string>; readonly fields: ReadonlyMap<string, CsvField> };
const remembered = new Map<CsvProfile, KnownHeadings>();

function knownHeadings(profile: CsvProfile): KnownHeadings {
  const earlier = remembered.get(profile);
  if (earlier) return earlier;
  const fields = Object.entries(profile.columns).flatMap(([field, headings]) =>
    split(headings).map((heading) => [heading, field as CsvField] as const),
  );
  const known = { signature: new Set(split(profile.signature)), fields: new Map(fields) };
  remembered.set(profile, known);
  return known;
}

function split(headings: string): string[] {
  return headings.split('|').map(normaliseText);
}
