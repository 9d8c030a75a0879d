import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { dismissSignal, listSignals } from './list.ts';
import { saveSignalSettings, setSchoolAllowance, signalSettingsOf } from './settings.ts';

export const signalsHandlers: DomainHandlers<'signals'> = {
  list: os.signals.list.handler(({ context, input }) => listSignals(context, input)),
  dismiss: os.signals.dismiss.handler(({ context, input }) => dismissSignal(context, input)),
  settings: os.signals.settings.handler(({ context, input }) => signalSettingsOf(context.store, input.schoolId)),
  saveSettings: os.signals.saveSettings.handler(({ context, input }) => saveSignalSettings(context, input)),
  setSchoolAllowance: os.signals.setSchoolAllowance.handler(({ context, input }) => setSchoolAllowance(context, input)),
};
