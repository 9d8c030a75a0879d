import type { FamilyIds } from '#test/support/family.ts';
import type { Step } from './step.ts';

type Scene = { readonly family: FamilyIds; readonly schoolId: number };

/** A household, a payer and a school that are held, one of them changed, and all of them let go. */
export function holdSteps(scene: () => Scene): readonly Step[] {
  const placed: number[] = [];
  const keep = async (placing: Promise<{ holdIds: number[] }>): Promise<void> => {
    placed.push(...(await placing).holdIds);
  };
  const reason = 'Geheimreden';
  return [
    {
      procedure: 'holds.place',
      run: (api) => keep(api.holds.place({ householdId: scene().family.householdId, kind: 'bereavement', reason })),
    },
    {
      procedure: 'holds.place',
      run: (api) => keep(api.holds.place({ payerId: scene().family.payerIds[0] ?? 0, kind: 'mediation', reason })),
    },
    {
      procedure: 'holds.place',
      run: (api) => keep(api.holds.place({ schoolId: scene().schoolId, reason, untilDate: '2027-01-03' })),
    },
    {
      procedure: 'holds.change',
      run: async (api) => {
        const { holdId } = await api.holds.change({ holdId: placed[0] ?? 0, reason, untilDate: '2026-12-24' });
        placed[0] = holdId;
      },
    },
    { procedure: 'holds.lift', run: (api) => api.holds.lift({ holdIds: placed }) },
  ];
}
