import type { PlainDate } from '../calendar/plain-date.ts';
import { lawNames, type LawName, type LawValue } from './contract.ts';
import { type LawValueOf, lawValueShapes } from './value-shapes.ts';

/** Every table of the law as it stands at one moment, rows by first day. Nothing in it changes: what asks it twice gets the same. */
export type LawTables = Readonly<Record<LawName, readonly LawValue[]>>;

/** A row that has a value of the right shape. */
export type LawRow<Name extends LawName> = {
  readonly value: LawValueOf<Name>;
  readonly fromDate: PlainDate;
  readonly untilDate: PlainDate | null;
  readonly source: string;
};

/**
 * Puts rows together: an own row takes the place of the shipped one of the same table and first day, a newer own row that
 * of an older one. `own` stands in the order in which it was written.
 */
export function lawTablesOf(shipped: readonly LawValue[], own: readonly LawValue[]): LawTables {
  const byFirstDay = new Map([...shipped, ...own].map((row) => [`${row.name} ${row.fromDate}`, row]));
  const rows = [...byFirstDay.values()].sort((a, b) => (a.fromDate < b.fromDate ? -1 : 1));
  return Object.fromEntries(
    lawNames.map((name) => [name, rows.filter((row) => row.name === name)]),
  ) as unknown as LawTables;
}

/** True when the row covers the day; both days count. */
export function coversDay(row: Pick<LawValue, 'fromDate' | 'untilDate'>, day: PlainDate): boolean {
  return row.fromDate <= day && (row.untilDate === null || day <= row.untilDate);
}

/**
 * The row of a table that counts on a day: of those that cover it, the one that began last. Null when there is none, when
 * it is blank or when what stands in it cannot be read: an amount is never carried over from another year. Source: law.md D7.
 */
export function lawRowOn<Name extends LawName>(tables: LawTables, name: Name, day: PlainDate): LawRow<Name> | null {
  const row = tables[name].findLast((one) => coversDay(one, day));
  if (row === undefined || row.value === null) return null;
  const value = lawValueShapes[name].safeParse(row.value);
  if (!value.success) return null;
  return {
    value: value.data as LawValueOf<Name>,
    fromDate: row.fromDate,
    untilDate: row.untilDate,
    source: row.source,
  };
}

/** Only the value; null: not known, and whatever needs it is blocked. */
export function lawValueOn<Name extends LawName>(
  tables: LawTables,
  name: Name,
  day: PlainDate,
): LawValueOf<Name> | null {
  return lawRowOn(tables, name, day)?.value ?? null;
}
