import type Database from 'better-sqlite3';
import { owedShares, sumPerPayer } from '#shared/people/owed-share.ts';
import type { Liability } from '#shared/people/contract.ts';

/**
 * Decisions of the domain that a statement may ask for by name. They are pure, so SQLite may count on the same answer for
 * the same values.
 */
export function registerFunctions(database: Database.Database): void {
  database.function('owed_share', { deterministic: true }, owedShareOf);
}

/**
 * `owed_share(open cents, payer, liabilities, attributed)`: what one payer owes of a claim. The liabilities are a JSON list of
 * `[payer, kind, basis points]`, the postings on somebody's own share one of `[payer, cents]`, as they were booked.
 */
function owedShareOf(openCents: unknown, payerId: unknown, liabilities: unknown, attributed: unknown): number {
  const rows = JSON.parse(String(liabilities)) as [number, Liability['kind'], number][];
  const known = rows.map(([id, kind, shareBp]) => ({ payerId: id, kind, shareBp }));
  const own = sumPerPayer(JSON.parse(String(attributed)) as [number, number][]);
  return owedShares(Number(openCents), known, own).get(Number(payerId)) ?? 0;
}
