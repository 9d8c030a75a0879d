import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { showGate } from './gate.ts';
import { keptBundle, setReference, takeBack } from './kept.ts';
import { listHandOvers } from './list.ts';
import { makeHandOver, previewBundle } from './make.ts';
import { listPartners, removePartner, savePartner } from './partners.ts';

export const handOverHandlers: DomainHandlers<'handOver'> = {
  partners: os.handOver.partners.handler(({ context }) => listPartners(context)),
  savePartner: os.handOver.savePartner.handler(({ context, input }) => savePartner(context, input)),
  removePartner: os.handOver.removePartner.handler(({ context, input }) => removePartner(context, input.partnerId)),
  gate: os.handOver.gate.handler(({ context, input }) => showGate(context, input)),
  previewBundle: os.handOver.previewBundle.handler(({ context, input }) => previewBundle(context, input)),
  make: os.handOver.make.handler(({ context, input }) => makeHandOver(context, input)),
  list: os.handOver.list.handler(({ context, input }) => listHandOvers(context, input)),
  bundle: os.handOver.bundle.handler(({ context, input }) => keptBundle(context, input.handOverId)),
  setReference: os.handOver.setReference.handler(({ context, input }) => setReference(context, input)),
  takeBack: os.handOver.takeBack.handler(({ context, input }) => takeBack(context, input)),
};
