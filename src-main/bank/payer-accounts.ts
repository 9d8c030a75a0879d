import { Problem } from '#shared/api/problem.ts';
import type { PayerAccount } from '#shared/bank/shapes.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { familyOfHousehold, liveHouseholdId } from '#main/dossier/household.ts';

type Row = PayerAccount & { readonly householdId: number | null; readonly removedAt: string | null };

const columns = `a.id AS payerAccountId, a.payer_id AS payerId, a.third_party_payer_id AS thirdPartyPayerId,
  coalesce(t.name, trim(y.first_name || ' ' || y.last_name)) AS name, a.iban, a.holder_name AS holderName, a.origin,
  a.author, a.created_at AS at, y.household_id AS householdId, a.removed_at AS removedAt`;
const tables = `payer_accounts a LEFT JOIN payers y ON y.id = a.payer_id
  LEFT JOIN third_party_payers t ON t.id = a.third_party_payer_id`;

/** The known accounts of a household: of its payers, and of bodies that pay in their place. */
export function listPayerAccounts({ store }: Context, householdId: number): PayerAccount[] {
  return store.sql
    .prepare<[object], Row>(
      `WITH RECURSIVE ${familyOfHousehold}
       SELECT ${columns} FROM ${tables}
       WHERE a.removed_at IS NULL AND (a.payer_id IN (SELECT id FROM payers WHERE household_id IN (SELECT id FROM family))
         OR a.third_party_payer_id IN (
           SELECT third_party_payer_id FROM payers WHERE household_id IN (SELECT id FROM family) AND removed_at IS NULL))
       ORDER BY name, a.id`,
    )
    .all({ householdId: liveHouseholdId(store, householdId) })
    .map(toPayerAccount);
}

/** Forgets an account: from now on it proposes nothing. */
export function forgetPayerAccount(context: Context, payerAccountId: number): { payerAccountId: number } {
  return change(context, payerAccountId, 'bank.forgetPayerAccount', (row) => {
    if (row.removedAt !== null) throw new Problem('CONFLICT', 'Deze rekening is al vergeten. Er is niets veranderd.');
    context.store.sql
      .prepare('UPDATE payer_accounts SET removed_at = ?, removed_by = ? WHERE id = ?')
      .run(context.clock.now(), context.actor, payerAccountId);
  });
}

/** Remembers a forgotten account again. */
export function restorePayerAccount(context: Context, payerAccountId: number): { payerAccountId: number } {
  return change(context, payerAccountId, 'bank.restorePayerAccount', (row) => {
    const { sql } = context.store;
    const same = sql
      .prepare(
        `SELECT 1 FROM payer_accounts WHERE iban = @iban AND removed_at IS NULL AND payer_id IS @payerId
           AND third_party_payer_id IS @thirdPartyPayerId`,
      )
      .get({ iban: row.iban, payerId: row.payerId, thirdPartyPayerId: row.thirdPartyPayerId });
    if (same !== undefined) throw new Problem('CONFLICT', 'Deze rekening is al bekend. Er is niets veranderd.');
    sql.prepare('UPDATE payer_accounts SET removed_at = NULL, removed_by = NULL WHERE id = ?').run(payerAccountId);
  });
}

function change(
  context: Context,
  payerAccountId: number,
  command: string,
  work: (row: Row) => void,
): { payerAccountId: number } {
  return runCommand(context, () => {
    const row = context.store.sql
      .prepare<[number], Row>(`SELECT ${columns} FROM ${tables} WHERE a.id = ?`)
      .get(payerAccountId);
    if (!row) throw new Problem('NOT_FOUND', 'Deze rekening is niet bekend. Er is niets veranderd.');
    work(row);
    const { payerId, thirdPartyPayerId, householdId } = row;
    return {
      result: { payerAccountId },
      audit: { command, detail: { payerAccountId, payerId, thirdPartyPayerId }, householdId },
    };
  });
}

function toPayerAccount({ householdId: _household, removedAt: _removed, ...account }: Row): PayerAccount {
  return account;
}
