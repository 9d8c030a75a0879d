import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const settlementsHandlers: DomainHandlers<'settlements'> = {
  list: os.settlements.list.handler(notYet),
  open: os.settlements.open.handler(notYet),
  claimStatement: os.settlements.claimStatement.handler(notYet),
  recordFiled: os.settlements.recordFiled.handler(notYet),
  close: os.settlements.close.handler(notYet),
};
