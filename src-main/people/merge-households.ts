import { Problem } from '#shared/api/problem.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
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
    householdInUse(store, intoHouseholdId);
    const moved = moveEverything(store, fromHouseholdId, intoHouseholdId);
    store.sql
      .prepare(
        `UPDATE households SET last_contact_at = nullif(max(coalesce(last_contact_at, ''), coalesce(?, '')), '')
         WHERE id = ?`,
      )
      .run(from.lastContactAt, intoHouseholdId);
    store.sql.prepare('UPDATE households SET merged_into_id = ? WHERE id = ?').run(intoHouseholdId, fromHouseholdId);
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

/** Answers what was moved, so that the trail can tell which household each came from. */
function moveEverything(store: Store, from: number, into: number): Record<string, number[]> {
  const moved: Record<string, number[]> = {};
  for (const [key, table] of [
    ['pupilIds', 'pupils'],
    ['payerIds', 'payers'],
    ['noteIds', 'notes'],
    ['documentIds', 'documents'],
    ['nextStepIds', 'next_steps'],
    // Also those that were lifted: the dossier goes on telling of them.
    ['holdIds', 'holds'],
  ] as const) {
    moved[key] = store.sql
      .prepare(`UPDATE ${table} SET household_id = ? WHERE household_id = ? RETURNING id`)
      .pluck()
      .all(into, from) as number[];
  }
  return moved;
}
