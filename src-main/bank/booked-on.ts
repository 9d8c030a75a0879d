import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import type { TransactionRow } from './transactions.ts';

/** Where the money of a line stands. */
export type BookedOn = {
  readonly entryId: number;
  readonly householdId: number | null;
  readonly householdName: string | null;
  readonly allocations: readonly {
    readonly invoiceId: number;
    readonly number: string;
    readonly pupilName: string;
    readonly amountCents: number;
  }[];
  readonly creditCents: number;
};

type Row = {
  readonly transactionId: number;
  readonly entryId: number;
  readonly householdId: number | null;
  readonly householdName: string | null;
  readonly invoiceId: number;
  readonly kind: string;
  readonly number: string;
  readonly pupilName: string;
  readonly amountCents: number;
};

/**
 * Per booked line its entry and the claims it is on: of a receipt what it paid, of a line that took something back what was
 * taken back. A receipt that came back later still shows what it had paid.
 */
export function bookedOn(store: Store, rows: readonly TransactionRow[]): Map<number, BookedOn> {
  const ids = rows.filter(({ status }) => status === 'booked').map(({ transactionId }) => transactionId);
  if (ids.length === 0) return new Map();
  const found = statement(
    store,
    `WITH entry AS (
       SELECT t.id AS transaction_id, CASE WHEN t.takes_back_entry_id IS NOT NULL
         THEN (SELECT r.id FROM journal_entries r WHERE r.reverses_id = t.takes_back_entry_id)
         ELSE (SELECT e.id FROM journal_entries e INDEXED BY journal_entries_transaction
           WHERE e.bank_transaction_id = t.id AND e.kind <> 'reversal'
           ORDER BY EXISTS (SELECT 1 FROM journal_entries r WHERE r.reverses_id = e.id), e.id DESC LIMIT 1) END AS id
       FROM json_each(?) k CROSS JOIN bank_transactions t ON t.id = k.value)
     SELECT entry.transaction_id AS transactionId, e.id AS entryId, e.household_id AS householdId,
       h.name AS householdName, i.id AS invoiceId, i.kind, i.number, trim(p.first_name || ' ' || p.last_name) AS pupilName,
       -sum(o.amount_cents) AS amountCents
     FROM entry JOIN journal_entries e ON e.id = entry.id LEFT JOIN households h ON h.id = e.household_id
     JOIN postings o ON o.entry_id = e.id JOIN invoices i ON i.id = o.invoice_id JOIN pupils p ON p.id = i.pupil_id
     GROUP BY entry.transaction_id, i.id ORDER BY entry.transaction_id, min(o.id)`,
  ).all(JSON.stringify(ids)) as Row[];
  const byLine = Map.groupBy(found, ({ transactionId }) => transactionId);
  return new Map([...byLine].map(([transactionId, parts]) => [transactionId, toBookedOn(parts)]));
}

function toBookedOn(parts: readonly Row[]): BookedOn {
  const [first] = parts;
  const credits = parts.filter(({ kind }) => kind === 'credit');
  return {
    entryId: first?.entryId ?? 0,
    householdId: first?.householdId ?? null,
    householdName: first?.householdName ?? null,
    allocations: parts
      .filter(({ kind }) => kind !== 'credit')
      .map(({ invoiceId, number, pupilName, amountCents }) => ({ invoiceId, number, pupilName, amountCents })),
    creditCents: credits.reduce((sum, { amountCents }) => sum + amountCents, 0),
  };
}
