import { Problem } from '#shared/api/problem.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { decideNow } from './decide.ts';
import { keepDecision } from './keep-proposals.ts';
import { schoolNames } from './run-names.ts';
import { type RunRow, runByKey } from './run-rows.ts';

/**
 * Decides for today and keeps what comes out of it as a draft. The same key twice is one run; a school has one unfinished
 * run at a time, so that nobody is proposed twice. Source: S-16.
 */
export function start(
  context: Context,
  input: { readonly requestKey: string; readonly schoolIds: readonly number[] },
): { runId: number } {
  const schoolIds = [...new Set(input.schoolIds)].toSorted((a, b) => a - b);
  const known = knownRun(context.store, input.requestKey, schoolIds);
  if (known) return { runId: known.runId };
  return runCommand(context, () => {
    const { store, clock } = context;
    // Pressed in another window between the look and the lock.
    const meanwhile = knownRun(store, input.requestKey, schoolIds);
    if (meanwhile) return { result: { runId: meanwhile.runId }, audit: auditOf(meanwhile.runId, schoolIds) };
    refuseSecondRun(store, schoolIds);
    const today = clock.today();
    const decision = decideNow(store, { asOf: today, today, schoolIds });
    const runId = insertRun(context, input.requestKey, schoolIds);
    keepDecision(store, runId, decision);
    return { result: { runId }, audit: auditOf(runId, schoolIds, decision.proposals.length) };
  });
}

function auditOf(runId: number, schoolIds: readonly number[], proposals?: number) {
  return {
    command: 'runs.start' as const,
    ...(schoolIds.length === 1 ? { schoolId: schoolIds[0] } : {}),
    detail: { runId, schoolIds, ...(proposals === undefined ? {} : { proposals }) },
  };
}

function knownRun(store: Store, requestKey: string, schoolIds: readonly number[]): RunRow | null {
  const run = runByKey(store, requestKey);
  if (run && run.schoolIds.join() !== schoolIds.join()) {
    throw new Problem(
      'CONFLICT',
      'Met deze aanvraag werd al een run voor andere scholen begonnen. Er is niets veranderd; begin een nieuwe.',
      'requestKey',
    );
  }
  return run;
}

function refuseSecondRun(store: Store, schoolIds: readonly number[]): void {
  const open = statement(
    store,
    `SELECT r.id AS runId, r.as_of AS asOf, s.school_id AS schoolId FROM runs r JOIN run_schools s ON s.run_id = r.id
     WHERE r.status IN ('draft', 'approved', 'sending') AND s.school_id IN (SELECT value FROM json_each(?))
     ORDER BY r.id, s.school_id LIMIT 1`,
  ).get(JSON.stringify(schoolIds)) as { runId: number; asOf: string; schoolId: number } | undefined;
  if (!open) return;
  const school = schoolNames(store, [open.schoolId])(open.schoolId);
  throw new Problem(
    'REFUSED',
    `Voor ${school} is de run van ${formatPlainDate(open.asOf)} (nr. ${open.runId}) nog niet af. Er is niets begonnen: werk die run af, of annuleer hem.`,
    'schoolIds',
  );
}

function insertRun({ store, clock, actor }: Context, requestKey: string, schoolIds: readonly number[]): number {
  const { lastInsertRowid } = statement(
    store,
    'INSERT INTO runs (request_key, as_of, author, created_at) VALUES (?, ?, ?, ?)',
  ).run(requestKey, clock.today(), actor, clock.now());
  const runId = Number(lastInsertRowid);
  const school = statement(store, 'INSERT INTO run_schools (run_id, school_id) VALUES (?, ?)');
  for (const schoolId of schoolIds) school.run(runId, schoolId);
  return runId;
}
