import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Households where parents separated, under the household where they are now. */
export function separatedHouseholds(store: Store): ReadonlySet<number> {
  const ids = statement(
    store,
    `WITH RECURSIVE path (id, next) AS (
       SELECT h.id, h.merged_into_id FROM households h
       WHERE h.id IN (SELECT household_id FROM household_changes WHERE kind = 'separation' AND undone_at IS NULL)
       UNION SELECT h.id, h.merged_into_id FROM path JOIN households h ON h.id = path.next)
     SELECT id FROM path WHERE next IS NULL`,
  )
    .pluck()
    .all() as number[];
  return new Set(ids);
}
