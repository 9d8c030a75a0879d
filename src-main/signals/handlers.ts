import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const signalsHandlers: DomainHandlers<'signals'> = {
  list: os.signals.list.handler(notYet),
  dismiss: os.signals.dismiss.handler(notYet),
  settings: os.signals.settings.handler(notYet),
  saveSettings: os.signals.saveSettings.handler(notYet),
  setSchoolAllowance: os.signals.setSchoolAllowance.handler(notYet),
};
