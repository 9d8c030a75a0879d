import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grouping, OpenItemsFilter, SortKey } from '#shared/ledger/contract.ts';
import type { Context } from '#main/api/context.ts';
import { openItems } from '#main/ledger/open-items.ts';
import { selectUnique } from '#main/ledger/selection.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';

let application: TestApplication;

beforeAll(async () => {
  application = await testApplication();
  const { store } = application.context;
  const family = addFamily(store, addSchool(store), {
    name: 'Gezin Den',
    payers: [{ firstName: 'An', lastName: 'Den' }],
    pupils: [{ firstName: 'Rayan', lastName: 'Den', className: '2A', invoices: [{ number: '1', amountCents: 4310 }] }],
  });
  // More than a page is worth sorting: the ways through the list differ for few and for many.
  store.transaction(() => {
    store.sql
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
         INSERT INTO invoices (school_id, pupil_id, billing_group_id, number, school_year, issue_date, due_date, balance_cents, created_at)
         SELECT school_id, pupil_id, billing_group_id, n.i, school_year, issue_date, date('2026-01-01', (n.i * 7919 % 300) || ' days'), 100 + n.i, created_at
         FROM invoices, n WHERE invoices.id = ?`,
      )
      .run(family.invoiceIds[0]);
  });
});
afterAll(() => application.close());

/** How SQLite carries out every statement that a piece of work prepares. */
function plansOf(work: (context: Context) => unknown): string[] {
  const { context } = application;
  const statements: string[] = [];
  const sql = new Proxy(context.store.sql, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...parameters: unknown[]): unknown => {
        if (name === 'prepare') statements.push(String(parameters[0]));
        return Reflect.apply(value, target, parameters) as unknown;
      };
    },
  });
  work({ ...context, store: { ...context.store, sql } });
  expect(statements.length).toBeGreaterThan(0);
  return statements.map((statement) =>
    (context.store.sql.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(anyParameters(statement)) as { detail: string }[])
      .map(({ detail }) => detail)
      .join('\n'),
  );
}

function anyParameters(statement: string): Record<string, string | number> {
  const names = [...statement.matchAll(/@(\w+)/g)].map(([, name]) => name ?? '');
  return Object.fromEntries(names.map((name) => [name, ['limit', 'offset'].includes(name) ? 1 : '[]']));
}

function listPlans(filter: OpenItemsFilter, key: SortKey = 'dueDate', grouping: Grouping = 'invoice'): string[] {
  const view = { filter, grouping, sort: { key, descending: false }, offset: 0, limit: 200 };
  return plansOf((context) => openItems(context, view));
}

describe('how the list is found', () => {
  const filters: readonly OpenItemsFilter[] = [
    {},
    { schoolId: 1 },
    { noEmail: true },
    { held: false },
    { minOverdueDays: 1, minCents: 100, schoolYear: '2026-2027' },
    { billingGroup: 'maandrekening' },
    { lastContact: 'never' },
  ];

  it.each(filters.map((filter) => ({ filter })))(
    '$filter: the first page walks the due dates, unsorted',
    ({ filter }) => {
      const [totals = '', page = ''] = listPlans(filter);
      expect(page).toMatch(/(SCAN|SEARCH) i USING COVERING INDEX invoices_open\b/);
      expect(page).not.toContain('TEMP B-TREE');
      expect(totals).toMatch(/i USING COVERING INDEX invoices_open_pupil/);
      expect(totals).not.toMatch(/TEMP B-TREE FOR (GROUP|ORDER) BY/);
    },
  );

  it('a handful of pupils are looked up through the pupil, and only their invoices are sorted', () => {
    const [, page = ''] = listPlans({ className: '2A', householdId: 1, minCents: 6000 });
    expect(page).toMatch(/SEARCH i USING COVERING INDEX invoices_open_pupil/);
    expect(page).toMatch(/SEARCH p USING INDEX pupils_household/);
  });

  it.each([
    ['dueDate', 'invoices_open'],
    ['overdueDays', 'invoices_open'],
    ['pupil', 'pupils_sort'],
    ['className', 'pupils_class_sort'],
    ['household', 'households_sort'],
  ] as const)('sorted by %s: an index already has that order', (key, index) => {
    const [, page = ''] = listPlans({}, key);
    expect(page).toContain(`INDEX ${index}`);
    expect(page).not.toContain('TEMP B-TREE');
  });

  it('rows are decorated by their keys only, never by reading a table from beginning to end', () => {
    const [, , rows = ''] = listPlans({});
    expect(rows.split('\n').filter((line) => /^SCAN (?!k |\(subquery)/.test(line))).toEqual([]);
  });

  it.each(['pupil', 'household', 'payer'] as const)('groups by %s are made in index order', (grouping) => {
    for (const plan of listPlans({}, 'dueDate', grouping)) expect(plan).not.toContain('TEMP B-TREE FOR GROUP BY');
  });

  it('unique pupils and households are chosen in index order', () => {
    for (const by of ['pupil', 'household'] as const) {
      const [unique = ''] = plansOf((context) => selectUnique(context, {}, by));
      expect(unique).toContain('INDEX invoices_open_pupil');
      expect(unique).not.toContain('TEMP B-TREE FOR GROUP BY');
    }
  });

  it('walking the due dates and looking pupils up give the same first page', async () => {
    const few = await application.api.ledger.openItems({ filter: { className: '2A', minCents: 1200 }, limit: 1000 });
    const many = await application.api.ledger.openItems({ filter: { className: '2A' }, limit: 1000 });
    const all = await application.api.ledger.openItems({ filter: { className: '2A' }, limit: 1000, offset: 1000 });
    expect(few.totals.invoices).toBeLessThan(5000);
    expect(many.totals.invoices).toBeGreaterThan(5000);
    const both = [...many.rows, ...all.rows].filter(({ openCents }) => openCents >= 1200).map(({ key }) => key);
    expect(few.rows.map(({ key }) => key)).toEqual(both.slice(0, 1000));
  });
});
