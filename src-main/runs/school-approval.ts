import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

export type SchoolApproval = {
  readonly approvalId: number;
  readonly status: 'waiting' | 'approved' | 'rejected' | 'withdrawn';
};

/** The newest request for a school of a run; one that was rejected and given again by its maker counts as the new one. Null: never asked. */
export function schoolApproval(store: Store, runId: number, schoolId: number): SchoolApproval | null {
  const row = statement(
    store,
    `WITH RECURSIVE chain (id) AS (
       SELECT approval_id FROM run_schools WHERE run_id = ? AND school_id = ? AND approval_id IS NOT NULL
       UNION SELECT a.id FROM chain JOIN approvals a ON a.replaces_id = chain.id)
     SELECT a.id AS approvalId, a.status FROM chain JOIN approvals a ON a.id = chain.id ORDER BY a.id DESC LIMIT 1`,
  ).get(runId, schoolId) as SchoolApproval | undefined;
  return row ?? null;
}
