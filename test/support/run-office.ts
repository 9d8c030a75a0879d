import type { RouterClient } from '@orpc/server';
import type { Stage } from '#shared/dunning/procedure.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { JobProgress } from '#shared/jobs/contract.ts';
import type { Clock } from '#main/adapters/clock.ts';
import type { ContractRouter } from '#main/api/implementer.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { type TestApplication, testApplication } from './application.ts';
import { addFamily, addSchool, type Family, type FamilyIds } from './family.ts';

/** A Monday, 39 days after the bills of a test family are due. */
export const runDay = '2026-11-23';

export type RunOffice = {
  readonly application: TestApplication;
  readonly api: RouterClient<ContractRouter>;
  readonly context: Context;
  readonly store: Store;
  readonly schoolId: number;
  /** Of the shipped texts, by name of their key. */
  readonly textId: (shippedKey: string) => number;
  readonly add: (family: Family) => FamilyIds;
  /** Another day or hour, UTC: `09:00` is ten in the morning in a Belgian winter. */
  readonly setClock: (day: PlainDate, time?: string) => void;
  /** A run that was started and submitted; approved where nobody else is asked. */
  readonly approvedRun: (requestKey?: string) => Promise<number>;
  readonly sendRun: (runId: number) => Promise<JobProgress>;
};

/** A school with a procedure in force, at ten in the morning. */
export async function runOffice(
  stages?: readonly (Partial<Stage> & { readonly days: number; readonly text?: string })[],
): Promise<RunOffice> {
  let moment = { day: runDay as PlainDate, time: '09:00' };
  const clock: Clock = { today: () => moment.day, now: () => `${moment.day}T${moment.time}:00.000Z` };
  const application = await testApplication(runDay, undefined, clock);
  const { api, context } = application;
  const { store } = context;
  const schoolId = addSchool(store);
  store.sql
    .prepare(
      "UPDATE schools SET enterprise_number = '0123456749', street = 'Wilgenlaan 2', postal_code = '9000', city = 'Gent' WHERE id = ?",
    )
    .run(schoolId);
  const shipped = await api.dunning.addShipped({ schoolId, shippedKey: 'deHorizon' });
  // How new the statement is, is another matter than sending.
  const settings = { minimumCents: 0, schoolLeavers: 'remind' as const, statementMaxAgeDays: null };
  await api.dunning.saveSettings({ schoolId, ...settings });
  const textId = (shippedKey: string): number =>
    store.sql.prepare('SELECT id FROM texts WHERE shipped_key = ?').pluck().get(shippedKey) as number;
  if (stages) {
    await api.dunning.saveProcedure({
      procedureId: shipped.procedureId,
      schoolId,
      name: 'Proef',
      validFrom: '2026-09-01',
      stages: stages.map(({ text = 'friendlyReminder', ...stage }) => ({ ...stage, textId: textId(text) })),
    });
  }
  let runs = 0;
  return {
    application,
    api,
    context,
    store,
    schoolId,
    textId,
    add: (family) => addFamily(store, schoolId, family),
    setClock: (day, time = '09:00') => {
      moment = { day, time };
    },
    approvedRun: async (requestKey) => {
      runs += 1;
      const { runId } = await api.runs.start({ requestKey: requestKey ?? `run-${runs}`, schoolIds: [schoolId] });
      await api.runs.submit({ runId });
      return runId;
    },
    sendRun: async (runId) => api.jobs.wait(await api.runs.send({ runId })),
  };
}
