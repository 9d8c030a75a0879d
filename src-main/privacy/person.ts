import { Problem } from '#shared/api/problem.ts';
import type { Subject } from '#shared/privacy/contract.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

export type Person = {
  readonly payerId: number | null;
  readonly pupilId: number | null;
  readonly householdId: number;
  readonly name: string;
  readonly erasedAt: string | null;
};

export function personOf({ store }: Context, subject: Subject): Person {
  const sql =
    'payerId' in subject
      ? `SELECT id AS payerId, NULL AS pupilId, household_id AS householdId, trim(first_name || ' ' || last_name) AS name, erased_at AS erasedAt FROM payers WHERE id = ?`
      : `SELECT NULL AS payerId, id AS pupilId, household_id AS householdId, trim(first_name || ' ' || last_name) AS name, erased_at AS erasedAt FROM pupils WHERE id = ?`;
  const row = statement(store, sql).get('payerId' in subject ? subject.payerId : subject.pupilId) as Person | undefined;
  if (!row) throw new Problem('NOT_FOUND', 'Deze persoon bestaat niet. Er is niets veranderd.');
  return row;
}

/** Other people of the household who are not erased: what is about everybody stays as long as they are there. */
export function othersInHousehold(store: Store, { householdId, payerId, pupilId }: Person): number {
  return statement(
    store,
    `SELECT (SELECT count(*) FROM payers WHERE household_id = @householdId AND erased_at IS NULL AND id IS NOT @payerId)
       + (SELECT count(*) FROM pupils WHERE household_id = @householdId AND erased_at IS NULL AND id IS NOT @pupilId)`,
  )
    .pluck()
    .get({ householdId, payerId, pupilId }) as number;
}
