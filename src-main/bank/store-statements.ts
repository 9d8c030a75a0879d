import type { BankMovement, BankStatement } from '#shared/bank/statement.ts';
import type { Context } from '#main/api/context.ts';
import type { StagedFile } from '#main/imports/staging.ts';
import { statement } from '#main/store/statement.ts';
import type { CheckedFile, CheckedStatement } from './check-statements.ts';

/** Stores the file with its new statements and lines, inside the transaction of the import. Answers the statements. */
export function storeStatements(context: Context, file: StagedFile, checked: CheckedFile): number[] {
  const wanted = checked.statements.filter(isNew);
  if (wanted.length === 0) return [];
  const { lastInsertRowid } = statement(
    context.store,
    `INSERT INTO bank_files (file_name, sha256, format, bytes, author, created_at)
     VALUES (@fileName, @fileId, @format, @bytes, @author, @at)`,
  ).run({
    fileName: file.fileName,
    fileId: file.fileId,
    format: checked.content.format,
    bytes: Buffer.from(file.bytes),
    author: context.actor,
    at: context.clock.now(),
  });
  return wanted.map((one) => storeStatement(context, Number(lastInsertRowid), one, checked));
}

/** Something new stands in it; a statement without movements tells that nothing happened. */
function isNew({ statement: one, newMovements, known }: CheckedStatement): boolean {
  return newMovements.length > 0 || (one.movements.length === 0 && one.closingDate !== null && known === 0);
}

function storeStatement(context: Context, bankFileId: number, one: CheckedStatement, checked: CheckedFile): number {
  const { account, statement: content, newMovements } = one;
  if (!account) throw new Error('A statement of an unknown account is not stored');
  const { lastInsertRowid } = statement(
    context.store,
    `INSERT INTO bank_statements (school_id, bank_account_id, bank_file_id, sequence_number, opening_date, opening_cents,
       closing_date, closing_cents, findings, author, created_at)
     VALUES (@schoolId, @bankAccountId, @bankFileId, @sequenceNumber, @openingDate, @openingCents,
       @closingDate, @closingCents, @findings, @author, @at)`,
  ).run({
    schoolId: account.schoolId,
    bankAccountId: account.bankAccountId,
    bankFileId,
    sequenceNumber: content.sequenceNumber,
    openingDate: content.openingDate,
    openingCents: content.openingCents,
    closingDate: closingDateOf(content, context.clock.today()),
    closingCents: content.closingCents,
    findings: JSON.stringify([...checked.findings, ...one.findings]),
    author: context.actor,
    at: context.clock.now(),
  });
  const statementId = Number(lastInsertRowid);
  for (const movement of newMovements) storeMovement(context, statementId, account, movement);
  return statementId;
}

/** A file without balances ends with its last movement. */
function closingDateOf({ closingDate, movements }: BankStatement, today: string): string {
  return (
    closingDate ??
    movements
      .map(({ bookingDate }) => bookingDate)
      .toSorted()
      .at(-1) ??
    today
  );
}

function storeMovement(
  { store }: Context,
  statementId: number,
  account: { readonly schoolId: number; readonly bankAccountId: number },
  { key, returned, ...movement }: BankMovement,
): void {
  statement(
    store,
    `INSERT INTO bank_transactions (school_id, bank_account_id, bank_statement_id, line, movement_key, amount_cents,
       booking_date, value_date, kind, transaction_code, counterparty_name, counterparty_account, ultimate_name,
       structured_reference, creditor_reference, reference_source, communication, end_to_end_id, mandate_id,
       returned_type, returned_reason, batch_key)
     VALUES (@schoolId, @bankAccountId, @statementId, @line, @key, @amountCents,
       @bookingDate, @valueDate, @kind, @transactionCode, @counterpartyName, @counterpartyAccount, @ultimateName,
       @structuredReference, @creditorReference, @referenceSource, @communication, @endToEndId, @mandateId,
       @returnedType, @returnedReason, @batchKey)`,
  ).run({
    ...movement,
    key,
    statementId,
    schoolId: account.schoolId,
    bankAccountId: account.bankAccountId,
    returnedType: returned?.type ?? null,
    returnedReason: returned?.reasonCode ?? null,
  });
}
