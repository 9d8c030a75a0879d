import { Problem } from '#shared/api/problem.ts';
import { type AuditedChange, recordAudit } from '#main/access/audit.ts';
import { includesSchool } from '#main/access/caller.ts';
import type { Context } from './context.ts';

/** What a command hands back: its answer, and the line for the audit trail. */
export type CommandOutcome<Result> = { readonly result: Result; readonly audit: AuditedChange };

/**
 * Runs a command: one transaction, one audit line, all or nothing. What turns out to be of a school where the caller may
 * not do this is rolled back, whatever was asked.
 */
export function runCommand<Result>(context: Context, work: () => CommandOutcome<Result>): Result {
  return context.store.transaction(() => {
    const { result, audit } = work();
    refuseOutsideSchools(context, audit);
    recordAudit(context.store, { actor: context.actor, at: context.clock.now() }, audit);
    return result;
  });
}

function refuseOutsideSchools(context: Context, { schoolId, householdId }: AuditedChange): void {
  const { schools } = context.caller;
  if (schools === 'all') return;
  const isAllowed =
    typeof schoolId === 'number'
      ? includesSchool(schools, schoolId)
      : typeof householdId === 'number'
        ? hasPupilAt(context, householdId, schools)
        : schools.length > 0;
  if (isAllowed) return;
  throw new Problem(
    'REFUSED',
    'Dit is van een school waar u dit niet mag. Er is niets veranderd; vraag het aan een collega van die school.',
  );
}

/** In the household itself or, when it was merged, in the one it went into. */
function hasPupilAt(context: Context, householdId: number, schools: readonly number[]): boolean {
  const pupil = context.store.sql
    .prepare(
      `WITH RECURSIVE path (id, next) AS (
         SELECT id, merged_into_id FROM households WHERE id = @householdId
         UNION SELECT h.id, h.merged_into_id FROM path JOIN households h ON h.id = path.next)
       SELECT 1 FROM pupils p JOIN path ON path.id = p.household_id
       WHERE p.school_id IN (SELECT value FROM json_each(@schools)) LIMIT 1`,
    )
    .get({ householdId, schools: JSON.stringify(schools) });
  return pupil !== undefined;
}
