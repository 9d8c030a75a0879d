import { decideDunning } from '#shared/dunning/decide-dunning.ts';
import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { dryRun } from '#main/runs/dry-run.ts';
import { archiveProcedure, listProcedures, procedureHistory, saveProcedure } from './procedures.ts';
import { readDunningSettings, saveDunningSettings } from './settings.ts';
import { addShipped, listShippedProcedures } from './shipped-procedures.ts';

export const dunningHandlers: DomainHandlers<'dunning'> = {
  decide: os.dunning.decide.handler(({ input }) => decideDunning(input, input.asOf)),
  preview: os.dunning.preview.handler(({ context, input }) => dryRun(context, input)),
  procedures: os.dunning.procedures.handler(({ context, input }) => listProcedures(context, input)),
  procedureHistory: os.dunning.procedureHistory.handler(({ context, input }) =>
    procedureHistory(context.store, input.procedureId),
  ),
  shippedProcedures: os.dunning.shippedProcedures.handler(({ context }) => listShippedProcedures(context.store)),
  addShipped: os.dunning.addShipped.handler(({ context, input }) => addShipped(context, input)),
  saveProcedure: os.dunning.saveProcedure.handler(({ context, input }) => saveProcedure(context, input)),
  archiveProcedure: os.dunning.archiveProcedure.handler(({ context, input }) =>
    archiveProcedure(context, input.procedureId, input.archived),
  ),
  settings: os.dunning.settings.handler(({ context, input }) => readDunningSettings(context.store, input.schoolId)),
  saveSettings: os.dunning.saveSettings.handler(({ context, input: { schoolId, ...settings } }) =>
    saveDunningSettings(context, schoolId, settings),
  ),
};
