import { addFamily } from '#test/support/family.ts';
import { addSentStage } from '#test/support/stage-event.ts';
import type { Api, Scene } from './step.ts';

/** A payer's bills from a new partner to the hand-over that is taken back, and the partner that goes. */
export function handOverSteps(scene: () => Scene) {
  let payerId = 0;
  let partnerId = 0;
  let handOverId = 0;
  return [
    {
      procedure: 'handOver.savePartner',
      run: async (api: Api) => {
        const partner = { name: 'Geheimnaam', kind: 'lawyer', agreementOn: '2026-09-01', city: 'Geheimstad' } as const;
        ({ partnerId } = await api.handOver.savePartner({ partnerId: null, ...partner }));
      },
    },
    {
      procedure: 'handOver.make',
      prepare: () => {
        const { application, schoolId } = scene();
        const { store } = application.context;
        const { householdId, payerIds, invoiceIds } = addFamily(store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: [{ firstName: 'Noor', lastName: 'Geheimnaam', invoices: [{ number: '8967', amountCents: 80_00 }] }],
        });
        [payerId = 0] = payerIds;
        addSentStage(store, { schoolId, householdId, payerId, invoiceIds });
      },
      run: async (api: Api) => {
        const whose = { payerId, schoolId: scene().schoolId, partnerId };
        ({ handOverId } = await api.handOver.make({ ...whose, reference: 'Geheimnummer' }));
      },
    },
    {
      procedure: 'handOver.setReference',
      run: (api: Api) => api.handOver.setReference({ handOverId, reference: 'Geheimnummer' }),
    },
    { procedure: 'handOver.takeBack', run: (api: Api) => api.handOver.takeBack({ handOverId, reason: 'Geheimreden' }) },
    { procedure: 'handOver.removePartner', run: (api: Api) => api.handOver.removePartner({ partnerId }) },
  ];
}
