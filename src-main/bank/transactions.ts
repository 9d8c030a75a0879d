import type { MatchLine } from '#shared/bank/match/knowledge.ts';
import type { BankMovement, Returned } from '#shared/bank/statement.ts';
import type { BankLine } from '#shared/bank/shapes.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { schoolsByAccount } from './knowledge/accounts.ts';

/** A line of a statement as it stands in the store. */
export type TransactionRow = Omit<BankMovement, 'key' | 'returned'> & {
  readonly transactionId: number;
  readonly schoolId: number;
  readonly bankAccountId: number;
  readonly statementId: number;
  readonly movementKey: string;
  readonly returnedType: Returned | null;
  readonly returnedReason: string | null;
  readonly status: BankLine['status'];
  readonly setAsideAs: BankLine['setAsideAs'];
  readonly setAsideNote: string;
  readonly takesBackEntryId: number | null;
  readonly paymentOrderId: number | null;
};

export const transactionColumns = `t.id AS transactionId, t.school_id AS schoolId, t.bank_account_id AS bankAccountId,
  t.bank_statement_id AS statementId, t.line, t.movement_key AS movementKey, t.amount_cents AS amountCents,
  t.booking_date AS bookingDate, t.value_date AS valueDate, t.kind, t.transaction_code AS transactionCode,
  t.counterparty_name AS counterpartyName, t.counterparty_account AS counterpartyAccount,
  t.ultimate_name AS ultimateName, t.structured_reference AS structuredReference,
  t.creditor_reference AS creditorReference, t.reference_source AS referenceSource, t.communication,
  t.end_to_end_id AS endToEndId, t.mandate_id AS mandateId, t.returned_type AS returnedType,
  t.returned_reason AS returnedReason, t.batch_key AS batchKey, t.status, t.set_aside_as AS setAsideAs,
  t.set_aside_note AS setAsideNote, t.takes_back_entry_id AS takesBackEntryId, t.payment_order_id AS paymentOrderId`;

/** These lines, in the order of their ids; those that do not exist are left out. */
export function transactionsById(store: Store, transactionIds: readonly number[]): TransactionRow[] {
  return statement(
    store,
    `SELECT ${transactionColumns} FROM bank_transactions t
     WHERE t.id IN (SELECT value FROM json_each(?)) ORDER BY t.id`,
  ).all(JSON.stringify(transactionIds)) as TransactionRow[];
}

/** Every line that waits for a person, of every school: what one takes is no longer open for another. */
export function openTransactions(store: Store): TransactionRow[] {
  return statement(
    store,
    `SELECT ${transactionColumns} FROM bank_transactions t INDEXED BY bank_transactions_open WHERE t.status = 'open' ORDER BY t.id`,
  ).all() as TransactionRow[];
}

export function transactionsOfStatement(store: Store, statementId: number): TransactionRow[] {
  return statement(
    store,
    `SELECT ${transactionColumns} FROM bank_transactions t WHERE t.bank_statement_id = ? ORDER BY t.line, t.id`,
  ).all(statementId) as TransactionRow[];
}

/** The movement again as the bank told it. */
export function movementOf(row: TransactionRow): BankMovement {
  return {
    line: row.line,
    key: row.movementKey,
    amountCents: row.amountCents,
    bookingDate: row.bookingDate,
    valueDate: row.valueDate,
    kind: row.kind,
    transactionCode: row.transactionCode,
    counterpartyName: row.counterpartyName,
    counterpartyAccount: row.counterpartyAccount,
    ultimateName: row.ultimateName,
    structuredReference: row.structuredReference,
    creditorReference: row.creditorReference,
    referenceSource: row.referenceSource,
    communication: row.communication,
    endToEndId: row.endToEndId,
    mandateId: row.mandateId,
    returned: row.returnedType === null ? null : { type: row.returnedType, reasonCode: row.returnedReason },
    batchKey: row.batchKey,
  };
}

/** Lines as the matching takes them. */
export function matchLines(store: Store, rows: readonly TransactionRow[]): MatchLine[] {
  const schools = schoolsByAccount(store);
  return rows.map((row) => ({
    id: row.transactionId,
    accountSchoolIds: schools.get(row.bankAccountId) ?? [row.schoolId],
    movement: movementOf(row),
  }));
}
