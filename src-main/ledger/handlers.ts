import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { exportOpenItems } from './export-open-items.ts';
import { facets } from './facets.ts';
import { openItems } from './open-items.ts';
import { selectAll, selectionTotals, selectUnique } from './selection.ts';
import { verifyBalances } from './verify.ts';

export const ledgerHandlers: DomainHandlers<'ledger'> = {
  openItems: os.ledger.openItems.handler(({ context, input }) => openItems(context, input)),
  facets: os.ledger.facets.handler(({ context }) => facets(context.store)),
  selectUnique: os.ledger.selectUnique.handler(({ context, input }) => selectUnique(context, input.filter, input.by)),
  selectAll: os.ledger.selectAll.handler(({ context, input }) => ({
    keys: selectAll(context, input.filter, input.grouping),
  })),
  selectionTotals: os.ledger.selectionTotals.handler(({ context, input }) => selectionTotals(context, input)),
  exportOpenItems: os.ledger.exportOpenItems.handler(({ context, input }) => exportOpenItems(context, input)),
  verify: os.ledger.verify.handler(({ context }) => verifyBalances(context.store)),
};
