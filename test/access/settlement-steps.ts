import { addFamily } from '#test/support/family.ts';
import type { Api, Scene } from './step.ts';

/** A debt settlement from the order to its end. */
export function settlementSteps(scene: () => Scene) {
  let payerId = 0;
  let settlementId = 0;
  return [
    {
      procedure: 'settlements.open',
      prepare: () => {
        const { application, schoolId } = scene();
        [payerId = 0] = addFamily(application.context.store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: [{ firstName: 'Noor', lastName: 'Geheimnaam' }],
        }).payerIds;
      },
      run: async (api: Api) => {
        const opened = await api.settlements.open({ payerId, orderSentOn: '2026-11-10', court: 'Geheimrechtbank' });
        ({ settlementId } = opened);
      },
    },
    {
      procedure: 'settlements.recordFiled',
      run: (api: Api) => api.settlements.recordFiled({ settlementId, filedOn: '2026-11-20' }),
    },
    {
      procedure: 'settlements.savePlan',
      run: (api: Api) =>
        api.settlements.savePlan({
          settlementId,
          monthlyCents: 100_00,
          creditors: [
            { name: 'Basisschool', amountCents: 320_00, schoolId: scene().schoolId },
            { name: 'Geheimbank', amountCents: 1450_00, schoolId: null },
          ],
        }),
    },
    {
      procedure: 'settlements.close',
      run: (api: Api) =>
        api.settlements.close({ settlementId, outcome: 'revoked', closedOn: '2026-11-20', reason: 'Geheimreden' }),
    },
  ];
}
