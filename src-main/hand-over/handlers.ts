import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const handOverHandlers: DomainHandlers<'handOver'> = {
  partners: os.handOver.partners.handler(notYet),
  savePartner: os.handOver.savePartner.handler(notYet),
  removePartner: os.handOver.removePartner.handler(notYet),
  gate: os.handOver.gate.handler(notYet),
  previewBundle: os.handOver.previewBundle.handler(notYet),
  make: os.handOver.make.handler(notYet),
  list: os.handOver.list.handler(notYet),
  bundle: os.handOver.bundle.handler(notYet),
  setReference: os.handOver.setReference.handler(notYet),
  takeBack: os.handOver.takeBack.handler(notYet),
};
