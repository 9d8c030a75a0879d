import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { changeHold, holdAgain, liftHolds } from './lift.ts';
import { listHolds } from './list.ts';
import { placeHold } from './place.ts';

export const holdsHandlers: DomainHandlers<'holds'> = {
  place: os.holds.place.handler(({ context, input }) => placeHold(context, input)),
  change: os.holds.change.handler(({ context, input }) => changeHold(context, input)),
  lift: os.holds.lift.handler(({ context, input }) => liftHolds(context, input)),
  placeAgain: os.holds.placeAgain.handler(({ context, input }) => holdAgain(context, input.holdIds)),
  list: os.holds.list.handler(({ context, input }) => listHolds(context, input)),
};
