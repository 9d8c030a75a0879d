import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { holdInvoices, lift } from './holds.ts';

export const dunningHandlers: DomainHandlers<'dunning'> = {
  hold: os.dunning.hold.handler(({ context, input }) => holdInvoices(context, input)),
  lift: os.dunning.lift.handler(({ context, input }) => lift(context, input.holdIds)),
};
