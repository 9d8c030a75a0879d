import { Problem } from '#shared/api/problem.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { crossings } from './crossings.ts';
import { keepChange } from './change-rows.ts';
import { moveEverything } from './move-everything.ts';
import { householdInUse } from './queries.ts';

/**
 * Makes two households one. Everything that can move, moves; messages and the trail keep the household they were
 * written for and are found through the signpost that remains.
 */
export function mergeHouseholds(
  context: Context,
  fromHouseholdId: number,
  intoHouseholdId: number,
): { householdId: number } {
  if (fromHouseholdId === intoHouseholdId) {
    throw new Problem('INVALID', 'Kies twee verschillende gezinnen. Er is niets veranderd.', 'intoHouseholdId');
  }
  return runCommand(context, () => {
    const { store } = context;
    const from = householdInUse(store, fromHouseholdId);
    const into = householdInUse(store, intoHouseholdId);
    const moved = moveEverything(store, fromHouseholdId, intoHouseholdId);
    store.sql
      .prepare(
        `UPDATE households SET last_contact_at = nullif(max(coalesce(last_contact_at, ''), coalesce(?, '')), '')
         WHERE id = ?`,
      )
      .run(from.lastContactAt, intoHouseholdId);
    store.sql.prepare('UPDATE households SET merged_into_id = ? WHERE id = ?').run(intoHouseholdId, fromHouseholdId);
    keepChange(context, {
      householdId: fromHouseholdId,
      otherHouseholdId: intoHouseholdId,
      onDate: context.clock.today(),
      before: {
        kind: 'merge',
        moved,
        lastContactAt: into.lastContactAt,
        crossed: crossings(store, intoHouseholdId, moved),
      },
    });
    return {
      result: { householdId: intoHouseholdId },
      audit: {
        command: 'people.mergeHouseholds',
        householdId: intoHouseholdId,
        detail: { fromHouseholdId, intoHouseholdId, ...moved },
      },
    };
  });
}
