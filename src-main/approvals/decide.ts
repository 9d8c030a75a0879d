import { Problem } from '#shared/api/problem.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { ApprovalPlan } from './approvable.ts';
import { type ApprovableCommands, approvableCommands, bindRequest, type BoundRequest } from './commands.ts';
import { type ApprovalRow, approvalRow, decideBlockedBy, decidedSentence } from './queries.ts';
import { changesOf, insertItems, stateSha256 } from './request.ts';

const changedSentence =
  'Deze aanvraag is intussen veranderd: bekijk het verschil opnieuw. Er is niets geboekt; de aanvraag toont nu hoe het staat.';

type Attempt =
  | { readonly state: 'done'; readonly entryId: number | null }
  | { readonly state: 'changed'; readonly plan: ApprovalPlan };

/**
 * Carries a request out, once, by somebody else than its maker. Planned again inside the transaction: what is no longer
 * what was shown is not booked; the request then shows the new difference and has to be looked at again.
 */
export function approve(
  context: Context,
  given: { readonly approvalId: number; readonly stateSha256: string },
  commands: ApprovableCommands = approvableCommands,
): { approvalId: number; entryId: number | null } {
  const { approvalId } = given;
  const attempt = context.store.transaction((): Attempt => {
    const row = decidableRow(context, approvalId);
    const bound = bindRequest(commands, row.kind, JSON.parse(row.request));
    const plan = planAgain(context, bound);
    const now = stateSha256(plan);
    if (now !== row.stateSha256) return { state: 'changed', plan };
    if (now !== given.stateSha256) throw new Problem('CONFLICT', changedSentence);
    return { state: 'done', entryId: carryOut(context, row, bound, plan) };
  });
  if (attempt.state === 'done') return { approvalId, entryId: attempt.entryId };
  refresh(context, approvalId, attempt.plan);
  throw new Problem('CONFLICT', changedSentence);
}

function decidableRow(context: Context, approvalId: number): ApprovalRow {
  const row = approvalRow(context, approvalId);
  const decided = decidedSentence(row);
  if (decided !== null) throw new Problem('CONFLICT', `${decided} Er is niets veranderd; open de lijst opnieuw.`);
  const blocked = decideBlockedBy(context, row);
  if (blocked !== null) throw new Problem('REFUSED', `${blocked} Er is niets veranderd.`);
  return row;
}

/** What would be done now. A request that cannot be carried out any more stays, with the reason why. */
function planAgain(context: Context, bound: BoundRequest): ApprovalPlan {
  try {
    return bound.plan(context);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(
      'CONFLICT',
      `Deze aanvraag kan niet meer uitgevoerd worden: ${error.sentence} Wijs ze af met die reden, dan kan de maker ze aanpassen.`,
    );
  }
}

function carryOut(context: Context, row: ApprovalRow, bound: BoundRequest, plan: ApprovalPlan): number | null {
  return runCommand(context, () => {
    close(context, row.approvalId, 'approved', null);
    const entryId = bound.book(context, row.approvalId);
    const audit = auditOf(row, 'approvals.approve', { command: bound.command, entryId });
    return { result: entryId, audit: { ...audit, changes: changesOf(plan) } };
  });
}

/** Shows the new difference, in a transaction of its own: the one that met it changed nothing. */
function refresh(context: Context, approvalId: number, plan: ApprovalPlan): void {
  runCommand(context, () => {
    const row = decidableRow(context, approvalId);
    context.store.sql
      .prepare(`UPDATE approvals SET amount_cents = ?, summary = ?, difference = ?, state_sha256 = ? WHERE id = ?`)
      .run(plan.amountCents, plan.summary, JSON.stringify(plan.difference), stateSha256(plan), approvalId);
    context.store.sql.prepare('DELETE FROM approval_items WHERE approval_id = ?').run(approvalId);
    insertItems(context.store, approvalId, plan);
    return { result: null, audit: auditOf(row, 'approvals.refresh', { amountCents: plan.amountCents }) };
  });
}

/** Back to the maker's list, with the reason; nothing is booked. */
export function reject(context: Context, approvalId: number, reason: string): { approvalId: number } {
  return runCommand(context, () => {
    const row = decidableRow(context, approvalId);
    close(context, approvalId, 'rejected', reason);
    return { result: { approvalId }, audit: auditOf(row, 'approvals.reject', {}) };
  });
}

function close(context: Context, approvalId: number, status: 'approved' | 'rejected', reason: string | null): void {
  context.store.sql
    .prepare('UPDATE approvals SET status = ?, decided_by = ?, decided_at = ?, rejection_reason = ? WHERE id = ?')
    .run(status, context.actor, context.clock.now(), reason, approvalId);
}

function auditOf(row: ApprovalRow, command: string, detail: Readonly<Record<string, unknown>>) {
  const { approvalId, kind, amountCents, schoolId, householdId } = row;
  return { command, schoolId, householdId, detail: { approvalId, kind, amountCents, ...detail } };
}
