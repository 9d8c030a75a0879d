import { createRouterClient } from '@orpc/server';
import { router } from '#main/api/router.ts';
import type { TestApplication } from '#test/support/application.ts';
import { clockFrom } from '#test/support/clock.ts';
import { addFamily, addSchool } from '#test/support/family.ts';
import type { Api, Step } from './step.ts';

/** A run of a school of its own, from yes to taking it back, at ten in the morning whenever the tests run. */
export function runSendSteps(scene: () => { readonly application: TestApplication }): readonly Step[] {
  let runId = 0;
  let textId = 0;
  const api = (): Api => {
    const { context } = scene().application;
    const clock = clockFrom(context.clock.today(), '09:00');
    return createRouterClient(router, { context: { ...context, clock } });
  };
  const done = async ({ jobId }: { readonly jobId: string }): Promise<void> => {
    const job = await api().jobs.wait({ jobId });
    if (job.state !== 'done') throw new Error(job.failure ?? job.state);
  };
  return [
    {
      procedure: 'runs.submit',
      prepare: async () => void (runId = await startRun()),
      run: () => api().runs.submit({ runId }),
    },
    { procedure: 'runs.reopen', run: () => api().runs.reopen({ runId }) },
    {
      procedure: 'runs.send',
      prepare: async () => void (await api().runs.submit({ runId })),
      run: async () => done(await api().runs.send({ runId })),
    },
    { procedure: 'runs.printLetters', run: async () => done(await api().runs.printLetters({ runId })) },
    { procedure: 'runs.confirmPosted', run: () => api().runs.confirmPosted({ runId }) },
    { procedure: 'runs.reverse', run: () => api().runs.reverse({ runId, reason: 'Geheimreden' }) },
    { procedure: 'runs.correct', run: async () => done(await api().runs.correct({ runId, textId })) },
  ];

  async function startRun(): Promise<number> {
    const { store } = scene().application.context;
    const schoolId = addSchool(store, 'Basisschool De Linde');
    store.sql.prepare("UPDATE schools SET enterprise_number = '0123456749' WHERE id = ?").run(schoolId);
    await api().dunning.addShipped({ schoolId, shippedKey: 'zacht' });
    const settings = { minimumCents: 0, schoolLeavers: 'remind' as const, statementMaxAgeDays: null };
    await api().dunning.saveSettings({ schoolId, ...settings });
    textId = store.sql.prepare("SELECT id FROM texts WHERE shipped_key = 'correction'").pluck().get() as number;
    for (const email of ['geheim@voorbeeld.example', undefined])
      addFamily(store, schoolId, {
        name: 'Gezin Geheimnaam',
        payers: [{ firstName: 'Lies', lastName: 'Geheimnaam', ...(email ? { email } : {}) }],
        pupils: [
          {
            firstName: 'Noor',
            lastName: 'Geheimnaam',
            invoices: [
              {
                number: email ? 'L-81' : 'L-82',
                amountCents: 25_00,
                structuredReference: email ? '000000008181' : '000000008282',
              },
            ],
          },
        ],
      });
    return (await api().runs.start({ requestKey: 'geheime run', schoolIds: [schoolId] })).runId;
  }
}
