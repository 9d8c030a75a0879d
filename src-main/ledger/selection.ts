import type { Grouping, OpenItemsFilter, OpenItemsTotals, Selection } from '#shared/ledger/contract.ts';
import type { Context } from '#main/api/context.ts';
import { isHeldInList } from '#main/holds/held-sql.ts';
import { type OpenItemsSelection, selectOpenItems } from './open-items-filter.ts';
import { openItemsSource } from './open-items-source.ts';
import { hasPart, payerOpenShare } from './payer-share.ts';
import { isInForce } from './sql.ts';
import { totalsOf } from './totals.ts';

type Unique = { readonly invoiceIds: number[]; readonly totals: OpenItemsTotals };

/** The oldest open invoice of each pupil or household in the filter; the totals still count all of them. */
export function selectUnique(context: Context, filter: OpenItemsFilter, by: 'pupil' | 'household'): Unique {
  const { store } = context;
  const selection = selectOpenItems(context, filter);
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
  const selection = selectOpenItems(context, filter);
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

/** Of the keys as the rows mean them, over every open invoice they stand for. */
const keyConditions: Readonly<Record<Grouping | `unique-${NonNullable<Selection['unique']>}`, string>> = {
  invoice: 'i.id IN (SELECT value FROM json_each(@keys))',
  pupil: 'p.id IN (SELECT value FROM json_each(@keys))',
  household: 'p.household_id IN (SELECT value FROM json_each(@keys))',
  payer: `i.id IN (SELECT i.id FROM json_each(@keys) k CROSS JOIN liabilities l ON l.payer_id = k.value
    CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = l.pupil_id
    WHERE i.balance_cents <> 0 AND i.withdrawn_at IS NULL AND ${isInForce} AND ${hasPart})`,
  'unique-pupil': `i.pupil_id IN (SELECT o.pupil_id FROM json_each(@keys) k CROSS JOIN invoices o ON o.id = k.value)`,
  'unique-household': `p.household_id IN (SELECT q.household_id FROM json_each(@keys) k
    CROSS JOIN invoices o ON o.id = k.value CROSS JOIN pupils q ON q.id = o.pupil_id)`,
};

function openItemsOf(context: Context, { grouping, keys, unique }: Selection): OpenItemsSelection {
  const everything = selectOpenItems(context, {});
  const condition = keyConditions[grouping === 'invoice' && unique ? (`unique-${unique}` as const) : grouping];
  return {
    ...everything,
    conditions: [...everything.conditions, condition],
    parameters: { ...everything.parameters, keys: JSON.stringify(keys) },
    readsPupil: condition.startsWith('p.'),
  };
}

/** Every open invoice that the selected rows stand for. */
export function selectedInvoiceIds(context: Context, selection: Selection): number[] {
  const source = openItemsSource(openItemsOf(context, selection), 'pupil');
  return context.store.sql
    .prepare(`SELECT i.id ${source.from} ${source.where}`)
    .pluck()
    .all(source.parameters) as number[];
}

/**
 * What the selected rows come to. Invoices that several selected payers owe count once: jointly liable payers owe the
 * same money, payers with a share add their shares up.
 */
export function selectionTotals(context: Context, selection: Selection): OpenItemsTotals & { held: number } {
  const openItems = openItemsOf(context, selection);
  const totals = {
    ...totalsOf(context.store, openItems),
    held: heldCount(context, openItems),
    rows: new Set(selection.keys).size,
  };
  return selection.grouping === 'payer' ? { ...totals, ...payerAmounts(context, openItems) } : totals;
}

function heldCount(context: Context, openItems: OpenItemsSelection): number {
  const source = openItemsSource(openItems, 'pupil');
  return context.store.sql
    .prepare(`SELECT count(*) ${source.from} ${source.where} AND ${isHeldInList}`)
    .pluck()
    .get(source.parameters) as number;
}

type Amounts = Pick<OpenItemsTotals, 'openCents' | 'overdueCents'>;

function payerAmounts(context: Context, openItems: OpenItemsSelection): Amounts {
  const source = openItemsSource(openItems, 'payer');
  const row = context.store.sql
    .prepare<[typeof source.parameters], Amounts>(
      `SELECT coalesce(sum(open), 0) AS openCents,
         coalesce(sum(CASE WHEN due_date < @today AND open > 0 THEN open ELSE 0 END), 0) AS overdueCents
       FROM (
         SELECT i.due_date AS due_date,
           CASE WHEN i.payer_id IS NULL AND max(l.kind = 'joint') THEN i.balance_cents ELSE sum(${payerOpenShare}) END AS open
         ${source.from} ${source.where} AND y.id IN (SELECT value FROM json_each(@keys)) GROUP BY i.id)`,
    )
    .get(source.parameters);
  if (!row) throw new Error('An aggregate always has a row');
  return row;
}
