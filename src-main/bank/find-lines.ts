import { parseAmount } from '#shared/money/cents.ts';
import type { BankLine } from '#shared/bank/shapes.ts';
import { schoolsOf, schoolsParameter } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { type TransactionRow, transactionColumns } from './transactions.ts';

export type LineFilter = {
  readonly transactionId?: number | undefined;
  readonly statementId?: number | undefined;
  readonly schoolId?: number | undefined;
  readonly status?: 'open' | 'booked' | 'setAside' | undefined;
  readonly search?: string | undefined;
};

export type LineCounts = {
  readonly total: number;
  readonly open: number;
  readonly booked: number;
  readonly setAside: number;
};

type Parameters = Readonly<Record<string, string | number | null>>;

/** Lines of that status; `ended`: booked or set aside. Open ones in the order of the bank, others the newest first. */
export function findLines(
  context: Context,
  filter: LineFilter,
  status: Exclude<BankLine['status'], 'undone'> | 'ended',
  page: { readonly offset: number; readonly limit: number } = { offset: 0, limit: -1 },
): TransactionRow[] {
  const { where, parameters } = condition(context, filter);
  const wanted = status === 'ended' ? "t.status IN ('booked', 'setAside')" : 't.status = @status';
  const inOrder = filter.statementId === undefined && status !== 'open' ? 't.booking_date DESC, t.id DESC' : 't.id';
  return context.store.sql
    .prepare<[Parameters], TransactionRow>(
      `SELECT ${transactionColumns} FROM bank_transactions t WHERE ${where} AND ${wanted}
       ORDER BY ${inOrder} LIMIT @limit OFFSET @offset`,
    )
    .all({ ...parameters, status, ...page });
}

/** How many lines there are of each status, whatever status is asked for. */
export function countLines(context: Context, filter: LineFilter): LineCounts {
  const { where, parameters } = condition(context, filter);
  const rows = context.store.sql
    .prepare<[Parameters], { status: string; count: number }>(
      `SELECT t.status, count(*) AS count FROM bank_transactions t WHERE ${where} AND t.status <> 'undone' GROUP BY t.status`,
    )
    .all(parameters);
  const of = (status: string): number => rows.find((row) => row.status === status)?.count ?? 0;
  const counts = { open: of('open'), booked: of('booked'), setAside: of('setAside') };
  return { ...counts, total: counts.open + counts.booked + counts.setAside };
}

const searched = `lower(concat_ws(' ', t.counterparty_name, t.ultimate_name, t.communication, t.structured_reference,
  t.creditor_reference, t.counterparty_account))`;

function condition(context: Context, filter: LineFilter): { where: string; parameters: Parameters } {
  const conditions = ['(@schools IS NULL OR t.school_id IN (SELECT value FROM json_each(@schools)))'];
  const parameters: Record<string, string | number | null> = { schools: schoolsParameter(schoolsOf(context)) };
  if (filter.transactionId !== undefined) {
    conditions.push('t.id = @transactionId');
    parameters['transactionId'] = filter.transactionId;
  }
  if (filter.statementId !== undefined) {
    conditions.push('t.bank_statement_id = @statementId');
    parameters['statementId'] = filter.statementId;
  }
  if (filter.schoolId !== undefined) {
    conditions.push('t.school_id = @schoolId');
    parameters['schoolId'] = filter.schoolId;
  }
  const words = (filter.search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  words.forEach((word, index) => {
    // A reference and an account are kept bare; an amount is one as people write it.
    const bare = /\d/.test(word) ? word.replace(/[+*/.\s-]/g, '') : word;
    const amount = parseAmount(word);
    conditions.push(
      `(instr(${searched}, @word${index}) OR instr(${searched}, @bare${index}) OR abs(t.amount_cents) = @cents${index})`,
    );
    parameters[`word${index}`] = word;
    parameters[`bare${index}`] = bare === '' ? word : bare;
    parameters[`cents${index}`] = amount.ok ? Math.abs(amount.cents) : null;
  });
  return { where: conditions.join(' AND '), parameters };
}
