import { addFamily, type FamilyIds } from '#test/support/family.ts';
import type { Api, Scene } from './step.ts';

/** An acknowledgement with a signed paper, taken back and brought back. */
export function limitationSteps(scene: () => Scene) {
  let family: FamilyIds = { householdId: 0, payerIds: [], pupilIds: [], invoiceIds: [] };
  let limitationActId = 0;
  return [
    {
      procedure: 'limitation.recordAct',
      prepare: () => {
        const { application, schoolId } = scene();
        family = addFamily(application.context.store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: [
            {
              firstName: 'Noor',
              lastName: 'Geheimnaam',
              invoices: [{ number: '8971', amountCents: 100_00, issueDate: '2026-09-01', dueDate: '2026-09-15' }],
            },
          ],
        });
      },
      run: async (api: Api) => {
        const { limitationActIds } = await api.limitation.recordAct({
          invoiceIds: [...family.invoiceIds],
          payerId: family.payerIds[0] ?? null,
          kind: 'acknowledgement',
          date: '2026-10-01',
          note: 'Geheimtekst',
          proof: {
            fileName: 'geheimnaam.pdf',
            contentBase64: Buffer.from('%PDF-1.7\nGeheimtekst').toString('base64'),
          },
        });
        limitationActId = limitationActIds[0] ?? 0;
      },
    },
    {
      procedure: 'limitation.withdrawAct',
      run: (api: Api) => api.limitation.withdrawAct({ limitationActId }),
    },
    {
      procedure: 'limitation.restoreAct',
      run: (api: Api) => api.limitation.restoreAct({ limitationActId }),
    },
  ];
}
