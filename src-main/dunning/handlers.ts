import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const dunningHandlers: DomainHandlers<'dunning'> = {
  decide: os.dunning.decide.handler(notYet),
  preview: os.dunning.preview.handler(notYet),
  procedures: os.dunning.procedures.handler(notYet),
  procedureHistory: os.dunning.procedureHistory.handler(notYet),
  shippedProcedures: os.dunning.shippedProcedures.handler(notYet),
  addShipped: os.dunning.addShipped.handler(notYet),
  saveProcedure: os.dunning.saveProcedure.handler(notYet),
  archiveProcedure: os.dunning.archiveProcedure.handler(notYet),
  settings: os.dunning.settings.handler(notYet),
  saveSettings: os.dunning.saveSettings.handler(notYet),
};
