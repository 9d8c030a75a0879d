import { createHash } from 'node:crypto';
import type { FieldChange } from '#main/access/audit.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import type { Approvable, ApprovalPlan } from './approvable.ts';

/** The state as a short text that is the same when, and only when, the state is the same. */
export function stateSha256(plan: ApprovalPlan): string {
  return createHash('sha256').update(JSON.stringify(plan.state)).digest('hex');
}

/** What was carried out, for the trail: each label once. */
export function changesOf(plan: ApprovalPlan): FieldChange[] {
  const times = new Map<string, number>();
  return plan.difference.map(({ label, before, after }) => {
    const time = (times.get(label) ?? 0) + 1;
    times.set(label, time);
    return { field: time === 1 ? label : `${label} (${time})`, before: before || null, after: after || null };
  });
}

/** Keeps a request with the claims it is about; call it inside the transaction of the command. */
export function insertApproval<Input>(
  context: Context,
  command: Approvable<Input>,
  input: Input,
  plan: ApprovalPlan,
  replacesId: number | null,
): number {
  const { sql } = context.store;
  const approvalId = Number(
    sql
      .prepare(
        `INSERT INTO approvals (school_id, household_id, kind, amount_cents, request, summary, reason, difference,
           state_sha256, maker, maker_id, created_at, replaces_id)
         VALUES (@schoolId, @householdId, @kind, @amountCents, @request, @summary, @reason, @difference,
           @stateSha256, @maker, @makerId, @at, @replacesId)`,
      )
      .run({
        schoolId: plan.schoolId,
        householdId: plan.householdId,
        kind: command.kind,
        amountCents: plan.amountCents,
        request: JSON.stringify(input),
        summary: plan.summary,
        reason: plan.reason,
        difference: JSON.stringify(plan.difference),
        stateSha256: stateSha256(plan),
        maker: context.actor,
        makerId: context.caller.userId,
        at: context.clock.now(),
        replacesId,
      }).lastInsertRowid,
  );
  insertItems(context.store, approvalId, plan);
  return approvalId;
}

/** The claims a request is about. */
export function insertItems(store: Store, approvalId: number, plan: ApprovalPlan): void {
  const insert = store.sql.prepare(
    'INSERT INTO approval_items (approval_id, invoice_id, amount_cents) VALUES (?, ?, ?)',
  );
  for (const item of plan.items) insert.run(approvalId, item.invoiceId, item.amountCents);
}
