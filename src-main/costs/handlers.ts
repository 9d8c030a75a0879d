import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { listCostClaims } from './cost-claims.ts';
import { waiveCost } from './give-up.ts';
import { saveCostSettings, showCostSettings } from './settings.ts';

export const costsHandlers: DomainHandlers<'costs'> = {
  settings: os.costs.settings.handler(({ context, input }) => showCostSettings(context, input.schoolId)),
  saveSettings: os.costs.saveSettings.handler(({ context, input: { schoolId, ...settings } }) =>
    saveCostSettings(context, schoolId, settings),
  ),
  list: os.costs.list.handler(({ context, input }) => listCostClaims(context, input)),
  waive: os.costs.waive.handler(({ context, input }) => waiveCost(context, input.costClaimId, input.reason)),
};
