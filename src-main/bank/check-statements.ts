import { daysBetween, formatPlainDate } from '#shared/calendar/plain-date.ts';
import { formatIban, normaliseIban } from '#shared/bank/iban.ts';
import type { BankFileContent, BankFinding, BankFormat, BankMovement, BankStatement } from '#shared/bank/statement.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { continuity, type Predecessor } from './continuity.ts';
import { type KnownLines, knownLines } from './known-lines.ts';

/** The account of a statement, with the school whose it is. */
type AccountRow = { readonly bankAccountId: number; readonly schoolId: number; readonly schoolName: string };

/** A statement of a file beside what the store knows. */
export type CheckedStatement = {
  readonly statement: BankStatement;
  /** Null: of no school yet, or not the caller's. */
  readonly account: AccountRow | null;
  readonly newMovements: readonly BankMovement[];
  readonly known: number;
  readonly findings: readonly BankFinding[];
};

export type CheckedFile = {
  readonly content: BankFileContent;
  /** About the file as a whole, the reader's own included. */
  readonly findings: readonly BankFinding[];
  readonly statements: readonly CheckedStatement[];
  /** When exactly this file was imported before, and not undone. */
  readonly importedAt: string | null;
};

/**
 * Lays a file beside the store: whose account it is, what is known already, whether the balances go on where they
 * stopped. Each check is a named finding; an error means that nothing can be imported.
 */
export function checkFile(context: Context, content: BankFileContent, sha256: string): CheckedFile {
  const importedAt = earlierImport(context.store, sha256);
  const last = new Map<string, Predecessor>();
  const known = knownLines(context.store, content.format);
  const statements = content.statements.map((one) => {
    const checked = checkStatement(context, one, content.format, known, last.get(one.account));
    if (one.closingCents !== null) last.set(one.account, { ...one, closingCents: one.closingCents });
    return checked;
  });
  const findings = [...content.findings];
  if (importedAt !== null) {
    const day = formatPlainDate(importedAt.slice(0, 10));
    findings.push(warning('bank.sameFile', `Dit bestand werd al ingelezen op ${day}.`));
  }
  return { content, findings, statements, importedAt };
}

/** Every error of a checked file: one is enough to refuse all of it. */
export function errorsOf({ findings, statements }: CheckedFile): BankFinding[] {
  return [...findings, ...statements.flatMap((one) => one.findings)].filter(({ level }) => level === 'error');
}

function checkStatement(
  context: Context,
  one: BankStatement,
  format: BankFormat,
  known: KnownLines,
  before: Predecessor | undefined,
): CheckedStatement {
  const account = findAccount(context, one.account);
  if (one.currency !== 'EUR') {
    const sentence = `Rekening ${formatIban(one.account)} staat in ${one.currency}. Alleen rekeningen in euro kunnen ingelezen worden.`;
    return { statement: one, account, newMovements: [], known: 0, findings: [error('bank.currency', sentence)] };
  }
  if (!account) {
    const sentence = `Rekening ${formatIban(one.account)} hoort bij geen school: voeg ze toe bij de bankrekeningen van de school en kies het bestand opnieuw.`;
    return { statement: one, account, newMovements: [], known: 0, findings: [error('bank.account', sentence)] };
  }
  const findings: BankFinding[] = [];
  const counting = one.movements.filter(({ amountCents }) => amountCents !== 0);
  if (counting.length < one.movements.length) {
    const count = one.movements.length - counting.length;
    const sentence = `${count} ${count === 1 ? 'verrichting' : 'verrichtingen'} van € 0,00 overgeslagen: er is niets te boeken.`;
    findings.push(warning('bank.zero', sentence));
  }
  const last = lastDayOf(one);
  if (last !== null && daysBetween(context.clock.today(), last) > mostDaysAhead) {
    const sentence = `Dit uittreksel is van ${formatPlainDate(last)}, in de toekomst: kijk na of het bestand en de datum van deze computer kloppen.`;
    findings.push(warning('bank.future', sentence));
  }
  const split = known.split(account.bankAccountId, one, format);
  if (split.twin) findings.push(warning('bank.duplicate', split.twin));
  findings.push(...continuity(context.store, account.bankAccountId, one, before, split.newMovements.length > 0));
  return {
    statement: one,
    account,
    newMovements: split.newMovements,
    known: counting.length - split.newMovements.length,
    findings,
  };
}

/** A bank dates what it does in a long weekend on the day after it. */
const mostDaysAhead = 5;

function lastDayOf({ closingDate, movements }: BankStatement): string | null {
  const dates = [...movements.map(({ bookingDate }) => bookingDate), ...(closingDate === null ? [] : [closingDate])];
  return dates.toSorted().at(-1) ?? null;
}

/** SECURITY: an account of a school that is not the caller's is as unknown as one of nobody. */
function findAccount(context: Context, account: string): AccountRow | null {
  const row = statement(
    context.store,
    `SELECT a.id AS bankAccountId, a.school_id AS schoolId, s.name AS schoolName
     FROM bank_accounts a JOIN schools s ON s.id = a.school_id WHERE a.iban = ? AND a.removed_at IS NULL`,
  ).get(accountNumber(account)) as AccountRow | undefined;
  return row && includesSchool(schoolsOf(context), row.schoolId) ? row : null;
}

/** An old Belgian account number of 12 digits is the end of the same IBAN. */
function accountNumber(account: string): string {
  const number = normaliseIban(account).replace(/[.-]/g, '');
  if (!/^\d{12}$/.test(number)) return number;
  const check = 98n - (BigInt(`${number}111400`) % 97n);
  return `BE${String(check).padStart(2, '0')}${number}`;
}

function earlierImport(store: Store, sha256: string): string | null {
  const at = statement(
    store,
    `SELECT f.created_at FROM bank_files f JOIN bank_statements s ON s.bank_file_id = f.id
     WHERE f.sha256 = ? AND s.undone_at IS NULL ORDER BY f.id DESC LIMIT 1`,
  )
    .pluck()
    .get(sha256) as string | undefined;
  return at ?? null;
}

function warning(rule: string, sentence: string): BankFinding {
  return { level: 'warning', rule, line: null, sentence };
}

function error(rule: string, sentence: string): BankFinding {
  return { level: 'error', rule, line: null, sentence };
}
