import { noCosts } from '#shared/costs/settings-problems.ts';
import { chargeCosts } from '#main/costs/charge-costs.ts';
import { addFamily } from '#test/support/family.ts';
import { addSentStage } from '#test/support/stage-event.ts';
import type { Api, Scene } from './step.ts';

/** The clause of a school, and a cost that is asked and given up. */
export function costSteps(scene: () => Scene) {
  let costClaimId = 0;
  return [
    {
      procedure: 'costs.saveSettings',
      run: (api: Api) =>
        api.costs.saveSettings({
          ...noCosts,
          schoolId: scene().schoolId,
          enabled: true,
          clause: 'Geheimclausule',
          clauseReference: 'art. 12',
          clauseDate: '2026-01-05',
          kind: 'lumpSum',
          lumpSumMinimumCents: 10_00,
        }),
    },
    {
      procedure: 'costs.waive',
      prepare: () => {
        const { application, schoolId } = scene();
        const { context } = application;
        const { householdId, payerIds, invoiceIds } = addFamily(context.store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: [
            {
              firstName: 'Noor',
              lastName: 'Geheimnaam',
              invoices: [{ number: '8951', amountCents: 100_00, issueDate: '2026-09-01', dueDate: '2026-09-15' }],
            },
          ],
        });
        const [payerId = 0] = payerIds;
        const runId = addSentStage(context.store, {
          schoolId,
          householdId,
          payerId,
          invoiceIds,
          announcedCents: 20_00,
        });
        const items = invoiceIds.map((invoiceId) => ({ invoiceId, amountCents: 100_00 }));
        const asked = { runId, schoolId, householdId, payerId, stage: 2, items };
        const request = { ...asked, kind: 'lumpSum', channel: 'email' } as const;
        [costClaimId = 0] = context.store.transaction(() => chargeCosts(context, request));
      },
      run: (api: Api) => api.costs.waive({ costClaimId, reason: 'Geheimreden' }),
    },
  ];
}
