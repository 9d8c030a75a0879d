import { Problem } from '#shared/api/problem.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** The household itself, or the one it went into by merging, however many times. */
export function liveHouseholdId(store: Store, householdId: number): number {
  const id = statement(
    store,
    `WITH RECURSIVE path (id, next) AS (
         SELECT id, merged_into_id FROM households WHERE id = ?
         UNION SELECT h.id, h.merged_into_id FROM path JOIN households h ON h.id = path.next)
       SELECT id FROM path WHERE next IS NULL`,
  )
    .pluck()
    .get(householdId) as number | undefined;
  if (id === undefined) throw new Problem('NOT_FOUND', 'Dit gezin bestaat niet meer. Zoek het opnieuw.');
  return id;
}

/** A common table `family (id)`: household @householdId and every household that was merged into it. */
export const familyOfHousehold = `family (id) AS (
  SELECT @householdId UNION SELECT h.id FROM family JOIN households h ON h.merged_into_id = family.id)`;
