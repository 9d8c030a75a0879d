import { drizzle } from 'drizzle-orm/better-sqlite3';
import { getTableConfig, type SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '#main/store/open.ts';
import * as access from '#main/store/schema/access.ts';
import * as approvals from '#main/store/schema/approvals.ts';
import * as assistance from '#main/store/schema/assistance.ts';
import * as bank from '#main/store/schema/bank.ts';
import * as correspondence from '#main/store/schema/correspondence.ts';
import * as dossier from '#main/store/schema/dossier.ts';
import * as dunning from '#main/store/schema/dunning.ts';
import * as handOver from '#main/store/schema/hand-over.ts';
import * as imports from '#main/store/schema/imports.ts';
import * as law from '#main/store/schema/law.ts';
import * as ledger from '#main/store/schema/ledger.ts';
import * as maximumBill from '#main/store/schema/maximum-bill.ts';
import * as people from '#main/store/schema/people.ts';
import * as plans from '#main/store/schema/plans.ts';
import * as runs from '#main/store/schema/runs.ts';
import * as schools from '#main/store/schema/schools.ts';
import type { Store } from '#main/store/store.ts';

const domains = [
  schools,
  people,
  ledger,
  dunning,
  imports,
  correspondence,
  dossier,
  access,
  approvals,
  bank,
  runs,
  law,
  handOver,
  plans,
  assistance,
  maximumBill,
];
const tables = domains
  .flatMap((domain) => Object.values<unknown>(domain))
  .filter((value) => value instanceof SQLiteTable)
  .map((table) => getTableConfig(table));

let store: Store;
beforeAll(async () => {
  store = await openStore(':memory:');
});
afterAll(() => store.close());

type Column = {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly key: boolean;
  readonly standard: string | null;
  readonly generated: boolean;
  readonly values: readonly string[];
};

type ColumnInfo = {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
  readonly dflt_value: string | null;
  readonly hidden: number;
};

/** As SQLite has it after the migrations. */
function migrated(table: string): Column[] {
  const sql = store.sql.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table) as string;
  return (store.sql.pragma(`table_xinfo(${table})`) as ColumnInfo[]).map((column) => ({
    name: column.name,
    type: column.type,
    // SQLite says nothing of a key that is the row number itself.
    required: column.notnull === 1 || (column.pk > 0 && column.type === 'INTEGER'),
    key: column.pk > 0,
    standard: column.dflt_value,
    generated: column.hidden === 3,
    values: allowedValues(sql, column.name),
  }));
}

function allowedValues(sql: string, column: string): string[] {
  const list = new RegExp(`\\b${column} IN \\(('[^)]*)\\)`).exec(sql)?.[1] ?? '';
  return [...list.matchAll(/'([^']*)'/g)].map(([, value]) => value ?? '');
}

/** As the mirror says it. */
function mirrored(table: (typeof tables)[number]): Column[] {
  const keys = new Set(table.primaryKeys.flatMap(({ columns }) => columns.map(({ name }) => name)));
  return table.columns.map((column: SQLiteColumn) => ({
    name: column.name,
    type: column.getSQLType().toUpperCase(),
    required: column.notNull,
    key: column.primary || keys.has(column.name),
    standard: standardOf(column),
    generated: column.generated !== undefined,
    values: column.enumValues ?? [],
  }));
}

function standardOf(column: SQLiteColumn): string | null {
  if (!column.hasDefault || column.default === undefined) return null;
  return typeof column.default === 'string' ? `'${column.default}'` : String(Number(column.default));
}

describe('the mirror of the database', () => {
  it('has every table, once', () => {
    const inDatabase = store.sql
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'`,
      )
      .pluck()
      .all() as string[];
    expect(tables.map(({ name }) => name).toSorted()).toEqual(inDatabase.toSorted());
  });

  it.each(tables.map((table) => ({ name: table.name, table })))(
    '$name: the same columns, types, keys, defaults and allowed values',
    ({ name, table }) => {
      expect(mirrored(table)).toEqual(migrated(name));
    },
  );

  it('reads and writes through Drizzle', () => {
    const orm = drizzle(store.sql);
    const { lastInsertRowid } = orm
      .insert(people.households)
      .values({ name: 'Gezin Çelik', createdAt: '2026-09-01T08:00:00.000Z' })
      .run();
    expect(orm.select().from(people.households).all()).toEqual([
      {
        id: Number(lastInsertRowid),
        name: 'Gezin Çelik',
        hasEmail: false,
        lastContactAt: null,
        mergedIntoId: null,
        sortName: 'gezin celik',
        createdAt: '2026-09-01T08:00:00.000Z',
        erasedAt: null,
      },
    ]);
  });
});
