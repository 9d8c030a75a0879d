import { Problem } from '#shared/api/problem.ts';
import type { Feasible, Inventory, InventoryInput } from '#shared/affordability/contract.ts';
import { feasible } from '#shared/affordability/feasible.ts';
import { keepingProblem } from '#shared/affordability/keeping.ts';
import { recordAudit } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import { deleteForGood, emptyLog } from '#main/store/delete-for-good.ts';
import type { Store } from '#main/store/store.ts';
import { listReferenceBudgets } from './budgets.ts';
import {
  deleteInventory,
  expiredInventories,
  insertInventory,
  inventoriesOfHousehold,
  inventoryById,
  inventoryOf,
  type InventoryRow,
} from './queries.ts';

export function whatIfFeasible(store: Store, input: InventoryInput): Feasible {
  return feasible(input, listReferenceBudgets(store));
}

/** The one that is kept, reckoned with the reference budgets of today; what had to be gone is deleted first. */
export function keptInventory(context: Context, householdId: number): Inventory | null {
  forgetExpired(context);
  const { store, clock } = context;
  const row = inventoryOf(store, liveHouseholdId(store, householdId), clock.today());
  return row ? shown(store, row) : null;
}

/** Feasible each month for a household, from what is kept; null: nothing is. Reads only. */
export function keptFeasibleCents(store: Store, householdId: number, today: string): number | null {
  const row = inventoryOf(store, householdId, today);
  return row ? whatIfFeasible(store, row.answers).feasibleCents : null;
}

function shown(store: Store, { id, answers, createdAt, ...row }: InventoryRow): Inventory {
  return { ...answers, ...row, inventoryId: id, at: createdAt, result: whatIfFeasible(store, answers) };
}

type SaveInput = InventoryInput & {
  readonly householdId: number;
  readonly onDate: string;
  readonly consentOn: string;
  readonly expiresOn: string;
};

/** Keeps it in the place of the one before: only the newest is needed, so only the newest is kept. */
export function saveInventory(context: Context, input: SaveInput): Inventory {
  const { store, clock, actor } = context;
  const problem = keepingProblem(input, clock.today());
  if (problem) throw new Problem('INVALID', `${problem.sentence} Er is niets bewaard.`, problem.field);
  if (!input.lines.some(({ amountCents }) => amountCents > 0)) {
    throw new Problem('INVALID', 'Vul minstens één bedrag in. Er is niets bewaard.', 'lines');
  }
  const saved = runCommand(context, () => {
    const householdId = liveHouseholdId(store, input.householdId);
    const { composition, lines, partBp, onDate, consentOn, expiresOn } = input;
    const replaced = inventoriesOfHousehold(store, householdId).map(({ id }) => id);
    deleteForGood(store, () => {
      for (const id of replaced) deleteInventory(store, id);
    });
    const row = {
      householdId,
      onDate,
      consentOn,
      expiresOn,
      answers: { composition, lines, partBp },
      author: actor,
      createdAt: clock.now(),
    };
    const inventoryId = insertInventory(store, row);
    return {
      result: shown(store, { ...row, id: inventoryId }),
      // Without amounts: the trail is never deleted, and this is.
      audit: {
        command: 'affordability.save',
        householdId,
        detail: { inventoryId, onDate, consentOn, expiresOn, replaced },
      },
    };
  });
  emptyLog(store);
  return saved;
}

export function removeInventory(context: Context, inventoryId: number): { inventoryId: number } {
  const { store } = context;
  const removed = runCommand(context, () => {
    const kept = inventoryById(store, inventoryId);
    if (!kept) throw new Problem('NOT_FOUND', 'Deze inventaris is al verwijderd.');
    deleteForGood(store, () => deleteInventory(store, inventoryId));
    return {
      result: { inventoryId },
      audit: { command: 'affordability.remove', householdId: kept.householdId, detail: { inventoryId } },
    };
  });
  emptyLog(store);
  return removed;
}

/** Deletes for good what has passed its last day; each with its own line in the trail, without amounts. Answers how many. */
export function forgetExpired({ store, clock, actor }: Context): number {
  const today = clock.today();
  if (expiredInventories(store, today).length === 0) return 0;
  const count = store.transaction(() => {
    const expired = expiredInventories(store, today);
    for (const { id, householdId } of expired) {
      deleteForGood(store, () => deleteInventory(store, id));
      recordAudit(
        store,
        { actor, at: clock.now() },
        { command: 'affordability.remove', householdId, detail: { inventoryId: id, expired: true } },
      );
    }
    return expired.length;
  });
  emptyLog(store);
  return count;
}
