import { normaliseIban } from '#shared/bank/iban.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { BankFormat, BankMovement, BankStatement } from '#shared/bank/statement.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

export type KnownLines = {
  /** What of a statement is new; `twin` says in Dutch why the rest is not, when another file told it. */
  readonly split: (
    bankAccountId: number,
    one: BankStatement,
    format: BankFormat,
  ) => { readonly newMovements: BankMovement[]; readonly twin: string | null };
};

/**
 * Tells new lines from those that stand in the store or stood earlier in the same file: by the key of the movement, or,
 * when it came in a file of another format before (whose keys are others), by date, amount and, where both tell it, account.
 */
export function knownLines(store: Store, format: BankFormat): KnownLines {
  const seen = new Set<string>();
  return {
    split: (bankAccountId, one) => {
      const counting = one.movements.filter(({ amountCents }) => amountCents !== 0);
      const stored = storedKeys(store, bankAccountId, counting);
      const unknown = counting.filter(({ key }) => {
        const mark = `${bankAccountId} ${key}`;
        const isNew = !stored.has(key) && !seen.has(mark);
        seen.add(mark);
        return isNew;
      });
      const other = fromOtherFormat(store, bankAccountId, unknown, format);
      const newMovements = unknown.filter((movement) => !other.has(movement));
      if (other.size > 0) {
        const what = other.size === 1 ? 'Eén verrichting stond' : `${other.size} verrichtingen stonden`;
        return { newMovements, twin: `${what} al in een bestand van een andere soort; niet opnieuw ingelezen.` };
      }
      const isWhole = counting.length > 0 && newMovements.length === 0;
      const day = one.closingDate === null ? '' : ` van ${formatPlainDate(one.closingDate)}`;
      return { newMovements, twin: isWhole ? `Alle verrichtingen van het uittreksel${day} staan er al.` : null };
    },
  };
}

function storedKeys(store: Store, bankAccountId: number, movements: readonly BankMovement[]): Set<string> {
  const keys = statement(
    store,
    `SELECT t.movement_key FROM json_each(@keys) k CROSS JOIN bank_transactions t INDEXED BY bank_transactions_once
       ON t.bank_account_id = @bankAccountId AND t.movement_key = k.value AND t.status <> 'undone'`,
  )
    .pluck()
    .all({ bankAccountId, keys: JSON.stringify(movements.map(({ key }) => key)) }) as string[];
  return new Set(keys);
}

type Look = { readonly bookingDate: string; readonly amountCents: number; readonly account: string | null };

/** Movements that look the same as ones from a file of another format, each of those once. */
function fromOtherFormat(
  store: Store,
  bankAccountId: number,
  movements: readonly BankMovement[],
  format: BankFormat,
): Set<BankMovement> {
  const dates = movements.map(({ bookingDate }) => bookingDate).toSorted();
  const [from, until] = [dates[0], dates.at(-1)];
  if (from === undefined || until === undefined) return new Set();
  const rows = statement(
    store,
    `SELECT t.booking_date AS bookingDate, t.amount_cents AS amountCents, t.counterparty_account AS account
     FROM bank_statements s INDEXED BY bank_statements_account
     JOIN bank_files f ON f.id = s.bank_file_id
     JOIN bank_transactions t INDEXED BY bank_transactions_statement ON t.bank_statement_id = s.id
     WHERE s.bank_account_id = @bankAccountId AND s.undone_at IS NULL AND f.format <> @format
       AND s.closing_date >= @from AND t.booking_date BETWEEN @from AND @until AND t.status <> 'undone'`,
  ).all({ bankAccountId, format, from, until }) as Look[];
  // One bank leaves out in one format who paid: those are compared without it, after the ones that fit in everything.
  const left = rows.map((row) => ({ ...row, isTaken: false }));
  const found = new Set<BankMovement>();
  for (const isSame of [looksSame, looksAlike]) {
    const byDay = Map.groupBy(
      left.filter(({ isTaken }) => !isTaken),
      dayAndAmount,
    );
    for (const movement of movements) {
      if (found.has(movement)) continue;
      const look = { ...movement, account: movement.counterpartyAccount };
      const twin = byDay.get(dayAndAmount(look))?.find((row) => !row.isTaken && isSame(row, look));
      if (!twin) continue;
      twin.isTaken = true;
      found.add(movement);
    }
  }
  return found;
}

function dayAndAmount({ bookingDate, amountCents }: Look): string {
  return `${bookingDate} ${amountCents}`;
}

function looksSame(a: Look, b: Look): boolean {
  return normaliseIban(a.account ?? '') === normaliseIban(b.account ?? '');
}

function looksAlike(a: Look, b: Look): boolean {
  return looksSame(a, b) || !a.account || !b.account;
}
