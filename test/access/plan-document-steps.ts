import type { PlanPage } from '#shared/plans/shapes.ts';
import { addFamily } from '#test/support/family.ts';
import type { Scene, Step } from './step.ts';

/** The paper of a plan: sent, accepted, announced, and taken back. */
export function planDocumentSteps(scene: () => Scene): Step[] {
  let plan: PlanPage | undefined;
  const made = (): PlanPage => {
    if (!plan) throw new Error('The plan is made in the first step');
    return plan;
  };
  return [
    {
      procedure: 'plans.sendDocument',
      prepare: async () => {
        plan = await planOfNewFamily(scene());
      },
      run: (api) =>
        api.plans.sendDocument({ requestKey: 'papier-van-plan', planId: made().planId, payerIds: payersOf(made()) }),
    },
    {
      procedure: 'plans.recordAcceptance',
      run: async (api) => {
        plan = await api.plans.recordAcceptance({
          planId: made().planId,
          payerIds: payersOf(made()),
          how: 'paper',
          signedOn: scene().application.context.clock.today(),
          proof: { fileName: 'getekend.txt', contentBase64: Buffer.from('getekend').toString('base64') },
        });
      },
    },
    {
      procedure: 'plans.sendUpcoming',
      run: (api) => api.plans.sendUpcoming({ requestKey: 'schijf-van-plan', planIds: [made().planId] }),
    },
    {
      procedure: 'plans.withdrawAcceptance',
      run: (api) => api.plans.withdrawAcceptance({ planSignatureId: made().signatures[0]?.planSignatureId ?? 0 }),
    },
  ];
}

function payersOf({ payers }: PlanPage): number[] {
  return payers.map(({ payerId }) => payerId);
}

/** Made beside the steps, so that the trail of a step holds its own line only. */
function planOfNewFamily({ application, schoolId }: Scene): Promise<PlanPage> {
  const { store, clock } = application.context;
  const family = addFamily(store, schoolId, {
    name: 'Gezin Plan',
    payers: [{ firstName: 'Lies', lastName: 'Plan', email: 'lies@plan.example', channel: 'letter' }],
    pupils: [{ firstName: 'Ot', lastName: 'Plan', invoices: [{ number: 'PLAN-1', amountCents: 60_00 }] }],
  });
  return application.api.plans.make({
    requestKey: 'plan-om-te-tekenen',
    householdId: family.householdId,
    schoolId,
    payerIds: [...family.payerIds],
    invoiceIds: [...family.invoiceIds],
    startsOn: clock.today(),
    count: 3,
    remindDaysBefore: 7,
  });
}
