import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { groupCategories, listCategories, saveCategory, setGroupCategory } from './categories.ts';
import { creditMaximumBill } from './credit.ts';
import { invoiceLinesOf, saveInvoiceLines } from './lines.ts';
import { maximumBillFile } from './list-file.ts';
import { listMaximumBill } from './list.ts';
import { roomOf, setElsewhere, setLevel } from './pupil-facts.ts';

export const maximumBillHandlers: DomainHandlers<'maximumBill'> = {
  categories: os.maximumBill.categories.handler(({ context }) => listCategories(context.store)),
  saveCategory: os.maximumBill.saveCategory.handler(({ context, input }) => saveCategory(context, input)),
  billingGroups: os.maximumBill.billingGroups.handler(({ context, input }) =>
    groupCategories(context.store, input.schoolId),
  ),
  setBillingGroup: os.maximumBill.setBillingGroup.handler(({ context, input }) => setGroupCategory(context, input)),
  lines: os.maximumBill.lines.handler(({ context, input }) => invoiceLinesOf(context.store, input.invoiceId)),
  saveLines: os.maximumBill.saveLines.handler(({ context, input }) => saveInvoiceLines(context, input)),
  setLevel: os.maximumBill.setLevel.handler(({ context, input }) => setLevel(context, input)),
  setElsewhere: os.maximumBill.setElsewhere.handler(({ context, input }) => setElsewhere(context, input)),
  list: os.maximumBill.list.handler(({ context, input }) => listMaximumBill(context, input)),
  credit: os.maximumBill.credit.handler(({ context, input }) => creditMaximumBill(context, input)),
  room: os.maximumBill.room.handler(({ context, input }) => roomOf(context, input)),
  listFile: os.maximumBill.listFile.handler(({ context, input }) => maximumBillFile(context, input)),
};
