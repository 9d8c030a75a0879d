import { isIban, normaliseIban } from '#shared/bank/iban.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { TransactionRow } from './transactions.ts';

type Holder = { readonly payerId: number | null; readonly thirdPartyPayerId: number | null };

/** The account of a line when it can be remembered: an account number with its check digits. */
export function accountToLearn(row: Pick<TransactionRow, 'counterpartyAccount'>): string | null {
  const iban = normaliseIban(row.counterpartyAccount ?? '');
  return isIban(iban) ? iban : null;
}

/** Remembers whose account a line came from; nothing when that is known already. Call it in a transaction. */
export function learnAccount(context: Context, row: TransactionRow, holder: Holder): void {
  const iban = accountToLearn(row);
  if (iban === null) return;
  statement(
    context.store,
    `INSERT INTO payer_accounts (payer_id, third_party_payer_id, iban, holder_name, origin, bank_transaction_id, author, created_at)
     SELECT @payerId, @thirdPartyPayerId, @iban, @holderName, 'bank', @transactionId, @author, @at
     WHERE NOT EXISTS (SELECT 1 FROM payer_accounts a WHERE a.iban = @iban AND a.removed_at IS NULL
       AND a.payer_id IS @payerId AND a.third_party_payer_id IS @thirdPartyPayerId)`,
  ).run({
    ...holder,
    iban,
    holderName: row.counterpartyName ?? '',
    transactionId: row.transactionId,
    author: context.actor,
    at: context.clock.now(),
  });
}

/**
 * The same for a payer whom a reference and the name on the account both point to. Nothing when the account is, or was and
 * was forgotten, of anybody: then a person decides.
 */
export function learnClearAccount(context: Context, row: TransactionRow, payerId: number): void {
  const iban = accountToLearn(row);
  if (iban === null) return;
  const known = statement(
    context.store,
    `SELECT 1 FROM payer_accounts WHERE iban = @iban UNION ALL SELECT 1 FROM third_party_payers WHERE iban = @iban
     UNION ALL SELECT 1 FROM bank_accounts WHERE iban = @iban`,
  ).get({ iban });
  if (known === undefined) learnAccount(context, row, { payerId, thirdPartyPayerId: null });
}

/** Forgets what was learned from these lines; call it in the transaction that takes the lines back. */
export function unlearnAccounts(context: Context, transactionIds: readonly number[]): void {
  statement(
    context.store,
    `UPDATE payer_accounts SET removed_at = @at, removed_by = @actor
     WHERE removed_at IS NULL AND origin = 'bank' AND bank_transaction_id IN (SELECT value FROM json_each(@ids))`,
  ).run({ ids: JSON.stringify(transactionIds), at: context.clock.now(), actor: context.actor });
}
