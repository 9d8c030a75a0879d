import type { AccountHolder } from '#shared/bank/match/knowledge.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Whose accounts these are, as learned, typed in, or written with a body that pays for others. */
export function holdersOf(store: Store, accounts: readonly string[]): Map<string, AccountHolder[]> {
  const rows =
    accounts.length === 0
      ? []
      : (statement(
          store,
          `SELECT a.iban, a.payer_id AS payerId, a.third_party_payer_id AS thirdPartyPayerId
           FROM json_each(@accounts) k
           CROSS JOIN payer_accounts a INDEXED BY payer_accounts_once ON a.iban = k.value AND a.removed_at IS NULL
           LEFT JOIN payers y ON y.id = a.payer_id WHERE y.removed_at IS NULL
           UNION SELECT iban, NULL, id FROM third_party_payers WHERE iban IN (SELECT value FROM json_each(@accounts))
           ORDER BY 1, 2, 3`,
        ).all({ accounts: JSON.stringify(accounts) }) as (AccountHolder & { readonly iban: string })[]);
  const holders = new Map<string, AccountHolder[]>();
  for (const { iban, payerId, thirdPartyPayerId } of rows)
    holders.set(iban, [...(holders.get(iban) ?? []), { payerId, thirdPartyPayerId }]);
  return holders;
}

/** Every account of the own schools. */
export function ownAccounts(store: Store): Set<string> {
  const ibans = statement(
    store,
    `SELECT iban FROM bank_accounts WHERE removed_at IS NULL
     UNION SELECT upper(replace(iban, ' ', '')) FROM schools WHERE iban IS NOT NULL`,
  )
    .pluck()
    .all() as string[];
  return new Set(ibans);
}

/** Per account of the own schools which schools are paid on it: its own first, then those that print it on their letters. */
export function schoolsByAccount(store: Store): Map<number, number[]> {
  const rows = statement(
    store,
    `SELECT a.id AS accountId, s.id AS schoolId FROM bank_accounts a
     JOIN schools s ON s.id = a.school_id OR upper(replace(s.iban, ' ', '')) = a.iban
     ORDER BY a.id, s.id <> a.school_id, s.id`,
  ).all() as { readonly accountId: number; readonly schoolId: number }[];
  const schools = new Map<number, number[]>();
  for (const { accountId, schoolId } of rows) schools.set(accountId, [...(schools.get(accountId) ?? []), schoolId]);
  return schools;
}

/** Bodies that pay for payers, and in which households. */
export function thirdParties(store: Store): {
  readonly thirdParties: { readonly id: number; readonly name: string }[];
  readonly households: Map<number, number[]>;
} {
  const rows = statement(
    store,
    `SELECT DISTINCT third_party_payer_id AS id, household_id AS householdId FROM payers
     WHERE third_party_payer_id IS NOT NULL AND removed_at IS NULL ORDER BY 1, 2`,
  ).all() as { readonly id: number; readonly householdId: number }[];
  const households = new Map<number, number[]>();
  for (const { id, householdId } of rows) households.set(id, [...(households.get(id) ?? []), householdId]);
  const known = statement(store, 'SELECT id, name FROM third_party_payers ORDER BY id').all();
  return { thirdParties: known as { id: number; name: string }[], households };
}
