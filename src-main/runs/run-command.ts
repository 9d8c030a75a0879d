import { z } from 'zod';
import type { DifferenceLine } from '#shared/approvals/contract.ts';
import { Problem } from '#shared/api/problem.ts';
import { id } from '#shared/api/schemas.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { askedCents } from '#shared/runs/asked-cents.ts';
import { channelWord } from '#shared/runs/channel-words.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { Approvable, ApprovalPlan } from '#main/approvals/approvable.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { approverOf, approvingRoles, hasSeveralUsers, isUnapproved } from './run-approver.ts';
import { costToCome } from './costs-of-run.ts';
import { openProposals, runById } from './run-rows.ts';

export const runRequest = z.object({ runId: id, schoolId: id });
export type RunRequest = z.infer<typeof runRequest>;

/** Yes to the reminders of one school in a run, as they stand there. */
export const runCommandToApprove: Approvable<RunRequest> = {
  kind: 'run',
  command: 'runs.submit',
  input: runRequest,
  plan,
  book: (context, request, approvalId) => {
    plan(context, request);
    keepApproved(context, request, approvalId);
    return null;
  },
};

type Goes = {
  readonly runProposalId: number;
  readonly householdId: number;
  /** Of a split debt only the own share is asked. */
  readonly isSplit: 0 | 1;
  readonly stage: number;
  readonly channel: string;
  readonly textId: number | null;
  readonly cents: number;
  readonly approvedStage: number | null;
  readonly approvedCents: number | null;
  readonly outcome: string;
};

/** What of this school goes and is not done yet. */
function goes(store: Store, { runId, schoolId }: RunRequest): Goes[] {
  return statement(
    store,
    `SELECT id AS runProposalId, household_id AS householdId, instr(proposal, '"splitShare"') > 0 AS isSplit, stage, coalesce(chosen_channel, channel) AS channel, text_id AS textId,
       total_cents AS cents, approved_stage AS approvedStage, approved_cents AS approvedCents, outcome
     FROM run_proposals WHERE run_id = ? AND school_id = ? AND is_dropped = 0 AND outcome IN ('open', 'raised') ORDER BY id`,
  ).all(runId, schoolId) as Goes[];
}

function plan({ store }: Context, request: RunRequest): ApprovalPlan {
  const run = runById(store, request.runId);
  if (run.status !== 'draft' && run.status !== 'sending') {
    throw new Problem('CONFLICT', 'Deze run wacht niet (meer) op goedkeuring. Er is niets veranderd.');
  }
  const rows = goes(store, request);
  if (rows.length === 0) {
    throw new Problem('REFUSED', 'Er is niets om goed te keuren: van deze school vertrekt niets in deze run.');
  }
  const total = together(rows, ({ cents }) => cents);
  const approver = approverOf(store, request.runId, request.schoolId);
  const again = rows.some(({ outcome }) => outcome === 'raised');
  const what = `${rows.length} ${rows.length === 1 ? 'betaler' : 'betalers'}, samen ${formatCents(total)}`;
  return {
    schoolId: request.schoolId,
    householdId: null,
    amountCents: total > 0 ? total : null,
    alwaysAsked: hasSeveralUsers(store) && approver !== 'nobody',
    approvingRoles: approvingRoles(approver),
    summary: `Herinneringen van ${formatPlainDate(run.asOf)}${again ? ', gestegen sinds de goedkeuring' : ''}: ${what}`,
    reason: run.bankOverride,
    difference: differenceOf(rows, total),
    state: rows.map(({ approvedStage: _stage, approvedCents: _cents, ...row }) => row),
    items: [],
  };
}

/** Per stage and channel how many, then the amount; before: what was approved earlier. */
function differenceOf(rows: readonly Goes[], total: number): DifferenceLine[] {
  const groups = Map.groupBy(
    rows.toSorted((a, b) => a.stage - b.stage),
    ({ stage, channel }) => `Fase ${stage}, ${channelWord(channel)}`,
  );
  const approved = rows.filter(({ approvedCents }) => approvedCents !== null);
  return [
    ...[...groups].map(([label, group]) => ({ label, before: '', after: String(group.length) })),
    {
      label: 'Samen',
      before: approved.length === 0 ? '' : formatCents(together(approved, ({ approvedCents }) => approvedCents ?? 0)),
      after: formatCents(total),
    },
  ];
}

/** What was approved is kept per payer: more than this is asked again. */
function keepApproved(context: Context, { runId, schoolId }: RunRequest, approvalId: number | null): void {
  const { store, actor, clock } = context;
  statement(
    store,
    `UPDATE run_proposals SET approved_stage = stage, approved_cents = total_cents,
       outcome = 'open', outcome_reason = iif(outcome = 'raised', '', outcome_reason)
     WHERE run_id = ? AND school_id = ? AND is_dropped = 0 AND outcome IN ('open', 'raised')`,
  ).run(runId, schoolId);
  addCostsToCome(context, { runId, schoolId });
  statement(
    store,
    `UPDATE run_schools SET approval_id = coalesce(@approvalId, approval_id), approved_by = @actor, approved_at = @at
     WHERE run_id = @runId AND school_id = @schoolId`,
  ).run({ approvalId, actor, at: clock.now(), runId, schoolId });
  statement(
    store,
    `UPDATE runs SET status = 'approved' WHERE id = ? AND status = 'draft'
       AND NOT EXISTS (SELECT 1 FROM run_proposals r WHERE r.run_id = runs.id AND ${isUnapproved})`,
  ).run(runId);
}

/** What a stage asks beside the bills is approved with it, so that it is no surprise when it is booked. */
function addCostsToCome({ store, clock }: Context, { runId, schoolId }: RunRequest): void {
  const raise = statement(store, 'UPDATE run_proposals SET approved_cents = approved_cents + ? WHERE id = ?');
  for (const { runProposalId, proposal, chosenChannel, ...row } of openProposals(store, runId)) {
    if (row.schoolId !== schoolId) continue;
    const cost = costToCome(store, { runId, proposal, channel: chosenChannel ?? proposal.channel }, clock.today());
    if (cost !== null) raise.run(cost.cents, runProposalId);
  }
}

/** What they are asked together, as the run itself counts it. */
function together(rows: readonly Goes[], centsOf: (row: Goes) => number): number {
  return askedCents(
    rows.map((row) => ({
      schoolId: 0,
      householdId: row.householdId,
      totalCents: centsOf(row),
      notes: row.isSplit ? [{ code: 'splitShare', sentence: '' }] : [],
    })),
  );
}
