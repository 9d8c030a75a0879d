import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Grouping, OpenItem, OpenItemsFilter, OpenItemsTotals } from '#shared/ledger/contract.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { groupPage, groupRows } from './group-rows.ts';
import { invoicePage, invoiceRows, type Page } from './invoice-rows.ts';
import { type OpenItemsSelection, selectOpenItems } from './open-items-filter.ts';
import type { Sort } from './open-items-sort.ts';
import { type AmountTotals, payerCount, totalsOf } from './totals.ts';

export type OpenItemsView = { readonly filter: OpenItemsFilter; readonly grouping: Grouping; readonly sort: Sort };

/** One page and the totals of the whole list: totals first, because they say which way to the page is the short one. */
export function openItems(context: Context, view: OpenItemsView & Page): { rows: OpenItem[]; totals: OpenItemsTotals } {
  const { store } = context;
  const today = context.clock.today();
  const selection = selectOpenItems(context, view.filter);
  const totals = totalsOf(store, selection);
  const rows = pageRows(store, selection, view, totals.invoices, view, today);
  return { rows, totals: { ...totals, rows: rowCount(store, selection, view.grouping, totals) } };
}

/** The whole view, for a file: every row in order. */
export function allRows(context: Context, view: OpenItemsView): OpenItem[] {
  const { store } = context;
  const today = context.clock.today();
  const selection = selectOpenItems(context, view.filter);
  const { invoices } = totalsOf(store, selection);
  return pageRows(store, selection, view, invoices, { offset: 0, limit: -1 }, today);
}

function pageRows(
  store: Store,
  selection: OpenItemsSelection,
  { grouping, sort }: OpenItemsView,
  invoices: number,
  { offset, limit }: Page,
  today: PlainDate,
): OpenItem[] {
  if (invoices === 0) return [];
  const page = { offset, limit };
  return grouping === 'invoice'
    ? invoiceRows(store, invoicePage(store, selection, sort, invoices, page), today)
    : groupRows(store, selection, grouping, groupPage(store, selection, grouping, sort, page), today);
}

function rowCount(store: Store, selection: OpenItemsSelection, grouping: Grouping, totals: AmountTotals): number {
  switch (grouping) {
    case 'invoice':
      return totals.invoices;
    case 'pupil':
      return totals.pupils;
    case 'household':
      return totals.households;
    case 'payer':
      return payerCount(store, selection);
  }
}
