import { addFamily, addInvoice, type FamilyIds } from '#test/support/family.ts';
import type { Scene, Step } from './step.ts';

/** A plan from the conversation to its end, for a family of its own. */
export function planSteps(scene: () => Scene): Step[] {
  let family: FamilyIds = { householdId: 0, payerIds: [], pupilIds: [], invoiceIds: [] };
  let planId = 0;
  let extraId = 0;
  const reason = 'Geheimreden';
  return [
    {
      procedure: 'plans.make',
      prepare: () => {
        const { application, schoolId } = scene();
        family = addFamily(application.context.store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: [{ firstName: 'Noor', lastName: 'Geheimnaam', invoices: [{ number: '8601', amountCents: 300_00 }] }],
        });
        const [pupilId = 0] = family.pupilIds;
        extraId = addInvoice(application.context.store, schoolId, pupilId, { number: '8602', amountCents: 40_00 });
      },
      run: async (api) => {
        const asked = {
          requestKey: 'plan-of-the-trail',
          householdId: family.householdId,
          schoolId: scene().schoolId,
          payerIds: [...family.payerIds],
          invoiceIds: [...family.invoiceIds],
          startsOn: '2026-11-20',
          monthlyCents: 50_00,
          note: reason,
        };
        ({ planId } = await api.plans.make(asked));
      },
    },
    { procedure: 'plans.bookObligations', run: (api) => api.plans.bookObligations({ schoolId: scene().schoolId }) },
    {
      procedure: 'plans.change',
      run: (api) =>
        api.plans.change({ planId, invoiceIds: [...family.invoiceIds], startsOn: '2026-12-01', count: 5, reason }),
    },
    { procedure: 'plans.pause', run: (api) => api.plans.pause({ planId, months: 1, reason }) },
    { procedure: 'plans.declineClaims', run: (api) => api.plans.declineClaims({ planId, invoiceIds: [extraId] }) },
    { procedure: 'plans.addClaims', run: (api) => api.plans.addClaims({ planId, invoiceIds: [extraId] }) },
    { procedure: 'plans.removeClaims', run: (api) => api.plans.removeClaims({ planId, invoiceIds: [extraId] }) },
    { procedure: 'plans.end', run: (api) => api.plans.end({ planId, reason }) },
    { procedure: 'plans.revive', run: (api) => api.plans.revive({ planId }) },
    {
      procedure: 'plans.saveSettings',
      run: (api) =>
        api.plans.saveSettings({
          schoolId: scene().schoolId,
          settings: { toleranceDays: 3, remindDaysBefore: 5, proposedDays: 30, allowsInterest: false },
          billingGroups: [],
        }),
    },
  ];
}
