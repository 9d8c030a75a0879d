import type { Api } from './step.ts';

type Scene = { readonly schoolId: number };

/** By which steps a school reminds. */
export function dunningSteps(scene: () => Scene) {
  let procedureId = 0;
  return [
    {
      procedure: 'dunning.addShipped',
      run: async (api: Api) => {
        ({ procedureId } = await api.dunning.addShipped({ schoolId: scene().schoolId, shippedKey: 'deHorizon' }));
      },
    },
    {
      procedure: 'dunning.saveProcedure',
      run: async (api: Api) => {
        const [newest] = await api.dunning.procedureHistory({ procedureId });
        return api.dunning.saveProcedure({
          procedureId,
          schoolId: scene().schoolId,
          name: 'De Horizon',
          validFrom: newest?.validFrom ?? '',
          stages: newest?.stages ?? [],
        });
      },
    },
    {
      procedure: 'dunning.archiveProcedure',
      run: (api: Api) => api.dunning.archiveProcedure({ procedureId, archived: true }),
    },
    {
      procedure: 'dunning.saveSettings',
      run: (api: Api) => api.dunning.saveSettings({ schoolId: scene().schoolId, minimumCents: 5_00 }),
    },
  ];
}
