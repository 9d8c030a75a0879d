import { createRouterClient } from '@orpc/server';
import { router } from '#main/api/router.ts';
import { addFamily, type FamilyIds } from '#test/support/family.ts';
import type { Api, Scene, Step } from './step.ts';

export const firstUser = { login: 'test', password: 'Geheimwoord 1234' };
export const newPassword = 'Geheimwoord 5678';

/** Requests for a second pair of eyes, of this person and of somebody else at this computer. */
export function approvalSteps(scene: () => Scene): readonly Step[] {
  let family: FamilyIds = { householdId: 0, payerIds: [], pupilIds: [], invoiceIds: [] };
  let approvalId = 0;
  const somebodyElse = (): Api =>
    createRouterClient(router, { context: { ...scene().application.context, actor: 'els' } });
  const ask = async (api: Api): Promise<void> => {
    const outcome = await api.ledger.refund({
      invoiceId: family.invoiceIds[0] ?? 0,
      amountCents: 1_00,
      method: 'cash',
      payerId: family.payerIds[0] ?? 0,
      thirdPartyPayerId: null,
      iban: null,
      holderName: null,
      reason: 'Geheimreden',
    });
    approvalId = outcome.outcome === 'waiting' ? outcome.approvalId : 0;
  };
  const askAndReject = async (): Promise<void> => {
    await ask(scene().application.api);
    await somebodyElse().approvals.reject({ approvalId, reason: 'Geheimreden' });
  };
  return [
    {
      procedure: 'approvals.saveThresholds',
      prepare: () => {
        const { application, schoolId } = scene();
        family = addFamily(application.context.store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: [
            {
              firstName: 'Noor',
              lastName: 'Geheimnaam',
              invoices: [{ number: '8101', amountCents: 100_00, paidCents: 150_00 }],
            },
          ],
        });
      },
      run: (api) => {
        const thresholds = { writeOff: null, remission: null, refund: 0, transfer: null, payerAccount: null };
        return api.approvals.saveThresholds({ schoolId: scene().schoolId, thresholds });
      },
    },
    {
      procedure: 'approvals.approve',
      prepare: () => ask(somebodyElse()),
      run: async (api) => {
        const { stateSha256 } = await api.approvals.show({ approvalId });
        return api.approvals.approve({ approvalId, stateSha256 });
      },
    },
    {
      procedure: 'approvals.reject',
      prepare: () => ask(somebodyElse()),
      run: (api) => api.approvals.reject({ approvalId, reason: 'Geheimreden' }),
    },
    {
      procedure: 'approvals.resubmit',
      prepare: askAndReject,
      run: async (api) => {
        const { request } = await api.approvals.show({ approvalId });
        approvalId = (await api.approvals.resubmit({ approvalId, request })).approvalId;
      },
    },
    { procedure: 'approvals.withdraw', run: (api) => api.approvals.withdraw({ approvalId }) },
  ];
}

/** The last of all: once there is a user, everybody signs in. */
export function accessSteps(scene: () => Scene): readonly Step[] {
  return [
    { procedure: 'access.saveSettings', run: (api) => api.access.saveSettings({ idleMinutes: 30 }) },
    {
      procedure: 'access.saveUser',
      run: (api) =>
        api.access.saveUser({
          userId: null,
          ...firstUser,
          name: 'test',
          roles: [{ role: 'administrator', schoolId: null }],
          isActive: true,
        }),
    },
    {
      procedure: 'access.changePassword',
      prepare: async () => {
        await scene().application.api.access.signIn(firstUser);
      },
      run: (api) => api.access.changePassword({ currentPassword: firstUser.password, newPassword }),
    },
    { procedure: 'access.signOut', run: (api) => api.access.signOut() },
  ];
}
