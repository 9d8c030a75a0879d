import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const maximumBillHandlers: DomainHandlers<'maximumBill'> = {
  categories: os.maximumBill.categories.handler(notYet),
  saveCategory: os.maximumBill.saveCategory.handler(notYet),
  billingGroups: os.maximumBill.billingGroups.handler(notYet),
  setBillingGroup: os.maximumBill.setBillingGroup.handler(notYet),
  lines: os.maximumBill.lines.handler(notYet),
  saveLines: os.maximumBill.saveLines.handler(notYet),
  setLevel: os.maximumBill.setLevel.handler(notYet),
  setElsewhere: os.maximumBill.setElsewhere.handler(notYet),
  list: os.maximumBill.list.handler(notYet),
  credit: os.maximumBill.credit.handler(notYet),
  room: os.maximumBill.room.handler(notYet),
  listFile: os.maximumBill.listFile.handler(notYet),
};
