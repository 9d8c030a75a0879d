import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const limitationHandlers: DomainHandlers<'limitation'> = {
  invoice: os.limitation.invoice.handler(notYet),
  radar: os.limitation.radar.handler(notYet),
  recordAct: os.limitation.recordAct.handler(notYet),
  withdrawAct: os.limitation.withdrawAct.handler(notYet),
  restoreAct: os.limitation.restoreAct.handler(notYet),
};
