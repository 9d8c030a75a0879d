import { Problem } from '#shared/api/problem.ts';
import { daysBetween } from '#shared/calendar/plain-date.ts';
import { isIban, normaliseIban } from '#shared/bank/iban.ts';
import type { BankAccount } from '#shared/bank/shapes.ts';
import { runCommand } from '#main/api/command.ts';
import { schoolsOf, schoolsParameter } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { schoolExists } from '#main/schools/queries.ts';
import { refuseOtherSchool } from './scope.ts';

const columns = `a.id AS bankAccountId, a.school_id AS schoolId, s.name AS schoolName, a.iban, a.label`;
const own = `a.removed_at IS NULL AND (@schools IS NULL OR a.school_id IN (SELECT value FROM json_each(@schools)))`;

/** The accounts of the schools, by school. */
export function listAccounts(context: Context): BankAccount[] {
  return context.store.sql
    .prepare<[object], BankAccount>(
      `SELECT ${columns} FROM bank_accounts a JOIN schools s ON s.id = a.school_id WHERE ${own} ORDER BY s.name, s.id, a.id`,
    )
    .all({ schools: schoolsParameter(schoolsOf(context)) });
}

type AccountInput = {
  readonly bankAccountId: number | null;
  readonly schoolId: number;
  readonly iban: string;
  readonly label: string;
};

/** Adds an account to a school, or changes one. One that was removed before comes back with what was imported on it. */
export function saveAccount(context: Context, input: AccountInput): BankAccount {
  const iban = normaliseIban(input.iban);
  if (!isIban(iban)) {
    throw new Problem('INVALID', 'Dit rekeningnummer klopt niet. Er is niets bewaard; kijk het na.', 'iban');
  }
  return runCommand(context, () => {
    const { sql } = context.store;
    refuseOtherSchool(context, input.schoolId, 'Deze school');
    if (!schoolExists(context.store, input.schoolId)) {
      throw new Problem('NOT_FOUND', 'Deze school bestaat niet. Er is niets bewaard.', 'schoolId');
    }
    const before = input.bankAccountId === null ? undefined : accountById(context, input.bankAccountId);
    const same = sql
      .prepare<
        [string],
        { id: number; schoolId: number; removed: 0 | 1; schoolName: string }
      >(`SELECT a.id, a.school_id AS schoolId, a.removed_at IS NOT NULL AS removed, s.name AS schoolName
        FROM bank_accounts a JOIN schools s ON s.id = a.school_id WHERE a.iban = ?`)
      .get(iban);
    if (same && same.id !== before?.bankAccountId && (before !== undefined || same.removed === 0)) {
      throw new Problem('CONFLICT', `Deze rekening staat al bij ${same.schoolName}. Er is niets bewaard.`, 'iban');
    }
    const bankAccountId = before?.bankAccountId ?? same?.id ?? null;
    if (bankAccountId !== null) refuseMoving(context, bankAccountId, { ...input, iban });
    const id =
      bankAccountId === null ? insert(context, { ...input, iban }) : update(context, bankAccountId, { ...input, iban });
    const result = accountById(context, id);
    return {
      result,
      audit: { command: 'bank.saveAccount', detail: { bankAccountId: id, iban }, schoolId: input.schoolId },
    };
  });
}

/** What was imported on an account is of its school: the account cannot become another one under it. */
function refuseMoving(context: Context, bankAccountId: number, wanted: AccountInput): void {
  const moved = context.store.sql
    .prepare(
      `SELECT 1 FROM bank_accounts a WHERE a.id = @bankAccountId AND (a.iban <> @iban OR a.school_id <> @schoolId)
         AND EXISTS (SELECT 1 FROM bank_statements s WHERE s.bank_account_id = a.id)`,
    )
    .get({ bankAccountId, iban: wanted.iban, schoolId: wanted.schoolId });
  if (moved === undefined) return;
  throw new Problem(
    'CONFLICT',
    'Op deze rekening zijn al uittreksels ingelezen: nummer en school staan vast. Er is niets bewaard; voeg de andere rekening toe.',
    'iban',
  );
}

function insert({ store }: Context, { schoolId, iban, label }: AccountInput): number {
  const { lastInsertRowid } = store.sql
    .prepare('INSERT INTO bank_accounts (school_id, iban, label) VALUES (?, ?, ?)')
    .run(schoolId, iban, label);
  return Number(lastInsertRowid);
}

function update({ store }: Context, bankAccountId: number, { schoolId, iban, label }: AccountInput): number {
  store.sql
    .prepare('UPDATE bank_accounts SET school_id = ?, iban = ?, label = ?, removed_at = NULL WHERE id = ?')
    .run(schoolId, iban, label, bankAccountId);
  return bankAccountId;
}

/** Files of this account are refused from now on; what was imported stays. The account on the letters cannot go. */
export function removeAccount(context: Context, bankAccountId: number): { bankAccountId: number } {
  return runCommand(context, () => {
    const account = accountById(context, bankAccountId);
    const printed = context.store.sql
      .prepare(`SELECT name FROM schools WHERE upper(replace(iban, ' ', '')) = ? ORDER BY id LIMIT 1`)
      .pluck()
      .get(account.iban) as string | undefined;
    if (printed !== undefined) {
      throw new Problem(
        'REFUSED',
        `Deze rekening staat op de brieven van ${printed}. Er is niets verwijderd; geef die school eerst een andere rekening.`,
      );
    }
    context.store.sql
      .prepare('UPDATE bank_accounts SET removed_at = ? WHERE id = ?')
      .run(context.clock.now(), bankAccountId);
    return {
      result: { bankAccountId },
      audit: {
        command: 'bank.removeAccount',
        detail: { bankAccountId, iban: account.iban },
        schoolId: account.schoolId,
      },
    };
  });
}

function accountById(context: Context, bankAccountId: number): BankAccount {
  const row = context.store.sql
    .prepare<[object], BankAccount>(
      `SELECT ${columns} FROM bank_accounts a JOIN schools s ON s.id = a.school_id WHERE a.id = @bankAccountId AND ${own}`,
    )
    .get({ bankAccountId, schools: schoolsParameter(schoolsOf(context)) });
  if (!row) throw new Problem('NOT_FOUND', 'Deze bankrekening bestaat niet (meer). Er is niets veranderd.');
  return row;
}

type Freshness = BankAccount & {
  readonly newestClosingDate: string | null;
  readonly daysOld: number | null;
  readonly openLines: number;
  readonly openCents: number;
};

/** Per account how old its newest statement is, and what came in that still waits for a person. */
export function listFreshness(context: Context): Freshness[] {
  const today = context.clock.today();
  const rows = context.store.sql
    .prepare<[object], Omit<Freshness, 'daysOld'>>(
      `SELECT ${columns},
         (SELECT max(b.closing_date) FROM bank_statements b WHERE b.bank_account_id = a.id AND b.undone_at IS NULL) AS newestClosingDate,
         coalesce(w.lines, 0) AS openLines, coalesce(w.cents, 0) AS openCents
       FROM bank_accounts a JOIN schools s ON s.id = a.school_id
       LEFT JOIN (SELECT bank_account_id, count(*) AS lines, sum(max(amount_cents, 0)) AS cents
         FROM bank_transactions INDEXED BY bank_transactions_open WHERE status = 'open' GROUP BY bank_account_id) w
         ON w.bank_account_id = a.id
       WHERE ${own} ORDER BY s.name, s.id, a.id`,
    )
    .all({ schools: schoolsParameter(schoolsOf(context)) });
  return rows.map((row) => ({
    ...row,
    daysOld: row.newestClosingDate === null ? null : daysBetween(row.newestClosingDate, today),
  }));
}
