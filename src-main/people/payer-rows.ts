import { Problem } from '#shared/api/problem.ts';
import type { PayerDetails } from '#shared/people/contract.ts';
import type { payers } from '#main/store/schema/people.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

export type PayerRow = PayerDetails &
  Readonly<Pick<typeof payers.$inferSelect, 'id' | 'householdId' | 'emailBouncedAt'>>;

/** A payer that was not removed. */
export function payerById(store: Store, payerId: number): PayerRow {
  const row = store.sql
    .prepare<[number], PayerRow>(
      `SELECT id, household_id AS householdId, relation, first_name AS firstName, last_name AS lastName, language,
         salutation, email, email_bounced_at AS emailBouncedAt, phone, channel, street, postal_code AS postalCode, city,
         country, third_party_payer_id AS thirdPartyPayerId
       FROM payers WHERE id = ? AND removed_at IS NULL`,
    )
    .get(payerId);
  if (!row) throw new Problem('NOT_FOUND', 'Deze betaler bestaat niet meer. Open het gezin opnieuw.');
  return row;
}

/** How these payers are called, first name first; also those that were removed since. */
export function payerNames(store: Store, payerIds: readonly number[]): Map<number, string> {
  const rows = statement(
    store,
    `SELECT id, trim(first_name || ' ' || last_name) FROM payers WHERE id IN (SELECT value FROM json_each(?))`,
  )
    .raw()
    .all(JSON.stringify(payerIds)) as [number, string][];
  return new Map(rows);
}

export function insertPayer(store: Store, householdId: number, details: PayerDetails, createdAt: string): number {
  const result = store.sql
    .prepare(
      `INSERT INTO payers (household_id, relation, first_name, last_name, language, salutation, email, phone, channel,
         street, postal_code, city, country, third_party_payer_id, created_at)
       VALUES (@householdId, @relation, @firstName, @lastName, @language, @salutation, @email, @phone, @channel,
         @street, @postalCode, @city, @country, @thirdPartyPayerId, @createdAt)`,
    )
    .run({ ...details, householdId, createdAt });
  return Number(result.lastInsertRowid);
}

export function updatePayerRow(
  store: Store,
  payerId: number,
  details: PayerDetails,
  emailBouncedAt: string | null,
): void {
  store.sql
    .prepare(
      `UPDATE payers SET relation = @relation, first_name = @firstName, last_name = @lastName, language = @language,
         salutation = @salutation, email = @email, email_bounced_at = @emailBouncedAt, phone = @phone,
         channel = @channel, street = @street, postal_code = @postalCode, city = @city, country = @country,
         third_party_payer_id = @thirdPartyPayerId
       WHERE id = @payerId`,
    )
    .run({ ...details, payerId, emailBouncedAt });
}
