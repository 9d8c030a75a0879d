import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { holdAgain, holdInvoices, liftHolds } from './holds.ts';

export const dunningHandlers: DomainHandlers<'dunning'> = {
  hold: os.dunning.hold.handler(({ context, input }) => holdInvoices(context, input)),
  lift: os.dunning.lift.handler(({ context, input }) => liftHolds(context, input)),
  holdAgain: os.dunning.holdAgain.handler(({ context, input }) => holdAgain(context, input.holdIds)),
};
