import { Problem } from '#shared/api/problem.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { type ApprovableCommands, approvableCommands, bindRequest } from './commands.ts';
import { type ApprovalRow, approvalRow, decidedSentence } from './queries.ts';

/** The maker takes a request back, or puts a rejected one away; what was decided about it stays readable. */
export function withdraw(context: Context, approvalId: number): { approvalId: number } {
  return runCommand(context, () => {
    const row = ownRow(context, approvalId);
    if (row.status !== 'waiting' && (row.status !== 'rejected' || row.replacedById !== null)) refuseDecided(row);
    const { sql } = context.store;
    if (row.status === 'rejected') {
      sql.prepare("UPDATE approvals SET status = 'withdrawn' WHERE id = ?").run(approvalId);
    } else {
      sql
        .prepare("UPDATE approvals SET status = 'withdrawn', decided_by = ?, decided_at = ? WHERE id = ?")
        .run(context.actor, context.clock.now(), approvalId);
    }
    return { result: { approvalId }, audit: auditOf(row, 'approvals.withdraw', { approvalId }) };
  });
}

/**
 * The maker gives a rejected request again, changed. It always waits for somebody else, also when the amount is now below
 * what the school asks a second person for: it was refused once.
 */
export function resubmit(
  context: Context,
  given: { readonly approvalId: number; readonly request: Readonly<Record<string, unknown>> },
  commands: ApprovableCommands = approvableCommands,
): { approvalId: number } {
  return runCommand(context, () => {
    const row = ownRow(context, given.approvalId);
    if (row.status !== 'rejected') refuseDecided(row);
    if (row.replacedById !== null) {
      throw new Problem(
        'CONFLICT',
        'Deze aanvraag is al opnieuw ingediend. Er is niets veranderd; open de lijst opnieuw.',
      );
    }
    const bound = bindRequest(commands, row.kind, given.request);
    const plan = bound.plan(context);
    const approvalId = bound.keep(context, plan, row.approvalId);
    return {
      result: { approvalId },
      audit: {
        ...auditOf(row, 'approvals.resubmit', {
          approvalId,
          replacesId: row.approvalId,
          amountCents: plan.amountCents,
        }),
        schoolId: plan.schoolId,
        householdId: plan.householdId,
      },
    };
  });
}

function ownRow(context: Context, approvalId: number): ApprovalRow {
  const row = approvalRow(context, approvalId);
  if (row.isMine === 1) return row;
  throw new Problem('REFUSED', `Alleen ${row.maker}, die deze aanvraag maakte, kan dat. Er is niets veranderd.`);
}

function refuseDecided(row: ApprovalRow): never {
  const sentence = decidedSentence(row) ?? 'Deze aanvraag wacht nog op goedkeuring. Trek ze eerst in.';
  throw new Problem('CONFLICT', `${sentence} Er is niets veranderd.`);
}

function auditOf(row: ApprovalRow, command: string, detail: Readonly<Record<string, unknown>>) {
  return { command, schoolId: row.schoolId, householdId: row.householdId, detail: { kind: row.kind, ...detail } };
}
