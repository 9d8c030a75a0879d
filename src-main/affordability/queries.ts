import type { InventoryInput } from '#shared/affordability/contract.ts';
import type { inventories, referenceBudgets } from '#main/store/schema/assistance.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

export type InventoryRow = Readonly<Omit<typeof inventories.$inferSelect, 'answers'>> & {
  readonly answers: InventoryInput;
};
type StoredInventory = Readonly<typeof inventories.$inferSelect>;
export type OwnBudget = Readonly<Pick<typeof referenceBudgets.$inferSelect, 'key' | 'amountCents' | 'source'>>;

const columns = `id, household_id AS householdId, on_date AS onDate, consent_on AS consentOn, expires_on AS expiresOn,
  answers, author, created_at AS createdAt`;

/** The newest of a household that may still be kept today. */
export function inventoryOf(store: Store, householdId: number, today: string): InventoryRow | undefined {
  const row = statement(
    store,
    `SELECT ${columns} FROM inventories WHERE household_id = ? AND expires_on >= ? ORDER BY on_date DESC, id DESC LIMIT 1`,
  ).get(householdId, today) as StoredInventory | undefined;
  return row && { ...row, answers: JSON.parse(row.answers) as InventoryInput };
}

export function insertInventory(store: Store, row: Omit<InventoryRow, 'id'>): number {
  return Number(
    statement(
      store,
      `INSERT INTO inventories (household_id, on_date, consent_on, expires_on, answers, author, created_at)
       VALUES (@householdId, @onDate, @consentOn, @expiresOn, @answers, @author, @createdAt)`,
    ).run({ ...row, answers: JSON.stringify(row.answers) }).lastInsertRowid,
  );
}

export type KeptInventory = { readonly id: number; readonly householdId: number };

export function inventoryById(store: Store, inventoryId: number): KeptInventory | undefined {
  return statement(store, 'SELECT id, household_id AS householdId FROM inventories WHERE id = ?').get(inventoryId) as
    | KeptInventory
    | undefined;
}

export function inventoriesOfHousehold(store: Store, householdId: number): KeptInventory[] {
  return statement(store, 'SELECT id, household_id AS householdId FROM inventories WHERE household_id = ?').all(
    householdId,
  ) as KeptInventory[];
}

export function expiredInventories(store: Store, today: string): KeptInventory[] {
  return statement(
    store,
    'SELECT id, household_id AS householdId FROM inventories WHERE expires_on < ? ORDER BY id',
  ).all(today) as KeptInventory[];
}

export function deleteInventory(store: Store, inventoryId: number): void {
  statement(store, 'DELETE FROM inventories WHERE id = ?').run(inventoryId);
}

/** What a user filled in, the newest of each key. */
export function ownBudgets(store: Store): OwnBudget[] {
  return statement(
    store,
    `SELECT key, amount_cents AS amountCents, source FROM reference_budgets
     WHERE id IN (SELECT max(id) FROM reference_budgets GROUP BY key)`,
  ).all() as OwnBudget[];
}

export function insertBudget(
  store: Store,
  row: { readonly key: string; readonly amountCents: number | null; readonly source: string },
  author: string,
  at: string,
): void {
  statement(
    store,
    `INSERT INTO reference_budgets (key, amount_cents, source, author, created_at) VALUES (?, ?, ?, ?, ?)`,
  ).run(row.key, row.amountCents, row.source, author, at);
}
