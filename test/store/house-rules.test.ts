import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '#main/store/open.ts';
import type { Store } from '#main/store/store.ts';

let store: Store;
let sqlOf: ReadonlyMap<string, string>;

beforeAll(async () => {
  store = await openStore(':memory:');
  const rows = store.sql
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'`,
    )
    .all();
  sqlOf = new Map(rows.map(({ name, sql }) => [name, sql]));
});
afterAll(() => store.close());

type ColumnInfo = { readonly name: string; readonly type: string };
const columnsOf = (table: string): ColumnInfo[] => store.sql.pragma(`table_xinfo(${table})`) as ColumnInfo[];
const tablesWhere = (wrong: (table: string, sql: string) => boolean): string[] =>
  [...sqlOf].filter(([table, sql]) => wrong(table, sql)).map(([table]) => table);

/** Of a household, of the whole board or of the installation: no single school has them. */
const ofNoSchool = new Set([
  'schools',
  'preferences',
  'households',
  'third_party_payers',
  'payers',
  'import_profiles',
  'import_rows',
  'text_versions',
  'batches',
  'evidence',
  'message_events',
  'notes',
  'documents',
  'next_steps',
  'bank_files',
  'payer_accounts',
  'users',
  'approval_items',
  'audit_changes',
  'runs',
  'law_values',
  'debt_settlements',
  'collection_partners',
  'hand_over_files',
  'plan_payers',
  'plan_instalments',
  'household_changes',
  'privacy_requests',
  'inventories',
  'reference_budgets',
  'signal_dismissals',
  'referral_partners',
  'referrals',
  'cost_categories',
]);

describe('every table', () => {
  it('is strict about types', () => {
    expect(sqlOf.size).toBeGreaterThan(25);
    expect(tablesWhere((_, sql) => !/\bSTRICT\b[^)]*$/.test(sql))).toEqual([]);
  });

  it('says of which school its rows are, unless they are of none', () => {
    const withSchool = new Set(tablesWhere((table) => columnsOf(table).some(({ name }) => name === 'school_id')));
    expect([...sqlOf.keys()].filter((table) => withSchool.has(table) === ofNoSchool.has(table))).toEqual([]);
  });

  it('never deletes what refers to it', () => {
    expect(tablesWhere((_, sql) => /ON DELETE (CASCADE|SET)/i.test(sql))).toEqual([]);
  });

  it('keeps money in whole cents and shares in whole basis points', () => {
    const columns = [...sqlOf.keys()].flatMap((table) => columnsOf(table).map((column) => ({ table, ...column })));
    expect(columns.filter(({ type }) => /REAL|NUMERIC|ANY/.test(type))).toEqual([]);
    expect(columns.filter(({ name, type }) => /_cents$|_bp$/.test(name) && type !== 'INTEGER')).toEqual([]);
    const aboutMoney = columns.filter(({ name }) => /amount|price|total|balance|budget/.test(name));
    expect(aboutMoney.length).toBeGreaterThan(3);
    expect(aboutMoney.filter(({ name }) => !name.endsWith('_cents'))).toEqual([]);
  });

  it('refuses a float where cents belong', () => {
    expect(() =>
      store.sql.exec(
        `INSERT INTO liabilities (school_id, pupil_id, payer_id, kind, share_bp) VALUES (1, 1, 1, 'split', 33.3)`,
      ),
    ).toThrow('cannot store REAL value in INTEGER column');
  });
});

describe('what is only ever added to', () => {
  const appendOnly = [
    'postings',
    'journal_entries',
    'obligations',
    'bank_files',
    'payment_files',
    'audit_changes',
    'text_versions',
    'evidence',
    'message_payers',
    'message_items',
    'message_events',
    'audit_entries',
  ];

  beforeAll(() => {
    store.sql.pragma('foreign_keys = OFF');
    for (const table of appendOnly) fill(table);
    store.sql.pragma('foreign_keys = ON');
  });

  /** One row with a value that fits each column. */
  function fill(table: string): void {
    const columns = columnsOf(table);
    const values = columns.map(({ name, type }) => valueFor(table, name, type));
    store.sql
      .prepare(
        `INSERT INTO ${table} (${columns.map(({ name }) => name).join()}) VALUES (${columns.map(() => '?').join()})`,
      )
      .run(values);
  }

  const kindOf: Readonly<Record<string, string>> = {
    'journal_entries kind': 'receipt',
    'obligations kind': 'obligation',
  };

  function valueFor(table: string, name: string, type: string): string | number | Buffer | null {
    if (type === 'INTEGER') return name === 'reverses_id' ? null : 1;
    if (type === 'BLOB') return Buffer.from('x');
    if (name.endsWith('_date')) return '2026-10-01';
    const fixed: Readonly<Record<string, string>> = {
      kind: 'charge',
      language: 'nl',
      body: '{}',
      detail: '{}',
      method: 'cash',
      source: 'decision',
      ground: 'other',
      format: 'coda',
      media_type: 'application/pdf',
    };
    return kindOf[`${table} ${name}`] ?? fixed[name] ?? `${table} ${name}`;
  }

  it.each(appendOnly)('%s: no change, no removal, no replacement, however it is asked', (table) => {
    const before = store.sql.prepare(`SELECT * FROM ${table}`).all();
    expect(before).toHaveLength(1);
    const column = columnsOf(table).find(({ name, type }) => type === 'TEXT' || name === 'school_id');
    const row = before[0] as Record<string, unknown>;
    const names = Object.keys(row);
    const replacement = `INTO ${table} (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`;
    const attempts: (() => unknown)[] = [
      () => store.sql.exec(`UPDATE ${table} SET ${column?.name} = ${column?.name}`),
      () => store.sql.exec(`DELETE FROM ${table}`),
      () => store.sql.prepare(`INSERT OR REPLACE ${replacement}`).run(row),
      () => store.sql.prepare(`REPLACE ${replacement}`).run(row),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(/append-only/);
    expect(store.sql.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
  });

  it('invoices and messages are never deleted', () => {
    store.sql.pragma('foreign_keys = OFF');
    store.sql
      .exec(`INSERT INTO invoices (school_id, pupil_id, billing_group_id, number, school_year, issue_date, due_date, created_at)
      VALUES (1, 1, 1, '1', '2026-2027', '2026-10-01', '2026-10-15', '')`);
    expect(() => store.sql.exec('DELETE FROM invoices')).toThrow('never deleted');
    store.sql.pragma('foreign_keys = ON');
  });
});
