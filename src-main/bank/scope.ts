import { Problem } from '#shared/api/problem.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { type TransactionRow, transactionsById } from './transactions.ts';

/** SECURITY: lines of a school that is not the caller's do not exist for the caller. */
export function ownTransactions(context: Context, transactionIds: readonly number[]): TransactionRow[] {
  const wanted = new Set(transactionIds);
  const rows = transactionsById(context.store, [...wanted]);
  const schools = schoolsOf(context);
  if (rows.length < wanted.size || rows.some(({ schoolId }) => !includesSchool(schools, schoolId))) {
    throw new Problem('NOT_FOUND', 'Deze verrichting bestaat niet. Er is niets veranderd; ververs de lijst.');
  }
  return rows;
}

/** Refuses what belongs to a school that is not the caller's. */
export function refuseOtherSchool(context: Context, schoolId: number, what: string): void {
  if (includesSchool(schoolsOf(context), schoolId)) return;
  throw new Problem('NOT_FOUND', `${what} bestaat niet. Er is niets veranderd.`);
}
