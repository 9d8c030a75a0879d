import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';
import { holdAgain, holdInvoices, liftHolds } from './holds.ts';

export const holdsHandlers: DomainHandlers<'holds'> = {
  place: os.holds.place.handler(({ context, input }) => {
    if (!('invoiceIds' in input) && !('selection' in input)) return notYet();
    return holdInvoices(context, input);
  }),
  change: os.holds.change.handler(notYet),
  lift: os.holds.lift.handler(({ context, input }) => liftHolds(context, input)),
  placeAgain: os.holds.placeAgain.handler(({ context, input }) => holdAgain(context, input.holdIds)),
  list: os.holds.list.handler(notYet),
};
