import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { type Proposal } from '#shared/dunning/decision.ts';
import type { StageChannel } from '#shared/dunning/procedure.ts';
import type { ProposalOutcome, RunStatus } from '#shared/runs/contract.ts';
import { Problem } from '#shared/api/problem.ts';
import { includesSchool, type Schools } from '#main/access/caller.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

export type RunRow = {
  readonly runId: number;
  readonly requestKey: string;
  readonly asOf: PlainDate;
  readonly status: RunStatus;
  readonly bankOverride: string;
  readonly author: string;
  readonly at: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly reversedAt: string | null;
  readonly reversedBy: string | null;
  readonly reversalReason: string;
  readonly schoolIds: readonly number[];
};

export type RunProposalRow = {
  readonly runProposalId: number;
  readonly runId: number;
  readonly schoolId: number;
  readonly householdId: number;
  readonly payerId: number;
  readonly proposal: Proposal;
  readonly isDropped: boolean;
  readonly choiceReason: string;
  readonly chosenChannel: StageChannel | null;
  readonly approvedStage: number | null;
  readonly approvedCents: number | null;
  readonly number: string | null;
  readonly outcome: ProposalOutcome;
  readonly outcomeReason: string;
  readonly messageId: number | null;
  readonly taskId: number | null;
  readonly payBefore: PlainDate | null;
};

const runColumns = `id AS runId, request_key AS requestKey, as_of AS asOf, status, bank_override AS bankOverride, author,
  created_at AS at, started_at AS startedAt, finished_at AS finishedAt, reversed_at AS reversedAt,
  reversed_by AS reversedBy, reversal_reason AS reversalReason,
  (SELECT json_group_array(school_id ORDER BY school_id) FROM run_schools WHERE run_id = runs.id) AS schoolIds`;

type StoredRun = Omit<RunRow, 'schoolIds'> & { readonly schoolIds: string };

function toRun(row: StoredRun): RunRow {
  return { ...row, schoolIds: JSON.parse(row.schoolIds) as number[] };
}

/** A run, with all its schools. Throws NOT_FOUND. */
export function runById(store: Store, runId: number): RunRow {
  const row = statement(store, `SELECT ${runColumns} FROM runs WHERE id = ?`).get(runId) as StoredRun | undefined;
  if (!row) throw new Problem('NOT_FOUND', 'Deze verzending van herinneringen bestaat niet. Kies er een uit de lijst.');
  return toRun(row);
}

export function runByKey(store: Store, requestKey: string): RunRow | null {
  const row = statement(store, `SELECT ${runColumns} FROM runs WHERE request_key = ?`).get(requestKey) as
    | StoredRun
    | undefined;
  return row ? toRun(row) : null;
}

/** The newest first; null: of every school. */
export function newestRuns(store: Store, schools: Schools, limit: number): RunRow[] {
  const rows = statement(
    store,
    `SELECT ${runColumns} FROM runs
     WHERE @schools IS NULL OR EXISTS (SELECT 1 FROM run_schools s
       WHERE s.run_id = runs.id AND s.school_id IN (SELECT value FROM json_each(@schools)))
     ORDER BY id DESC LIMIT @limit`,
  ).all({ schools: schools === 'all' ? null : JSON.stringify(schools), limit }) as StoredRun[];
  return rows.map(toRun);
}

type StoredProposal = Omit<RunProposalRow, 'proposal' | 'isDropped'> & {
  readonly proposal: string;
  readonly isDropped: 0 | 1;
};

const proposalColumns = `id AS runProposalId, run_id AS runId, school_id AS schoolId, household_id AS householdId,
  payer_id AS payerId, proposal, is_dropped AS isDropped, choice_reason AS choiceReason,
  chosen_channel AS chosenChannel, approved_stage AS approvedStage, approved_cents AS approvedCents, number,
  outcome, outcome_reason AS outcomeReason, message_id AS messageId, task_id AS taskId, pay_before AS payBefore`;

function toProposal(row: StoredProposal): RunProposalRow {
  return { ...row, proposal: JSON.parse(row.proposal) as Proposal, isDropped: row.isDropped === 1 };
}

/** What a run would do, in the order it was decided; of these schools only. */
export function proposalsOf(store: Store, runId: number, schools: Schools = 'all'): RunProposalRow[] {
  const rows = statement(store, `SELECT ${proposalColumns} FROM run_proposals WHERE run_id = ? ORDER BY id`).all(
    runId,
  ) as StoredProposal[];
  return rows.filter(({ schoolId }) => includesSchool(schools, schoolId)).map(toProposal);
}

/** One row of a run with the others of its household; empty when it is not of this run. */
export function proposalsOfHousehold(store: Store, runId: number, runProposalId: number): RunProposalRow[] {
  const rows = statement(
    store,
    `SELECT ${proposalColumns} FROM run_proposals
     WHERE run_id = @runId AND household_id = (
       SELECT household_id FROM run_proposals WHERE id = @runProposalId AND run_id = @runId) ORDER BY id`,
  ).all({ runId, runProposalId }) as StoredProposal[];
  return rows.map(toProposal);
}

/** What goes and is not done yet, by household; of these rows only, when they are given. */
export function openProposals(store: Store, runId: number, ids: readonly number[] | null = null): RunProposalRow[] {
  const rows = statement(
    store,
    `SELECT ${proposalColumns} FROM run_proposals
     WHERE run_id = @runId AND is_dropped = 0 AND outcome = 'open'
       AND (@ids IS NULL OR id IN (SELECT value FROM json_each(@ids))) ORDER BY household_id, id`,
  ).all({ runId, ids: ids === null ? null : JSON.stringify(ids) }) as StoredProposal[];
  return rows.map(toProposal);
}
