import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { readInvoiceClock } from './invoice-clock.ts';
import { readRadar } from './radar.ts';
import { recordAct, restoreAct, withdrawAct } from './record-act.ts';

export const limitationHandlers: DomainHandlers<'limitation'> = {
  invoice: os.limitation.invoice.handler(({ context, input }) => readInvoiceClock(context, input.invoiceId)),
  radar: os.limitation.radar.handler(({ context, input }) => readRadar(context, input)),
  recordAct: os.limitation.recordAct.handler(({ context, input }) => recordAct(context, input)),
  withdrawAct: os.limitation.withdrawAct.handler(({ context, input }) => withdrawAct(context, input.limitationActId)),
  restoreAct: os.limitation.restoreAct.handler(({ context, input }) => restoreAct(context, input.limitationActId)),
};
