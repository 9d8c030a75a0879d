import { Problem } from '#shared/api/problem.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { insertApproval } from '#main/approvals/request.ts';
import { needsSecondPerson } from '#main/approvals/submit.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { type SchoolApproval, schoolApproval } from './school-approval.ts';
import { isUnapproved } from './run-approver.ts';
import { runCommandToApprove } from './run-command.ts';
import { type RunRow, runById } from './run-rows.ts';

/**
 * Says yes to what stands there, each school by itself; where a second person is asked it becomes a request. Pressed again
 * it asks nothing twice. Also for what went up since the run began.
 */
export function submit(context: Context, runId: number): { runId: number; outcome: 'approved' | 'waiting' } {
  return runCommand(context, () => {
    const run = runById(context.store, runId);
    refuseSubmit(context.store, run);
    const schoolIds = unapprovedSchools(context.store, runId);
    const waiting = schoolIds.filter((schoolId) => submitSchool(context, runId, schoolId) === 'waiting');
    return {
      result: { runId, outcome: waiting.length > 0 ? 'waiting' : 'approved' },
      audit: {
        command: 'runs.submit',
        ...(run.schoolIds.length === 1 ? { schoolId: run.schoolIds[0] } : {}),
        detail: { runId, schoolIds, waiting },
      },
    };
  });
}

function refuseSubmit(store: Store, { runId, status }: RunRow): void {
  if (status === 'approved' || status === 'sending') return;
  if (status !== 'draft') {
    throw new Problem('CONFLICT', 'Deze run is al afgerond of geannuleerd. Er is niets veranderd.');
  }
  const goes = statement(
    store,
    "SELECT 1 FROM run_proposals WHERE run_id = ? AND is_dropped = 0 AND outcome = 'open' LIMIT 1",
  ).get(runId);
  if (goes === undefined) {
    throw new Problem(
      'REFUSED',
      'In deze run vertrekt niets: niemand hoeft een herinnering, of iedereen is geschrapt.',
    );
  }
}

function unapprovedSchools(store: Store, runId: number): number[] {
  return statement(
    store,
    `SELECT DISTINCT r.school_id FROM run_proposals r WHERE r.run_id = ? AND ${isUnapproved} ORDER BY 1`,
  )
    .pluck()
    .all(runId) as number[];
}

function submitSchool(context: Context, runId: number, schoolId: number): 'approved' | 'waiting' {
  const request = { runId, schoolId };
  const asked = schoolApproval(context.store, runId, schoolId);
  if (asked?.status === 'waiting') return 'waiting';
  const plan = runCommandToApprove.plan(context, request);
  if (!needsSecondPerson(context, runCommandToApprove, plan)) {
    runCommandToApprove.book(context, request, null);
    return 'approved';
  }
  // What was rejected and is given again takes its place in the maker's list.
  const replaces = asked?.status === 'rejected' ? asked.approvalId : null;
  const approvalId = insertApproval(context, runCommandToApprove, request, plan, replaces);
  statement(context.store, 'UPDATE run_schools SET approval_id = ? WHERE run_id = ? AND school_id = ?').run(
    approvalId,
    runId,
    schoolId,
  );
  return 'waiting';
}

/** Back to a draft that can be changed, as long as nothing left; what waits for a second person is withdrawn. */
export function reopen(context: Context, runId: number): { runId: number } {
  return runCommand(context, () => {
    const { store } = context;
    const run = runById(store, runId);
    if (run.status !== 'draft' && run.status !== 'approved') {
      throw new Problem(
        'CONFLICT',
        'Deze run is al begonnen of afgerond en kan niet meer open. Er is niets veranderd.',
      );
    }
    withdrawApprovals(context, runId);
    return {
      result: { runId },
      audit: {
        command: 'runs.reopen',
        ...(run.schoolIds.length === 1 ? { schoolId: run.schoolIds[0] } : {}),
        detail: { runId },
      },
    };
  });
}

/** Nothing of this run is approved or waits any more. Call it inside a transaction. */
export function withdrawApprovals(context: Context, runId: number): void {
  const { store, actor, clock } = context;
  for (const schoolId of runById(store, runId).schoolIds) {
    const asked: SchoolApproval | null = schoolApproval(store, runId, schoolId);
    if (asked?.status !== 'waiting') continue;
    statement(
      store,
      "UPDATE approvals SET status = 'withdrawn', decided_by = ?, decided_at = ? WHERE id = ? AND status = 'waiting'",
    ).run(actor, clock.now(), asked.approvalId);
  }
  statement(
    store,
    'UPDATE run_schools SET approval_id = NULL, approved_by = NULL, approved_at = NULL WHERE run_id = ?',
  ).run(runId);
  statement(
    store,
    "UPDATE run_proposals SET approved_stage = NULL, approved_cents = NULL WHERE run_id = ? AND outcome = 'open'",
  ).run(runId);
  statement(store, "UPDATE runs SET status = 'draft' WHERE id = ? AND status = 'approved'").run(runId);
}
