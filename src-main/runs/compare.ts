import type { RunPage, RunProposal } from '#shared/runs/contract.ts';
import type { Schools } from '#main/access/caller.ts';
import { kindBehind } from '#main/ledger/sql.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { type RunProposalRow, type RunRow, runById } from './run-rows.ts';
import { runStats } from './run-stats.ts';

export type SinceLastRun = (
  row: Pick<RunProposalRow, 'schoolId' | 'payerId' | 'proposal'>,
) => RunProposal['sinceLastRun'];

export type Comparison = { readonly previous: RunPage['previous']; readonly sinceLastRun: SinceLastRun };

/** A run beside the last finished one of each of its schools, and what was paid since on the bills of that one. */
export function compareWithLast(store: Store, run: RunRow, schoolIds: readonly number[]): Comparison {
  const last = lastRuns(store, run, schoolIds);
  const stages = stagesOf(store, last);
  const runIds = [...new Set(last.values())];
  return {
    previous: runIds.length === 0 ? null : previousRun(store, Math.max(...runIds), schoolIds),
    sinceLastRun: ({ schoolId, payerId, proposal }) => {
      if (!last.has(schoolId)) return null;
      const before = stages.get(`${schoolId}-${payerId}`);
      if (before === undefined) return 'new';
      return proposal.stage > before ? 'further' : proposal.stage === before ? 'same' : 'back';
    },
  };
}

/** Per school the newest run before this one in which something left. */
function lastRuns(store: Store, { runId }: RunRow, schoolIds: readonly number[]): ReadonlyMap<number, number> {
  const rows = statement(
    store,
    `SELECT s.school_id AS schoolId, max(r.id) AS runId FROM runs r JOIN run_schools s ON s.run_id = r.id
     WHERE r.status = 'done' AND r.id < @runId AND s.school_id IN (SELECT value FROM json_each(@schools))
     GROUP BY s.school_id`,
  ).all({ runId, schools: JSON.stringify(schoolIds) }) as { schoolId: number; runId: number }[];
  return new Map(rows.map((row) => [row.schoolId, row.runId]));
}

/** The stage that each payer got in the last run of the school. */
function stagesOf(store: Store, last: ReadonlyMap<number, number>): ReadonlyMap<string, number> {
  const rows = statement(
    store,
    `SELECT r.school_id AS schoolId, r.payer_id AS payerId, r.stage FROM json_each(@last) k
     CROSS JOIN run_proposals r ON r.run_id = k.value ->> 1 AND r.school_id = k.value ->> 0
     WHERE r.outcome = 'out'`,
  ).all({ last: JSON.stringify([...last]) }) as { schoolId: number; payerId: number; stage: number }[];
  return new Map(rows.map(({ schoolId, payerId, stage }) => [`${schoolId}-${payerId}`, stage]));
}

function previousRun(store: Store, runId: number, schoolIds: Schools): NonNullable<RunPage['previous']> {
  const { asOf } = runById(store, runId);
  const { totals } = runStats(store, [runId], schoolIds)(runId);
  return {
    runId,
    asOf,
    proposals: totals.proposals,
    cents: totals.cents,
    paidSinceCents: paidSince(store, runId, schoolIds),
  };
}

/** Received after the day of the run on the bills it was about, less what was taken back. */
function paidSince(store: Store, runId: number, schoolIds: Schools): number {
  return statement(
    store,
    `SELECT coalesce(-sum(p.amount_cents), 0)
     FROM (SELECT DISTINCT e.invoice_id FROM stage_events e
       WHERE e.run_id = @runId AND e.voids_id IS NULL
         AND (@schools IS NULL OR e.school_id IN (SELECT value FROM json_each(@schools)))) asked
     CROSS JOIN postings p ON p.invoice_id = asked.invoice_id
     LEFT JOIN postings o ON o.id = p.reverses_id
     WHERE p.booking_date > (SELECT as_of FROM runs WHERE id = @runId)
       AND ${kindBehind} IN ('receipt', 'interestReceipt', 'otherReceipt', 'receiptViaThirdParty')`,
  )
    .pluck()
    .get({ runId, schools: schoolIds === 'all' ? null : JSON.stringify(schoolIds) }) as number;
}
