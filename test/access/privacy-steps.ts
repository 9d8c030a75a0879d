import { addFamily, type FamilyIds, insert } from '#test/support/family.ts';
import type { Api, Scene, Step } from './step.ts';

/** What somebody asks about the own data, from the question to the erasure. */
export function privacySteps(scene: () => Scene): Step[] {
  let family: FamilyIds = { householdId: 0, payerIds: [], pupilIds: [], invoiceIds: [] };
  let privacyRequestId = 0;
  const subject = () => ({ payerId: family.payerIds[0] ?? 0 });
  return [
    {
      procedure: 'privacy.recordRequest',
      prepare: () => {
        const { application, schoolId } = scene();
        family = addFamily(application.context.store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: [{ firstName: 'Noor', lastName: 'Geheimnaam' }],
        });
      },
      run: async (api: Api) => {
        const asked = { subject: subject(), kind: 'erasure' as const, askedOn: '2026-11-10', note: 'Geheimnota' };
        ({ privacyRequestId } = await api.privacy.recordRequest(asked));
      },
    },
    {
      procedure: 'privacy.accessReport',
      run: (api: Api) => api.privacy.accessReport({ subject: subject(), format: 'json' }),
    },
    {
      procedure: 'privacy.answerRequest',
      run: (api: Api) =>
        api.privacy.answerRequest({ privacyRequestId, answer: 'Geheimantwoord', answeredOn: '2026-11-20' }),
    },
    {
      procedure: 'privacy.erase',
      run: (api: Api) => api.privacy.erase({ subject: subject(), reason: 'Geheimreden' }),
    },
    {
      procedure: 'privacy.deleteExpired',
      prepare: () => {
        insert(scene().application.context.store, 'notes', {
          household_id: family.householdId,
          kind: 'note',
          body: 'Geheimnota',
          author: 'test',
          created_at: '2024-01-01T09:00:00.000Z',
          is_social: 1,
        });
      },
      run: (api: Api) => api.privacy.deleteExpired(),
    },
  ];
}
