import { addFamily } from '#test/support/family.ts';
import type { Api, Scene, Step } from './step.ts';

/** A partner, a parent who goes there with permission, and how it went. */
export function referralSteps(scene: () => Scene): Step[] {
  let payerId = 0;
  let referralId = 0;
  let referralPartnerId = 0;
  const proof = { fileName: 'geheim.txt', contentBase64: Buffer.from('getekend').toString('base64') };
  return [
    {
      procedure: 'referrals.savePartner',
      prepare: () => {
        const { application, schoolId } = scene();
        [payerId = 0] = addFamily(application.context.store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: [{ firstName: 'Noor', lastName: 'Geheimnaam' }],
        }).payerIds;
      },
      run: async (api: Api) => {
        const details = { name: 'Geheimdienst', kind: 'ocmw' as const };
        ({ referralPartnerId } = await api.referrals.savePartner({ details }));
      },
    },
    {
      procedure: 'referrals.open',
      run: async (api: Api) => {
        ({ referralId } = await api.referrals.open({ payerId, referralPartnerId, followUpOn: '2026-12-01' }));
      },
    },
    {
      procedure: 'referrals.recordPermission',
      run: (api: Api) =>
        api.referrals.recordPermission({ referralId, permissionOn: '2026-11-20', what: ['name'], proof }),
    },
    { procedure: 'referrals.share', run: (api: Api) => api.referrals.share({ referralId }) },
    { procedure: 'referrals.withdrawPermission', run: (api: Api) => api.referrals.withdrawPermission({ referralId }) },
    {
      procedure: 'referrals.followUp',
      run: (api: Api) => api.referrals.followUp({ referralId, outcome: 'helped', note: 'Geheimnota' }),
    },
    { procedure: 'referrals.reopen', run: (api: Api) => api.referrals.reopen({ referralId }) },
    { procedure: 'referrals.removePartner', run: (api: Api) => api.referrals.removePartner({ referralPartnerId }) },
    { procedure: 'referrals.restorePartner', run: (api: Api) => api.referrals.restorePartner({ referralPartnerId }) },
  ];
}
