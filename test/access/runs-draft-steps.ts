import { addFamily } from '#test/support/family.ts';
import { smallFamily } from '#test/support/sending.ts';
import type { Api, Scene } from './step.ts';

/** A run of reminders that is begun, changed and put away. */
export function runsDraftSteps(scene: () => Scene) {
  let runId = 0;
  let runProposalIds: number[] = [];
  return [
    {
      procedure: 'runs.start',
      prepare: async () => {
        const { application, schoolId } = scene();
        await application.api.dunning.addShipped({ schoolId, shippedKey: 'zacht' });
        addFamily(application.context.store, schoolId, smallFamily(71));
      },
      run: async (api: Api) => {
        ({ runId } = await api.runs.start({ requestKey: 'geheime draft', schoolIds: [scene().schoolId] }));
        const { proposals } = await api.runs.page({ runId });
        runProposalIds = proposals.slice(0, 1).map(({ runProposalId }) => runProposalId);
      },
    },
    { procedure: 'runs.refresh', run: (api: Api) => api.runs.refresh({ runId }) },
    {
      procedure: 'runs.change',
      run: (api: Api) => api.runs.change({ runId, runProposalIds, isDropped: true, reason: 'Geheimreden' }),
    },
    { procedure: 'runs.overrideBank', run: (api: Api) => api.runs.overrideBank({ runId, reason: 'Geheimreden' }) },
    { procedure: 'runs.cancel', run: (api: Api) => api.runs.cancel({ runId }) },
  ];
}
