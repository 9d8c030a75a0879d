import { Problem } from '#shared/api/problem.ts';
import type { HouseholdChange } from '#shared/people/contract.ts';
import { recordAudit } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import {
  type Before,
  type ChangeRow,
  type ChangedPeriods,
  changeById,
  householdsOf,
  markUndone,
  type Moved,
} from './change-rows.ts';
import { shownChange } from './changes.ts';
import { writePeriods } from './liability-rows.ts';
import { movableTables, moveEverything } from './move-everything.ts';
import { pupilById } from './queries.ts';
import { undoBlockedBy } from './undo-blocked.ts';

/** Puts back what stood before a change, as long as nothing was built on it; what came in meanwhile stays. */
export function undoChange(context: Context, householdChangeId: number): HouseholdChange {
  return runCommand(context, () => {
    const change = changeById(context.store, householdChangeId);
    const reason = undoBlockedBy(context.store, change);
    if (reason !== null) throw new Problem('REFUSED', `${reason} Er is niets veranderd.`);
    putBack(context, change, change.before);
    markUndone(context, householdChangeId);
    const audit = { command: 'people.undoChange', detail: { householdChangeId, kind: change.kind } };
    const [householdId = change.householdId, ...others] = householdsOf(change);
    // Every dossier tells it.
    for (const other of others) {
      const author = { actor: context.actor, at: context.clock.now() };
      recordAudit(context.store, author, { ...audit, householdId: other });
    }
    return {
      result: shownChange(context.store, changeById(context.store, householdChangeId)),
      audit: { ...audit, householdId },
    };
  });
}

function putBack(context: Context, change: ChangeRow, before: Before): void {
  const { store } = context;
  switch (before.kind) {
    case 'separation':
      putPeriodsBack(store, before.pupils);
      break;
    case 'comeOfAge':
      putPeriodsBack(store, before.pupils);
      store.sql.prepare('UPDATE payers SET removed_at = ? WHERE id = ?').run(context.clock.now(), before.payerId);
      break;
    case 'movePupil':
      store.sql
        .prepare('UPDATE pupils SET household_id = ? WHERE id = ?')
        .run(change.householdId, before.pupil.pupilId);
      for (const payerId of before.payerIds) {
        store.sql.prepare('UPDATE payers SET household_id = ? WHERE id = ?').run(change.householdId, payerId);
      }
      putPeriodsBack(store, [before.pupil]);
      break;
    case 'merge':
      takeApart(store, change, before.moved, before.lastContactAt);
      break;
    case 'split':
      putTogether(context, change, before.holdIds);
      break;
    case 'leave':
      store.sql
        .prepare('UPDATE pupils SET left_on = ?, settled_on = ? WHERE id = ?')
        .run(before.leftOn, before.settledOn, before.pupilId);
      break;
  }
}

function putPeriodsBack(store: Store, pupils: readonly ChangedPeriods[]): void {
  for (const { pupilId, before } of pupils) writePeriods(store, pupilById(store, pupilId), before);
}

/** A merge: what came from the other household goes back, what is new stays where it was written. */
function takeApart(store: Store, change: ChangeRow, moved: Moved, lastContactAt: string | null): void {
  const { householdId: from, otherHouseholdId: into } = change;
  store.sql.prepare('UPDATE households SET merged_into_id = NULL WHERE id = ?').run(from);
  for (const [key, table] of movableTables) {
    const back = store.sql.prepare(`UPDATE ${table} SET household_id = ? WHERE id = ? AND household_id = ?`);
    for (const id of moved[key] ?? []) back.run(from, id, into);
  }
  store.sql.prepare('UPDATE households SET last_contact_at = ? WHERE id = ?').run(lastContactAt, into);
}

/** A split: everything of the new household goes back, what was written there since as well; the new one is a signpost. */
function putTogether({ store, actor, clock }: Context, change: ChangeRow, holdIds: readonly number[]): void {
  const { householdId: old, otherHouseholdId: made } = change;
  if (made === null) throw new Error('A split has two households');
  const lift = store.sql.prepare('UPDATE holds SET lifted_at = ?, lifted_by = ? WHERE id = ? AND lifted_at IS NULL');
  // They were copies of those that the household still has.
  for (const id of holdIds) lift.run(clock.now(), actor, id);
  moveEverything(store, made, old);
  store.sql.prepare('UPDATE households SET merged_into_id = ? WHERE id = ?').run(old, made);
}
