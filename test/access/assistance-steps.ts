import { addFamily, type FamilyIds } from '#test/support/family.ts';
import type { Scene, Step } from './step.ts';

/** What is feasible for a family, a signal that was seen, and a talk with its outcome. */
export function assistanceSteps(scene: () => Scene): Step[] {
  let family: FamilyIds = { householdId: 0, payerIds: [], pupilIds: [], invoiceIds: [] };
  let inventoryId = 0;
  const schoolId = () => scene().schoolId;
  return [
    {
      procedure: 'affordability.save',
      prepare: () => {
        const { application } = scene();
        family = addFamily(application.context.store, schoolId(), {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: ['Noor', 'Mia', 'Lou'].map((firstName, index) => ({
            firstName,
            lastName: 'Geheimnaam',
            invoices: [{ number: `HULP-${index}`, amountCents: 45_67 }],
          })),
        });
      },
      run: async (api) => {
        ({ inventoryId } = await api.affordability.save({
          householdId: family.householdId,
          composition: { adults: 1, childAges: [4, 7, 9] },
          lines: [{ kind: 'income', category: 'wages', amountCents: 1_234_56, note: 'Geheimnota' }],
          onDate: '2026-11-20',
          consentOn: '2026-11-20',
          expiresOn: '2027-05-20',
        }));
      },
    },
    { procedure: 'affordability.remove', run: (api) => api.affordability.remove({ inventoryId }) },
    {
      procedure: 'affordability.saveReferenceBudget',
      run: (api) =>
        api.affordability.saveReferenceBudget({ key: 'firstAdult', amountCents: 700_00, source: 'OCMW, mei 2026' }),
    },
    {
      procedure: 'signals.dismiss',
      run: (api) => api.signals.dismiss({ householdId: family.householdId, kind: 'manyChildren' }),
    },
    {
      procedure: 'signals.setSchoolAllowance',
      run: (api) => api.signals.setSchoolAllowance({ pupilId: family.pupilIds[0] ?? 0, hasAllowance: true }),
    },
    {
      procedure: 'talks.record',
      run: (api) =>
        api.talks.record({
          householdId: family.householdId,
          payerId: family.payerIds[0] ?? 0,
          schoolId: schoolId(),
          kind: 'talk',
          outcome: 'plan',
          note: 'Geheimnota',
        }),
    },
    {
      procedure: 'signals.saveSettings',
      run: (api) => api.signals.saveSettings({ schoolId: schoolId(), settings: { enabled: false, off: [] } }),
    },
  ];
}
