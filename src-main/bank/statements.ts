import { Problem } from '#shared/api/problem.ts';
import type { StatementRow } from '#shared/bank/shapes.ts';
import { runCommand } from '#main/api/command.ts';
import { schoolsOf, schoolsParameter } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { unlearnAccounts } from './learn-account.ts';
import { lineBlockedBy, takeLinesBack } from './take-line-back.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { type TransactionRow, transactionColumns, transactionsOfStatement } from './transactions.ts';

type Row = Omit<StatementRow, 'lines' | 'findings' | 'undoBlockedBy'> & {
  readonly lines: string;
  readonly findings: string;
};

const columns = `s.id AS statementId, a.iban AS accountIban, s.school_id AS schoolId, c.name AS schoolName,
  f.file_name AS fileName, s.sequence_number AS sequenceNumber, s.opening_date AS openingDate,
  s.opening_cents AS openingCents, s.closing_date AS closingDate, s.closing_cents AS closingCents, s.findings, s.author,
  s.created_at AS at, s.undone_at AS undoneAt,
  (SELECT json_object('total', count(*), 'open', coalesce(sum(t.status = 'open'), 0),
      'booked', coalesce(sum(t.status = 'booked'), 0), 'setAside', coalesce(sum(t.status = 'setAside'), 0))
    FROM bank_transactions t INDEXED BY bank_transactions_statement WHERE t.bank_statement_id = s.id) AS lines`;
const tables = `bank_statements s JOIN bank_accounts a ON a.id = s.bank_account_id
  JOIN schools c ON c.id = s.school_id JOIN bank_files f ON f.id = s.bank_file_id`;
const own = `(@schools IS NULL OR s.school_id IN (SELECT value FROM json_each(@schools)))`;

type ListInput = { readonly schoolId?: number | undefined; readonly offset: number; readonly limit: number };

/** Statements that were imported, the newest first. */
export function listStatements(context: Context, input: ListInput): { rows: StatementRow[]; total: number } {
  const { store } = context;
  const where = `${own} AND (@schoolId IS NULL OR s.school_id = @schoolId)`;
  const parameters = { schools: schoolsParameter(schoolsOf(context)), schoolId: input.schoolId ?? null };
  const rows = statement(
    store,
    `SELECT ${columns} FROM ${tables} WHERE ${where} ORDER BY s.closing_date DESC, s.id DESC LIMIT @limit OFFSET @offset`,
  ).all({ ...parameters, offset: input.offset, limit: input.limit }) as Row[];
  const total = statement(store, `SELECT count(*) FROM bank_statements s WHERE ${where}`)
    .pluck()
    .get(parameters) as number;
  return { rows: rows.map((row) => toStatement(store, row)), total };
}

/** Takes a whole statement back: what it booked is reversed, its lines can be read again. */
export function undoStatement(context: Context, statementId: number): StatementRow {
  return runCommand(context, () => {
    const { store } = context;
    const before = statementById(context, statementId);
    if (before.undoneAt !== null) {
      throw new Problem('CONFLICT', 'Dit uittreksel is al ongedaan gemaakt. Er is niets veranderd.');
    }
    if (before.undoBlockedBy !== null) {
      throw new Problem('REFUSED', `${before.undoBlockedBy} Er is niets ongedaan gemaakt.`);
    }
    const rows = transactionsOfStatement(store, statementId).filter(({ status }) => status !== 'undone');
    takeLinesBack(context, rows, 'undone', 'uittreksel ongedaan gemaakt');
    unlearnAccounts(
      context,
      rows.map(({ transactionId }) => transactionId),
    );
    store.sql
      .prepare('UPDATE bank_statements SET undone_at = ?, undone_by = ? WHERE id = ?')
      .run(context.clock.now(), context.actor, statementId);
    const detail = { statementId, lines: before.lines };
    return {
      result: statementById(context, statementId),
      audit: { command: 'bank.undo', detail, schoolId: before.schoolId },
    };
  });
}

function statementById(context: Context, statementId: number): StatementRow {
  const row = statement(context.store, `SELECT ${columns} FROM ${tables} WHERE s.id = @statementId AND ${own}`).get({
    statementId,
    schools: schoolsParameter(schoolsOf(context)),
  }) as Row | undefined;
  if (!row) throw new Problem('NOT_FOUND', 'Dit uittreksel bestaat niet. Er is niets veranderd.');
  return toStatement(context.store, row);
}

function toStatement(store: Store, row: Row): StatementRow {
  return {
    ...row,
    lines: JSON.parse(row.lines) as StatementRow['lines'],
    findings: JSON.parse(row.findings) as StatementRow['findings'],
    undoBlockedBy:
      row.undoneAt === null ? undoBlockedBy(store, row.statementId) : 'Dit uittreksel is al ongedaan gemaakt.',
  };
}

/** Lines of a statement on which something may have been built: few, so that a long list stays quick. */
const maybeBuiltOn = `SELECT ${transactionColumns} FROM bank_transactions t INDEXED BY bank_transactions_statement
  WHERE t.bank_statement_id = ? AND t.status = 'booked' AND (t.takes_back_entry_id IS NOT NULL OR EXISTS (
    SELECT 1 FROM journal_entries e INDEXED BY journal_entries_transaction WHERE e.bank_transaction_id = t.id AND (
      EXISTS (SELECT 1 FROM bank_transactions b INDEXED BY bank_transactions_taken_back WHERE b.takes_back_entry_id = e.id)
      OR EXISTS (SELECT 1 FROM postings o JOIN postings later ON later.invoice_id = o.invoice_id
        WHERE o.entry_id = e.id AND later.kind IN ('transferOut', 'refund', 'interestRefund')))))`;

/** Why a statement cannot be taken back, in Dutch: what was built on one of its lines; null when it can. */
function undoBlockedBy(store: Store, statementId: number): string | null {
  const suspects = statement(store, maybeBuiltOn).all(statementId) as TransactionRow[];
  if (suspects.length === 0) return null;
  const together = new Set(
    statement(store, 'SELECT id FROM bank_transactions WHERE bank_statement_id = ?')
      .pluck()
      .all(statementId) as number[],
  );
  for (const row of suspects) {
    const blocked = lineBlockedBy(store, row, together);
    if (blocked !== null) return blocked;
  }
  return null;
}
