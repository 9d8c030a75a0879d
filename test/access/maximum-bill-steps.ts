import { addFamily, type FamilyIds } from '#test/support/family.ts';
import type { Api, Scene, Step } from './step.ts';

/** A farm stay of a kleuter, which may cost nothing: put in its category, and credited. */
export function maximumBillSteps(scene: () => Scene): Step[] {
  let family: FamilyIds = { householdId: 0, payerIds: [], pupilIds: [], invoiceIds: [] };
  let costCategoryId = 0;
  const pupilId = (): number => family.pupilIds[0] ?? 0;
  const schoolYear = '2026-2027';
  return [
    {
      procedure: 'maximumBill.saveCategory',
      prepare: () => {
        const { application, schoolId } = scene();
        // A step before may have made it a secondary school, where nothing has a maximum.
        application.context.store.sql.prepare("UPDATE schools SET level = 'primary' WHERE id = ?").run(schoolId);
        family = addFamily(application.context.store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: [{ firstName: 'Noor', lastName: 'Geheimnaam', invoices: [{ number: 'MB-1', amountCents: 40_00 }] }],
        });
      },
      run: async (api: Api) => {
        ({ costCategoryId } = await api.maximumBill.saveCategory({ name: 'Boerderijklas', cap: 'multiDay' }));
      },
    },
    {
      procedure: 'maximumBill.setBillingGroup',
      run: async (api: Api) => {
        const [group] = await api.maximumBill.billingGroups({ schoolId: scene().schoolId });
        const billingGroupId = group?.billingGroupId ?? 0;
        await api.maximumBill.setBillingGroup({ billingGroupId, costCategoryId: null });
      },
    },
    {
      procedure: 'maximumBill.saveLines',
      run: (api: Api) =>
        api.maximumBill.saveLines({
          invoiceId: family.invoiceIds[0] ?? 0,
          lines: [{ description: 'Geheime uitstap', costCategoryId, amountCents: 40_00 }],
        }),
    },
    {
      procedure: 'maximumBill.setLevel',
      run: (api: Api) => api.maximumBill.setLevel({ pupilId: pupilId(), schoolYear, level: 'nursery' }),
    },
    {
      procedure: 'maximumBill.setElsewhere',
      run: (api: Api) =>
        api.maximumBill.setElsewhere({ pupilId: pupilId(), schoolYear, amountCents: 1_00, source: 'Geheime bron' }),
    },
    {
      procedure: 'maximumBill.credit',
      run: (api: Api) => api.maximumBill.credit({ pupilIds: [pupilId()], schoolYear }),
    },
  ];
}
