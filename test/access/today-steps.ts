import { addFamily, type FamilyIds } from '#test/support/family.ts';
import type { Api, Scene } from './step.ts';

/** A call that is planned, put off, done, and one that is taken off the list. */
export function todaySteps(scene: () => Scene) {
  let family: FamilyIds = { householdId: 0, payerIds: [], pupilIds: [], invoiceIds: [] };
  let taskId = 0;
  const plan = async (api: Api): Promise<void> => {
    const { householdId, payerIds } = family;
    const asked = { householdId, schoolId: scene().schoolId, payerId: payerIds[0] ?? 0 };
    ({ taskId } = await api.today.addTask({ ...asked, kind: 'phone', dueDate: '2026-11-20' }));
  };
  return [
    {
      procedure: 'today.addTask',
      prepare: () => {
        const { application, schoolId } = scene();
        family = addFamily(application.context.store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: [{ firstName: 'Noor', lastName: 'Geheimnaam' }],
        });
      },
      run: plan,
    },
    {
      procedure: 'today.notReached',
      run: (api: Api) => api.today.notReached({ taskId, againOn: '2026-12-01' }),
    },
    {
      procedure: 'today.finishTask',
      run: (api: Api) => api.today.finishTask({ taskId, outcome: 'disputed', note: 'Geheimnota' }),
    },
    {
      procedure: 'today.cancelTask',
      prepare: () => plan(scene().application.api),
      run: (api: Api) => api.today.cancelTask({ taskId, reason: 'Geheimreden' }),
    },
  ];
}
