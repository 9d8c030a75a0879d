import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { balances } from './balances.ts';
import { bookReceipts } from './book-receipts.ts';
import { compensate, proposeCompensation } from './compensation.ts';
import { exportOpenItems } from './export-open-items.ts';
import { facets } from './facets.ts';
import { readInvoicePage } from './invoice-page.ts';
import { moneyHandlers } from './money-handlers.ts';
import { openItems } from './open-items.ts';
import { listPostings } from './postings.ts';
import { reallocate, reverse } from './reverse.ts';
import { selectAll, selectionTotals, selectUnique } from './selection.ts';
import { verifyBalances } from './verify.ts';
import { allocateWhatIf } from './what-if.ts';

export const ledgerHandlers: DomainHandlers<'ledger'> = {
  ...moneyHandlers,
  openItems: os.ledger.openItems.handler(({ context, input }) => openItems(context, input)),
  facets: os.ledger.facets.handler(({ context }) => facets(context)),
  selectUnique: os.ledger.selectUnique.handler(({ context, input }) => selectUnique(context, input.filter, input.by)),
  selectAll: os.ledger.selectAll.handler(({ context, input }) => ({
    keys: selectAll(context, input.filter, input.grouping),
  })),
  selectionTotals: os.ledger.selectionTotals.handler(({ context, input }) => selectionTotals(context, input)),
  exportOpenItems: os.ledger.exportOpenItems.handler(({ context, input }) => exportOpenItems(context, input)),
  invoice: os.ledger.invoice.handler(({ context, input }) => readInvoicePage(context, input.invoiceId)),
  postings: os.ledger.postings.handler(({ context, input }) => listPostings(context, input)),
  balances: os.ledger.balances.handler(({ context, input }) => balances(context, input)),
  allocate: os.ledger.allocate.handler(({ context, input }) => allocateWhatIf(context, input)),
  bookReceipts: os.ledger.bookReceipts.handler(({ context, input }) => bookReceipts(context, input)),
  reallocate: os.ledger.reallocate.handler(({ context, input }) => reallocate(context, input)),
  reverse: os.ledger.reverse.handler(({ context, input }) => reverse(context, input)),
  proposeCompensation: os.ledger.proposeCompensation.handler(({ context, input }) =>
    proposeCompensation(context, input.householdId),
  ),
  compensate: os.ledger.compensate.handler(({ context, input }) => compensate(context, input)),
  verify: os.ledger.verify.handler(({ context }) => verifyBalances(context.store)),
};
