import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { BankFinding, BankStatement } from '#shared/bank/statement.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** A statement with a balance that another one goes on from. */
export type Predecessor = {
  readonly sequenceNumber: number | null;
  readonly closingDate: string | null;
  readonly closingCents: number;
};

/**
 * Whether a statement goes on where the one before it stopped. A hole is a warning: the money of the missing days may lie in
 * it, so it says how much and which numbers are not there. `before`: the statement before it in the same file.
 */
export function continuity(
  store: Store,
  bankAccountId: number,
  one: BankStatement,
  before: Predecessor | undefined,
  hasNew: boolean,
): BankFinding[] {
  if (!hasNew && one.movements.length > 0) return [];
  const stored = predecessor(store, bankAccountId, one);
  const previous = before && (!stored || (before.closingDate ?? '') >= (stored.closingDate ?? '')) ? before : stored;
  const findings: BankFinding[] = [];
  if (previous && one.openingCents !== null && previous.closingCents !== one.openingCents) {
    findings.push(gap(previous, one, one.openingCents));
  }
  const newest = newestClosing(store, bankAccountId);
  if (newest !== null && one.closingDate !== null && one.closingDate < newest) {
    const sentence = `Er is al een nieuwer uittreksel van deze rekening ingelezen (tot ${formatPlainDate(newest)}).`;
    findings.push({ level: 'warning', rule: 'bank.order', line: null, sentence });
  }
  return findings;
}

function gap(previous: Predecessor, one: BankStatement, openingCents: number): BankFinding {
  const after = previous.closingDate === null ? '' : ` van ${formatPlainDate(previous.closingDate)}`;
  const sentence =
    `Het beginsaldo ${formatCents(openingCents)} is niet het vorige eindsaldo${after} (${formatCents(previous.closingCents)}): ` +
    `er ontbreekt ${formatCents(openingCents - previous.closingCents)}${missing(previous, one)}.`;
  return { level: 'warning', rule: 'bank.gap', line: null, sentence };
}

/** The numbers that are not there, when both are of the same year. */
function missing(previous: Predecessor, one: BankStatement): string {
  const [from, to] = [previous.sequenceNumber, one.sequenceNumber];
  const sameYear = previous.closingDate?.slice(0, 4) === one.closingDate?.slice(0, 4);
  if (from === null || to === null || !sameYear || to - from < 2) return '';
  return to - from === 2 ? ` (uittreksel ${from + 1})` : ` (uittreksels ${from + 1} tot ${to - 1})`;
}

/** The last statement before this one, of which the balance is known. */
function predecessor(store: Store, bankAccountId: number, one: BankStatement): Predecessor | undefined {
  return statement(
    store,
    `SELECT sequence_number AS sequenceNumber, closing_date AS closingDate, closing_cents AS closingCents
     FROM bank_statements INDEXED BY bank_statements_account
     WHERE bank_account_id = @bankAccountId AND undone_at IS NULL AND closing_cents IS NOT NULL
       AND (closing_date < @closingDate OR closing_date = @closingDate AND coalesce(sequence_number < @sequence, 1))
     ORDER BY closing_date DESC, sequence_number DESC, id DESC LIMIT 1`,
  ).get({ bankAccountId, closingDate: one.closingDate ?? '9999-12-31', sequence: one.sequenceNumber }) as
    | Predecessor
    | undefined;
}

function newestClosing(store: Store, bankAccountId: number): string | null {
  return statement(
    store,
    'SELECT max(closing_date) FROM bank_statements WHERE bank_account_id = ? AND undone_at IS NULL',
  )
    .pluck()
    .get(bankAccountId) as string | null;
}
