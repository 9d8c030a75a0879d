import type { Grouping, OpenItemsFilter, OpenItemsTotals } from '#shared/ledger/contract.ts';
import type { Context } from '#main/api/context.ts';
import { type OpenItemsSelection, selectOpenItems } from './open-items-filter.ts';
import { openItemsSource } from './open-items-source.ts';
import { payerShare } from './payer-share.ts';
import { isInForce } from './sql.ts';
import { totalsOf } from './totals.ts';

type Unique = { readonly invoiceIds: number[]; readonly totals: OpenItemsTotals };

/** The oldest open invoice of each pupil or household in the filter; the totals still count all of them. */
export function selectUnique(context: Context, filter: OpenItemsFilter, by: 'pupil' | 'household'): Unique {
  const { store } = context;
  const selection = selectOpenItems(context.store, filter, context.clock.today());
  const source = openItemsSource(selection, by, { pupil: true });
  const key = by === 'pupil' ? 'p.id' : 'p.household_id';
  // Date and id in one text, so that the smallest of a group is one invoice: the oldest due date, then the lowest id.
  const oldest = `min(i.due_date || printf('%015d', i.id))`;
  const invoiceIds = store.sql
    .prepare(
      `SELECT CAST(substr(first, 11) AS INTEGER) AS id
       FROM (SELECT ${oldest} AS first ${source.from} ${source.where} GROUP BY ${key}) ORDER BY first`,
    )
    .pluck()
    .all(source.parameters) as number[];
  return { invoiceIds, totals: { ...totalsOf(store, selection), rows: invoiceIds.length } };
}

/** Every key of the filtered list, in no order that matters. */
export function selectAll(context: Context, filter: OpenItemsFilter, grouping: Grouping): number[] {
  const selection = selectOpenItems(context.store, filter, context.clock.today());
  const [path, key] = {
    invoice: ['pupil', 'i.id'] as const,
    pupil: ['pupil', 'p.id'] as const,
    household: ['household', 'p.household_id'] as const,
    payer: ['payer', 'y.id'] as const,
  }[grouping];
  const source = openItemsSource(selection, path, { pupil: grouping !== 'invoice' });
  const distinct = grouping === 'invoice' ? '' : 'DISTINCT';
  return context.store.sql
    .prepare(`SELECT ${distinct} ${key} ${source.from} ${source.where}`)
    .pluck()
    .all(source.parameters) as number[];
}

/** Of the keys as the grouping means them, over every open invoice they stand for. */
const keyConditions: Readonly<Record<Grouping, string>> = {
  invoice: 'i.id IN (SELECT value FROM json_each(@keys))',
  pupil: 'p.id IN (SELECT value FROM json_each(@keys))',
  household: 'p.household_id IN (SELECT value FROM json_each(@keys))',
  payer: `i.id IN (SELECT i.id FROM json_each(@keys) k CROSS JOIN liabilities l ON l.payer_id = k.value
    CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = l.pupil_id
    WHERE i.balance_cents <> 0 AND i.withdrawn_at IS NULL AND ${isInForce})`,
};

/**
 * What the selected rows come to. Invoices that several selected payers owe count once: jointly liable payers owe the
 * same money, payers with a share add their shares up.
 */
export function selectionTotals(context: Context, grouping: Grouping, keys: readonly number[]): OpenItemsTotals {
  const everything = selectOpenItems(context.store, {}, context.clock.today());
  const selection: OpenItemsSelection = {
    ...everything,
    conditions: [...everything.conditions, keyConditions[grouping]],
    parameters: { ...everything.parameters, keys: JSON.stringify(keys) },
    readsPupil: grouping === 'pupil' || grouping === 'household',
  };
  const totals = totalsOf(context.store, selection);
  const rows = new Set(keys).size;
  return grouping === 'payer' ? { ...totals, ...payerAmounts(context, selection), rows } : { ...totals, rows };
}

type Amounts = Pick<OpenItemsTotals, 'openCents' | 'overdueCents'>;

function payerAmounts(context: Context, selection: OpenItemsSelection): Amounts {
  const source = openItemsSource(selection, 'payer');
  const row = context.store.sql
    .prepare<[typeof source.parameters], Amounts>(
      `SELECT coalesce(sum(open), 0) AS openCents,
         coalesce(sum(CASE WHEN due_date < @today THEN open ELSE 0 END), 0) AS overdueCents
       FROM (
         SELECT i.due_date AS due_date,
           CASE WHEN max(l.kind = 'joint') THEN i.balance_cents ELSE sum(${payerShare('i.balance_cents')}) END AS open
         ${source.from} ${source.where} AND y.id IN (SELECT value FROM json_each(@keys)) GROUP BY i.id)`,
    )
    .get(source.parameters);
  if (!row) throw new Error('An aggregate always has a row');
  return row;
}
