import type { Store } from '#main/store/store.ts';

/** Everything of a household that can move, under the name it has in the trail. */
export const movableTables = [
  ['pupilIds', 'pupils'],
  ['payerIds', 'payers'],
  ['noteIds', 'notes'],
  ['documentIds', 'documents'],
  ['nextStepIds', 'next_steps'],
  // Also those that were lifted: the dossier goes on telling of them.
  ['holdIds', 'holds'],
  ['planIds', 'plans'],
  ['inventoryIds', 'inventories'],
  ['referralIds', 'referrals'],
  ['grantIds', 'grants'],
  ['privacyRequestIds', 'privacy_requests'],
] as const;

/** Answers what was moved, so that the trail can tell which household each came from. */
export function moveEverything(store: Store, from: number, into: number): Record<string, number[]> {
  const moved: Record<string, number[]> = {};
  for (const [key, table] of movableTables) {
    moved[key] = store.sql
      .prepare(`UPDATE ${table} SET household_id = ? WHERE household_id = ? RETURNING id`)
      .pluck()
      .all(into, from) as number[];
  }
  return moved;
}
