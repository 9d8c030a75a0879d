import type { HouseholdChange } from '#shared/people/contract.ts';
import { changeSentence } from '#shared/people/change-sentence.ts';
import type { Context } from '#main/api/context.ts';
import { familyOfHousehold, liveHouseholdId } from '#main/dossier/household.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { type Before, type ChangeRow, changesTouching, householdsOf } from './change-rows.ts';
import { undoBlockedBy } from './undo-blocked.ts';

/** Changes of a household and of those that went into it, the newest first. */
export function listChanges({ store }: Context, householdId: number): HouseholdChange[] {
  const family = statement(store, `WITH RECURSIVE ${familyOfHousehold} SELECT id FROM family`)
    .pluck()
    .all({ householdId: liveHouseholdId(store, householdId) }) as number[];
  return changesTouching(store, family).map((change) => shownChange(store, change));
}

export function shownChange(store: Store, change: ChangeRow): HouseholdChange {
  const { id, kind, onDate, author, createdAt, undoneAt } = change;
  return {
    householdChangeId: id,
    kind,
    sentence: changeSentence({ kind, onDate, ...factsOf(change.before) }),
    householdIds: householdsOf(change),
    onDate,
    author,
    at: createdAt,
    undoneAt,
    undoBlockedBy: undoBlockedBy(store, change),
  };
}

function factsOf(before: Before): { readonly pupilCount: number; readonly hasLeft: boolean } {
  return {
    pupilCount: 'pupils' in before ? before.pupils.length : before.kind === 'split' ? before.pupilCount : 1,
    hasLeft: before.kind !== 'leave' || before.nowLeftOn !== null,
  };
}
