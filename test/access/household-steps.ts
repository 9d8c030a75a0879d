import { addFamily, type FamilyIds } from '#test/support/family.ts';
import { person } from './command-inputs.ts';
import type { Scene, Step } from './step.ts';

/** What changes in a family, and is taken back. */
export function householdSteps(scene: () => Scene): Step[] {
  let family: FamilyIds;
  let signatureId = 0;
  let changeId = 0;
  const pupilId = () => family.pupilIds[0] ?? 0;
  return [
    {
      procedure: 'people.saveRulesSignature',
      prepare: () => {
        const { application, schoolId } = scene();
        family = addFamily(application.context.store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [
            { firstName: 'Geheimnaam', lastName: 'Een' },
            { firstName: 'Geheimnaam', lastName: 'Twee' },
          ],
          pupils: [{ firstName: 'Geheimnaam', lastName: 'Twee' }],
        });
      },
      run: async (api) => {
        const signature = { pupilIds: [pupilId()], signedOn: '2026-09-01', rules: 'Geheimtekst' };
        const [saved] = await api.people.saveRulesSignature({ ...signature, payerId: family.payerIds[0] ?? 0 });
        signatureId = saved?.rulesSignatureId ?? 0;
      },
    },
    {
      procedure: 'people.removeRulesSignature',
      run: (api) => api.people.removeRulesSignature({ rulesSignatureId: signatureId }),
    },
    {
      procedure: 'people.separate',
      run: (api) => {
        const liabilities = family.payerIds.map((payerId) => ({ payerId, kind: 'split' as const, shareBp: 5000 }));
        return api.people.separate({
          householdId: family.householdId,
          separatedOn: '2026-11-01',
          pupils: [{ pupilId: pupilId(), liabilities, basis: 'agreement' }],
          note: 'Geheimreden',
        });
      },
    },
    {
      procedure: 'people.comeOfAge',
      run: async (api) => {
        const details = { ...person, relation: 'self' as const };
        const change = await api.people.comeOfAge({ pupilId: pupilId(), fromDate: '2026-11-10', details });
        changeId = change.householdChangeId;
      },
    },
    { procedure: 'people.undoChange', run: (api) => api.people.undoChange({ householdChangeId: changeId }) },
    { procedure: 'people.setLeft', run: (api) => api.people.setLeft({ pupilId: pupilId(), leftOn: '2026-11-13' }) },
    { procedure: 'people.markSettled', run: (api) => api.people.markSettled({ pupilId: pupilId(), settled: true }) },
  ];
}
