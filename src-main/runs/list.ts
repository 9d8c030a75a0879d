import type { RunSummary } from '#shared/runs/contract.ts';
import { includesSchool, type Schools, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { schoolNames } from './run-names.ts';
import { newestRuns, type RunRow } from './run-rows.ts';
import { type RunStats, runStats } from './run-stats.ts';

/** The runs of the caller's schools, the newest first. */
export function listRuns(
  context: Context,
  { schoolId, limit }: { readonly schoolId?: number | undefined; readonly limit: number },
): RunSummary[] {
  const { store } = context;
  const own = schoolsOf(context);
  const wanted: Schools = schoolId === undefined ? own : includesSchool(own, schoolId) ? [schoolId] : [];
  const runs = newestRuns(store, wanted, limit);
  const stats = runStats(
    store,
    runs.map(({ runId }) => runId),
    own,
  );
  const nameOf = schoolNames(
    store,
    runs.flatMap(({ schoolIds }) => schoolIds),
  );
  return runs.map((run) =>
    summaryOf(run, stats(run.runId), run.schoolIds.filter((id) => includesSchool(own, id)).map(nameOf)),
  );
}

export function summaryOf(run: RunRow, stats: RunStats, schools: readonly string[]): RunSummary {
  const { runId, asOf, status, author, at, reversedAt } = run;
  return { runId, asOf, status, schools: [...schools].toSorted(), author, at, reversedAt, ...stats };
}
