import type { Role } from '#shared/access/contract.ts';
import type { StageApprover } from '#shared/dunning/procedure.ts';
import { rolesWith } from '#shared/access/roles.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Still to be approved: it goes, and nothing or less than what stands there now was approved. */
export const isUnapproved = `r.is_dropped = 0 AND (r.outcome = 'raised' OR r.outcome = 'open' AND (
  r.approved_stage IS NULL OR r.approved_stage < r.stage OR r.approved_cents < r.total_cents))`;

/** Who must say yes at least, for the stages of a school that still wait for it. */
export function approverOf(store: Store, runId: number, schoolId: number): StageApprover {
  const asked = statement(
    store,
    `SELECT DISTINCT r.proposal ->> 'approver' FROM run_proposals r
     WHERE r.run_id = ? AND r.school_id = ? AND ${isUnapproved}`,
  )
    .pluck()
    .all(runId, schoolId) as (StageApprover | null)[];
  if (asked.includes('coordinator')) return 'coordinator';
  return asked.includes('director') ? 'director' : 'nobody';
}

/** The roles that may: a coordinator stands in for a director, not the other way around. */
export function approvingRoles(approver: StageApprover): readonly Role[] {
  return approver === 'coordinator' ? ['coordinator'] : rolesWith('approve');
}

/** Whether a user has one of the roles at a school; where nobody signs in, whoever is there may. */
export function hasRoleAt(
  store: Store,
  { userId }: { readonly userId: number | null },
  roles: readonly Role[],
  schoolId: number,
): boolean {
  if (userId === null) return true;
  const found = statement(
    store,
    `SELECT 1 FROM user_roles WHERE user_id = @userId AND (school_id IS NULL OR school_id = @schoolId)
       AND role IN (SELECT value FROM json_each(@roles)) LIMIT 1`,
  ).get({ userId, schoolId, roles: JSON.stringify(roles) });
  return found !== undefined;
}

/** Several people work here: one person alone cannot ask anybody. */
export function hasSeveralUsers(store: Store): boolean {
  return statement(store, 'SELECT count(*) > 1 FROM users WHERE deactivated_at IS NULL').pluck().get() === 1;
}
