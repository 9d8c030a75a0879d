import type { z } from 'zod';
import { Problem } from '#shared/api/problem.ts';
import { isIban, normaliseIban } from '#shared/bank/iban.ts';
import type { ThirdPartyPayer, thirdPartyPayerDetails } from '#shared/people/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';

type ThirdPartyPayerDetails = z.infer<typeof thirdPartyPayerDetails>;

const columns = `id, name, contact_name AS contactName, language, email, phone, channel, street,
  postal_code AS postalCode, city, country, iban`;

/** OCMW, mediator, fund …: by name. */
export function listThirdPartyPayers(store: Store): ThirdPartyPayer[] {
  return store.sql.prepare<[], ThirdPartyPayer>(`SELECT ${columns} FROM third_party_payers ORDER BY name, id`).all();
}

export function saveThirdPartyPayer(
  context: Context,
  thirdPartyPayerId: number | null,
  details: ThirdPartyPayerDetails,
): ThirdPartyPayer {
  if (details.iban !== null && !isIban(details.iban)) {
    throw new Problem('INVALID', 'Dit rekeningnummer klopt niet. Er is niets bewaard; kijk het na.', 'details.iban');
  }
  const kept = { ...details, iban: details.iban === null ? null : normaliseIban(details.iban) };
  return runCommand(context, () => {
    const id = writeThirdPartyPayer(context.store, thirdPartyPayerId, kept);
    return {
      result: { ...kept, id },
      audit: { command: 'people.saveThirdPartyPayer', detail: { thirdPartyPayerId: id } },
    };
  });
}

/** The row alone, as a part of another command; null: a new one. */
export function writeThirdPartyPayer(
  store: Store,
  thirdPartyPayerId: number | null,
  details: ThirdPartyPayerDetails,
): number {
  return thirdPartyPayerId === null ? insert(store, details) : update(store, thirdPartyPayerId, details);
}

function insert(store: Store, details: ThirdPartyPayerDetails): number {
  const result = store.sql
    .prepare(
      `INSERT INTO third_party_payers
         (name, contact_name, language, email, phone, channel, street, postal_code, city, country, iban)
       VALUES (@name, @contactName, @language, @email, @phone, @channel, @street, @postalCode, @city, @country, @iban)`,
    )
    .run(details);
  return Number(result.lastInsertRowid);
}

function update(store: Store, id: number, details: ThirdPartyPayerDetails): number {
  const { changes } = store.sql
    .prepare(
      `UPDATE third_party_payers SET name = @name, contact_name = @contactName, language = @language, email = @email,
         phone = @phone, channel = @channel, street = @street, postal_code = @postalCode, city = @city,
         country = @country, iban = @iban
       WHERE id = @id`,
    )
    .run({ ...details, id });
  if (changes === 0) throw new Problem('NOT_FOUND', 'Deze betaler-derde bestaat niet meer. Er is niets bewaard.');
  return id;
}
