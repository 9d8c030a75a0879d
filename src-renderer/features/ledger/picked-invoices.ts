import type { OpenItem, OpenItemsFilter } from '#shared/ledger/contract.ts';
import { client } from '#renderer/app/api.ts';
import type { PickedItems } from '#renderer/app/selection.ts';

const pageRows = 1000;

/**
 * The invoices behind a selection. Of pupils and households: all their open invoices that pass the filter. A selection
 * of payers has no invoices of its own (joint payers share them), so it answers with none.
 */
export async function pickedInvoices(picked: PickedItems, filter: OpenItemsFilter): Promise<readonly OpenItem[]> {
  if (picked.grouping === 'payer') return [];
  const keyOf = {
    invoice: (item: OpenItem) => item.invoiceId,
    pupil: (item: OpenItem) => item.pupilId,
    household: (item: OpenItem) => item.householdId,
  }[picked.grouping];
  const keys = new Set<number | null>(picked.keys);
  const found: OpenItem[] = [];
  for (let offset = 0; ; offset += pageRows) {
    const page = await client.ledger.openItems({ filter, grouping: 'invoice', offset, limit: pageRows });
    found.push(...page.rows.filter((item) => keys.has(keyOf(item))));
    if (offset + pageRows >= page.totals.rows) return found;
  }
}
