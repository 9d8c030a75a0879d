import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import type { Crossing, Moved } from './change-rows.ts';

/** In a merged household: who of the one side owes for a pupil of the other, the sides being what moved and what was there. */
export function crossings(store: Store, householdId: number, moved: Moved): Crossing[] {
  return statement(
    store,
    `SELECT DISTINCT u.id, l.payer_id FROM pupils u CROSS JOIN liabilities l ON l.pupil_id = u.id
     WHERE u.household_id = @householdId
       AND (u.id IN (SELECT value FROM json_each(@pupils))) <> (l.payer_id IN (SELECT value FROM json_each(@payers)))`,
  )
    .raw()
    .all({
      householdId,
      pupils: JSON.stringify(moved['pupilIds'] ?? []),
      payers: JSON.stringify(moved['payerIds'] ?? []),
    }) as [number, number][];
}
