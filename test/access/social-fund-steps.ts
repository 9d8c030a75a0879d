import { addFamily, type FamilyIds } from '#test/support/family.ts';
import type { Api, Scene, Step } from './step.ts';

/** A fund, a grant that is given and taken back, and one that is withdrawn; this school asks no second person. */
export function socialFundSteps(scene: () => Scene): Step[] {
  let family: FamilyIds = { householdId: 0, payerIds: [], pupilIds: [], invoiceIds: [] };
  let fundId = 0;
  let grantId = 0;
  let asked = 0;
  const ask = async (api: Api): Promise<void> => {
    asked += 1;
    ({ grantId } = await api.socialFund.request({
      requestKey: `geheimvraag-${asked}`,
      fundId,
      householdId: family.householdId,
      items: [{ invoiceId: family.invoiceIds[0] ?? 0, amountCents: 10_00 }],
      motivation: 'Geheimreden',
    }));
  };
  return [
    {
      procedure: 'socialFund.saveFund',
      prepare: async () => {
        const { application, schoolId } = scene();
        family = addFamily(application.context.store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: [{ firstName: 'Noor', lastName: 'Geheimnaam', invoices: [{ number: 'SF-1', amountCents: 50_00 }] }],
        });
        const { api } = application;
        const thresholds = await api.approvals.thresholds({ schoolId });
        await api.approvals.saveThresholds({ schoolId, thresholds: { ...thresholds, grant: null } });
      },
      run: async (api: Api) => {
        const year = { schoolId: scene().schoolId, schoolYear: '2026-2027' };
        ({ fundId } = await api.socialFund.saveFund({ ...year, source: 'Geheimfonds', amountCents: 100_00 }));
      },
    },
    { procedure: 'socialFund.request', run: ask },
    {
      procedure: 'socialFund.takeBack',
      run: (api: Api) => api.socialFund.takeBack({ grantId, reason: 'Geheimreden' }),
    },
    {
      procedure: 'socialFund.withdraw',
      prepare: () => {
        const { application } = scene();
        const { store } = application.context;
        // Asked, and not decided yet.
        grantId = Number(
          store.sql
            .prepare(
              `INSERT INTO grants (request_key, request_sha256, school_id, fund_id, household_id, amount_cents, motivation, author, created_at)
               SELECT 'wacht-0001', 'x', school_id, id, ?, 500, 'x', 'test', created_at FROM funds WHERE id = ?`,
            )
            .run(family.householdId, fundId).lastInsertRowid,
        );
      },
      run: (api: Api) => api.socialFund.withdraw({ grantId }),
    },
  ];
}
