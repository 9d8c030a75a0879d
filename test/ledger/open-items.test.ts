import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouping, sortKey } from '#shared/ledger/contract.ts';
import type { OpenItem } from '#shared/ledger/contract.ts';
import { sumCents } from '#shared/money/cents.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { byDueDate, type NaiveItem, naiveFilter, naiveGroups, naiveItems, naiveTotals } from './naive-list.ts';
import { fillLedger, type RandomLedger, randomLedger, today } from './random-ledger.ts';

/** Each filter alone and some together; absent ones are really absent, as in the address. */
const randomFilter = fc.record(
  {
    schoolId: fc.integer({ min: 1, max: 2 }),
    siteId: fc.integer({ min: 1, max: 4 }),
    className: fc.constantFrom('3A', '10A', 'none'),
    billingGroup: fc.constantFrom('opvang', 'boeken'),
    schoolYear: fc.constantFrom('2025-2026', '2026-2027'),
    minOverdueDays: fc.integer({ min: -5, max: 40 }),
    maxOverdueDays: fc.integer({ min: -5, max: 40 }),
    minCents: fc.integer({ min: -1000, max: 15_000 }),
    maxCents: fc.integer({ min: -1000, max: 15_000 }),
    noEmail: fc.boolean(),
    held: fc.boolean(),
    credit: fc.boolean(),
    lastContact: fc.constantFrom('never', '2026-11-01', today),
    search: fc.constantFrom('noor', 'abe', 'émile 3', 'wilg', 'celik amina', 'F01', 'ouder1', '', '+', 'gezin öz'),
    householdId: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: [] },
);
const randomSort = fc.record({ key: fc.constantFrom(...sortKey.options), descending: fc.boolean() });

/** Runs a check on a ledger of its own in a real database. */
async function onLedger(
  ledger: RandomLedger,
  check: (application: TestApplication, items: NaiveItem[]) => Promise<void>,
): Promise<void> {
  const application = await testApplication(today);
  try {
    fillLedger(application.context.store, ledger);
    await check(application, naiveItems(application.context.store));
  } finally {
    await application.close();
  }
}

const runs = { numRuns: 20 };
const keysOf = (rows: readonly OpenItem[]): number[] => rows.map(({ key }) => key);

describe('the list of open invoices says what adding everything up says', () => {
  it('for every filter, in order of the due date, with the totals of the whole list', async () => {
    const filters = fc.array(randomFilter, { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(randomLedger, filters, (ledger, chosen) =>
        onLedger(ledger, async ({ api }, items) => {
          for (const filter of [{}, ...chosen]) {
            const expected = naiveFilter(items, filter).toSorted(byDueDate);
            const { rows, totals } = await api.ledger.openItems({ filter, limit: 1000 });
            expect({ filter, keys: keysOf(rows) }).toEqual({ filter, keys: expected.map(({ id }) => id) });
            expect(totals).toEqual({ ...naiveTotals(expected), rows: expected.length });
          }
        }),
      ),
      runs,
    );
  });

  it('with original amount, hold, days overdue and family of each invoice', async () => {
    await fc.assert(
      fc.asyncProperty(randomLedger, (ledger) =>
        onLedger(ledger, async ({ api }, items) => {
          const { rows } = await api.ledger.openItems({ limit: 1000 });
          const shown = rows.map((row) => ({
            id: row.invoiceId,
            openCents: row.openCents,
            totalCents: row.totalCents,
            held: row.hold !== null,
            hasEmail: row.hasEmail,
            lastContactAt: row.lastContactAt,
            householdId: row.householdId,
            payer: row.payerId,
          }));
          const expected = items.toSorted(byDueDate).map((item) => ({
            id: item.id,
            openCents: item.openCents,
            totalCents: item.totalCents,
            held: item.held,
            hasEmail: item.hasEmail,
            lastContactAt: item.lastContactAt,
            householdId: item.householdId,
            payer: item.liable.length === 1 ? item.liable[0] : null,
          }));
          expect(shown).toEqual(expected);
        }),
      ),
      runs,
    );
  });

  it('grouped by pupil, household and payer, to the cent, also for split shares', async () => {
    await fc.assert(
      fc.asyncProperty(randomLedger, randomFilter, (ledger, filter) =>
        onLedger(ledger, async ({ api }, items) => {
          const expected = naiveFilter(items, filter);
          const whole = naiveTotals(expected);
          for (const by of ['pupil', 'household', 'payer'] as const) {
            const { rows, totals } = await api.ledger.openItems({ filter, grouping: by, limit: 1000 });
            const groups = rows.map(({ key, openCents, count, heldCount, dueDate }) => ({
              key,
              openCents,
              count,
              heldCount,
              dueDate,
            }));
            const wanted = naiveGroups(expected, by);
            expect(groups.toSorted((a, b) => a.key - b.key)).toEqual(wanted);
            expect(totals).toEqual({ ...whole, rows: wanted.length });
          }
        }),
      ),
      runs,
    );
  });

  it('page by page, in every sort and grouping, without gaps or doubles', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomLedger,
        randomFilter,
        fc.constantFrom(...grouping.options),
        randomSort,
        fc.integer({ min: 1, max: 7 }),
        (ledger, filter, by, sort, limit) =>
          onLedger(ledger, async ({ api }) => {
            const view = { filter, grouping: by, sort };
            const all = await api.ledger.openItems({ ...view, limit: 1000 });
            const paged: OpenItem[] = [];
            for (let offset = 0; offset < all.totals.rows + limit; offset += limit) {
              const page = await api.ledger.openItems({ ...view, offset, limit });
              expect(page.totals).toEqual(all.totals);
              paged.push(...page.rows);
            }
            expect(paged).toEqual(all.rows);
            expect(new Set(keysOf(paged)).size).toBe(all.totals.rows);
          }),
      ),
      { numRuns: 25 },
    );
  });

  it('with one invoice per pupil or household chosen and every invoice still counted', async () => {
    await fc.assert(
      fc.asyncProperty(randomLedger, randomFilter, (ledger, filter) =>
        onLedger(ledger, async ({ api }, items) => {
          const expected = naiveFilter(items, filter).toSorted(byDueDate);
          for (const [by, key] of [['pupil', 'pupilId'] as const, ['household', 'householdId'] as const]) {
            const firsts = expected.filter(
              (item, at) => expected.findIndex((other) => other[key] === item[key]) === at,
            );
            const unique = await api.ledger.selectUnique({ filter, by });
            expect(unique.invoiceIds).toEqual(firsts.map(({ id }) => id));
            expect(unique.totals).toEqual({ ...naiveTotals(expected), rows: firsts.length });
          }
        }),
      ),
      runs,
    );
  });

  it('for everything selected, and for any part of it', async () => {
    await fc.assert(
      fc.asyncProperty(randomLedger, randomFilter, fc.integer({ min: 1, max: 3 }), (ledger, filter, every) =>
        onLedger(ledger, async ({ api }, items) => {
          const listed = naiveFilter(items, filter);
          for (const by of grouping.options) {
            const { keys } = await api.ledger.selectAll({ filter, grouping: by });
            const wanted =
              by === 'invoice' ? listed.map(({ id }) => id) : naiveGroups(listed, by).map(({ key }) => key);
            expect(keys.toSorted((a, b) => a - b)).toEqual(wanted.toSorted((a, b) => a - b));
            const chosen = new Set(keys.filter((key) => key % every === 0));
            const selected = items.filter((item) => keysOfItem(item, by).some((key) => chosen.has(key)));
            const amounts = by === 'payer' ? selected.map((item) => partOwed(item, chosen)) : selected;
            expect(await api.ledger.selectionTotals({ grouping: by, keys: [...chosen] })).toEqual({
              ...naiveTotals(selected),
              ...onlyCents(naiveTotals(amounts)),
              held: selected.filter(({ held }) => held).length,
              rows: chosen.size,
            });
          }
        }),
      ),
      runs,
    );
  });

  it('for unique pupils or households, whichever of them stay picked', async () => {
    await fc.assert(
      fc.asyncProperty(randomLedger, randomFilter, fc.integer({ min: 1, max: 3 }), (ledger, filter, every) =>
        onLedger(ledger, async ({ api }, items) => {
          for (const unique of ['pupil', 'household'] as const) {
            const { invoiceIds } = await api.ledger.selectUnique({ filter, by: unique });
            const keys = invoiceIds.filter((_, index) => index % every === 0);
            const keyOf = (item: NaiveItem): number => (unique === 'pupil' ? item.pupilId : item.householdId);
            const meant = new Set(items.filter(({ id }) => keys.includes(id)).map(keyOf));
            const selected = items.filter((item) => meant.has(keyOf(item)));
            expect(await api.ledger.selectionTotals({ grouping: 'invoice', keys, unique })).toEqual({
              ...naiveTotals(selected),
              held: selected.filter(({ held }) => held).length,
              rows: keys.length,
            });
          }
        }),
      ),
      runs,
    );
  });
});

function keysOfItem(item: NaiveItem, by: 'invoice' | 'pupil' | 'household' | 'payer'): number[] {
  switch (by) {
    case 'invoice':
      return [item.id];
    case 'pupil':
      return [item.pupilId];
    case 'household':
      return [item.householdId];
    case 'payer':
      return [...item.owed.keys()];
  }
}

/** What the chosen payers together owe of it: a joint debt once, shares added up. */
function partOwed(item: NaiveItem, chosen: ReadonlySet<number>): NaiveItem {
  const parts = [...item.owed].filter(([payerId]) => chosen.has(payerId)).map(([, cents]) => cents);
  const isSplit = sumCents(item.owed.values()) === item.openCents;
  return { ...item, openCents: isSplit ? sumCents(parts) : item.openCents };
}

function onlyCents(totals: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return { openCents: totals['openCents'] ?? 0, overdueCents: totals['overdueCents'] ?? 0 };
}
