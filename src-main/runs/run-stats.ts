import type { RunSummary } from '#shared/runs/contract.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type RunTotals = RunSummary['totals'];

/** What a run proposes and what became of it, for as far as it is of the caller's schools. */
export type RunStats = {
  readonly totals: RunTotals;
  readonly sent: number;
  readonly printed: number;
  readonly waiting: number;
  readonly failed: number;
  readonly uncertain: number;
  readonly tasksOpen: number;
};

const ofSchools = '(@schools IS NULL OR r.school_id IN (SELECT value FROM json_each(@schools)))';
const ofRuns = 'r.run_id IN (SELECT value FROM json_each(@runs))';

/** Jointly liable payers of one household are both asked for the whole, which counts once; split shares add up. */
const askedCents = `SELECT run_id AS runId, sum(cents) AS cents FROM (
    SELECT r.run_id, iif(max(instr(r.proposal, '"splitShare"')) > 0, sum(r.total_cents), max(r.total_cents)) AS cents
    FROM run_proposals r WHERE ${ofRuns} AND ${ofSchools} AND r.is_dropped = 0 AND r.outcome <> 'dropped'
    GROUP BY r.run_id, r.school_id, r.household_id)
  GROUP BY run_id`;

/** One message to a couple is one message; without one yet each payer is counted. */
const counts = `SELECT run_id AS runId, sum(goes) AS proposals,
    count(DISTINCT one) FILTER (WHERE goes AND channel = 'email') AS emails,
    count(DISTINCT one) FILTER (WHERE goes AND channel = 'letter') AS letters,
    count(DISTINCT one) FILTER (WHERE goes AND channel = 'registeredLetter') AS registeredLetters,
    count(*) FILTER (WHERE goes AND channel IN ('phone', 'talk', 'handOver')) AS tasks,
    count(*) FILTER (WHERE NOT goes) AS dropped,
    count(DISTINCT household_id) FILTER (WHERE goes) AS households,
    count(DISTINCT one) FILTER (WHERE status = 'sent' AND channel = 'email') AS sent,
    count(DISTINCT one) FILTER (WHERE status = 'sent' AND channel <> 'email') AS printed,
    count(DISTINCT one) FILTER (WHERE status IN ('reserved', 'sending')) AS waiting,
    count(DISTINCT one) FILTER (WHERE status = 'failed') AS failed,
    count(DISTINCT one) FILTER (WHERE status = 'uncertain') AS uncertain,
    count(*) FILTER (WHERE task_open) AS tasksOpen
  FROM (
    SELECT r.run_id, r.household_id, r.is_dropped = 0 AND r.outcome <> 'dropped' AS goes, m.status,
      coalesce(-m.id, r.id) AS one,
      CASE WHEN m.channel = 'email' THEN 'email'
        WHEN m.channel = 'letter' AND coalesce(r.chosen_channel, r.channel) <> 'registeredLetter' THEN 'letter'
        ELSE coalesce(r.chosen_channel, r.channel) END AS channel,
      t.id IS NOT NULL AND t.done_at IS NULL AND t.cancelled_at IS NULL AS task_open
    FROM run_proposals r LEFT JOIN messages m ON m.id = r.message_id LEFT JOIN tasks t ON t.id = r.task_id
    WHERE ${ofRuns} AND ${ofSchools})
  GROUP BY run_id`;

const excludedCounts = `SELECT r.run_id AS runId, count(*) AS excluded FROM run_exclusions r
  WHERE ${ofRuns} AND ${ofSchools} GROUP BY r.run_id`;

type CountRow = Omit<RunStats, 'totals'> & Omit<RunTotals, 'cents' | 'excluded'> & { readonly runId: number };

/** Of many runs at once, in three statements. */
export function runStats(store: Store, runIds: readonly number[], schools: Schools): (runId: number) => RunStats {
  const parameters = { runs: JSON.stringify(runIds), schools: schoolsParameter(schools) };
  const perRun = new Map((statement(store, counts).all(parameters) as CountRow[]).map((row) => [row.runId, row]));
  const cents = amounts(statement(store, askedCents).all(parameters) as { runId: number; cents: number }[]);
  const excluded = new Map(
    (statement(store, excludedCounts).all(parameters) as { runId: number; excluded: number }[]).map((row) => [
      row.runId,
      row.excluded,
    ]),
  );
  return (runId) => {
    const row = perRun.get(runId);
    return {
      totals: {
        proposals: row?.proposals ?? 0,
        emails: row?.emails ?? 0,
        letters: row?.letters ?? 0,
        registeredLetters: row?.registeredLetters ?? 0,
        tasks: row?.tasks ?? 0,
        dropped: row?.dropped ?? 0,
        excluded: excluded.get(runId) ?? 0,
        households: row?.households ?? 0,
        cents: cents.get(runId) ?? 0,
      },
      sent: row?.sent ?? 0,
      printed: row?.printed ?? 0,
      waiting: row?.waiting ?? 0,
      failed: row?.failed ?? 0,
      uncertain: row?.uncertain ?? 0,
      tasksOpen: row?.tasksOpen ?? 0,
    };
  };
}

function amounts(rows: readonly { runId: number; cents: number }[]): ReadonlyMap<number, number> {
  return new Map(rows.map(({ runId, cents }) => [runId, cents]));
}
