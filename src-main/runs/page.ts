import type { Exclusion } from '#shared/dunning/decision.ts';
import { sendingMoment } from '#shared/law/sending-moment.ts';
import type { RunPage } from '#shared/runs/contract.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { lawTables } from '#main/law/tables.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { compareWithLast } from './compare.ts';
import { summaryOf } from './list.ts';
import { runBlockers } from './page-blockers.ts';
import { pageRows } from './page-rows.ts';
import { concernsOf, pageSchools } from './page-schools.ts';
import { reverseBlockedBy } from './reverse.ts';
import { nameExclusions, schoolNames } from './run-names.ts';
import { proposalsOf, type RunRow, runById } from './run-rows.ts';
import { runStats } from './run-stats.ts';
import { belgianMoment } from './sending-hour.ts';

/** Everything about one run that its screen shows, of the caller's schools, as it is at one moment. */
export function runPage(context: Context, runId: number): RunPage {
  return context.store.sql.transaction(() => readPage(context, runId)).deferred();
}

function readPage(context: Context, runId: number): RunPage {
  const { store, clock } = context;
  const own = schoolsOf(context);
  const run = runById(store, runId);
  const schoolIds = run.schoolIds.filter((schoolId) => includesSchool(own, schoolId));
  const isOpen = run.status === 'draft' || run.status === 'approved' || run.status === 'sending';
  const { previous, sinceLastRun } = compareWithLast(store, run, schoolIds);
  const asOf = isOpen ? clock.today() : run.asOf;
  const { proposals, drafts } = pageRows(store, proposalsOf(store, runId, schoolIds), { asOf, sinceLastRun });
  const perSchool = pageSchools(context, run, schoolIds, proposals);
  const going = perSchool.filter((school) => school.proposals > 0).map(({ schoolId }) => schoolId);
  const nameOf = schoolNames(store, schoolIds);
  const summary = summaryOf(run, runStats(store, [runId], schoolIds)(runId), schoolIds.map(nameOf));
  return {
    ...summary,
    perSchool,
    proposals,
    exclusions: nameExclusions(store, exclusionsOf(store, runId, schoolIds)),
    bankConcerns: isOpen ? concernsOf(store, clock.today(), going) : [],
    bankOverride: run.bankOverride,
    blockers: runBlockers(context, run, { schoolIds: going, drafts }),
    advice: isOpen ? [...sendingMoment(belgianMoment(clock), lawTables(store)).advice] : [],
    previous,
    reversal: reversalOf(store, run, schoolIds),
    reverseBlockedBy: reverseBlockedBy(store, run),
  };
}

function exclusionsOf(store: Store, runId: number, schoolIds: readonly number[]): Exclusion[] {
  const rows = statement(
    store,
    `SELECT exclusion FROM run_exclusions
     WHERE run_id = ? AND school_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  )
    .pluck()
    .all(runId, JSON.stringify(schoolIds)) as string[];
  return rows.map((exclusion) => JSON.parse(exclusion) as Exclusion);
}

/** What became void, and what had left already and stays. */
function reversalOf(store: Store, run: RunRow, schoolIds: readonly number[]): RunPage['reversal'] {
  if (run.reversedAt === null) return null;
  const counts = statement(
    store,
    `SELECT count(*) FILTER (WHERE outcome = 'void') AS voided, count(*) FILTER (WHERE outcome = 'out') AS stayed
     FROM run_proposals WHERE run_id = ? AND school_id IN (SELECT value FROM json_each(?))`,
  ).get(run.runId, JSON.stringify(schoolIds)) as { voided: number; stayed: number };
  return { at: run.reversedAt, by: run.reversedBy ?? '', reason: run.reversalReason, ...counts };
}
