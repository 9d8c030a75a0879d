import type { OpenItemsTotals } from '#shared/ledger/contract.ts';
import type { Store } from '#main/store/store.ts';
import type { OpenItemsSelection } from './open-items-filter.ts';
import { openItemsSource } from './open-items-source.ts';

/** Totals without the number of rows, which depends on the grouping. */
export type AmountTotals = Omit<OpenItemsTotals, 'rows'>;

/**
 * What a selection comes to. Counted pupil by pupil in the order of the index: the pupils need no set of their own, and
 * only one row per pupil is left over which households must be told apart. A credit is part of the balance and never overdue.
 */
export function totalsOf(store: Store, selection: OpenItemsSelection): AmountTotals {
  const source = openItemsSource(selection, 'pupil');
  const pupil = selection.readsPupil && !selection.searched ? 'p.id' : 'i.pupil_id';
  const row = store.sql
    .prepare<[typeof source.parameters], AmountTotals>(
      `SELECT coalesce(sum(invoices), 0) AS invoices, count(*) AS pupils, count(DISTINCT p.household_id) AS households,
         coalesce(sum(open), 0) AS openCents, coalesce(sum(overdue), 0) AS overdueCents
       FROM (
         SELECT ${pupil} AS pupil_id, count(*) AS invoices, sum(i.balance_cents) AS open,
           sum(CASE WHEN i.due_date < @today AND i.balance_cents > 0 THEN i.balance_cents ELSE 0 END) AS overdue
         ${source.from} ${source.where} GROUP BY ${pupil}
       ) x CROSS JOIN pupils p ON p.id = x.pupil_id`,
    )
    .get(source.parameters);
  if (!row) throw new Error('An aggregate always has a row');
  return row;
}

/** How many payers owe something of the selection. */
export function payerCount(store: Store, selection: OpenItemsSelection): number {
  const source = openItemsSource(selection, 'payer');
  return store.sql
    .prepare(`SELECT count(*) FROM (SELECT 1 ${source.from} ${source.where} GROUP BY y.id)`)
    .pluck()
    .get(source.parameters) as number;
}
