import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const costsHandlers: DomainHandlers<'costs'> = {
  settings: os.costs.settings.handler(notYet),
  saveSettings: os.costs.saveSettings.handler(notYet),
  list: os.costs.list.handler(notYet),
  waive: os.costs.waive.handler(notYet),
};
