import type { Role } from '#shared/access/contract.ts';
import { rolesWith } from '#shared/access/roles.ts';
import type { Caller } from '#main/access/caller.ts';
import type { Store } from '#main/store/store.ts';

/** Whether somebody else than this caller could approve something of this school. */
export function somebodyElseApproves(
  store: Store,
  caller: Caller,
  schoolId: number,
  roles: readonly Role[] = rolesWith('approve'),
): boolean {
  const found = store.sql
    .prepare(
      `SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.id
       WHERE u.deactivated_at IS NULL AND u.id IS NOT @userId AND (r.school_id IS NULL OR r.school_id = @schoolId)
         AND r.role IN (SELECT value FROM json_each(@roles)) LIMIT 1`,
    )
    .get({ userId: caller.userId, schoolId, roles: JSON.stringify(roles) });
  return found !== undefined;
}
