import { moneyKinds } from '#shared/ledger/money-claim.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { refundBlockedBy } from './payment-orders.ts';
import { kindBehind, withReversed } from './sql.ts';

/** An entry as a decision to take it back needs it. */
export type EntryRow = {
  readonly entryId: number;
  readonly schoolId: number;
  readonly householdId: number | null;
  readonly kind: string;
  readonly bankTransactionId: number | null;
  readonly reversedByEntryId: number | null;
};

export function entryById(store: Store, entryId: number): EntryRow | undefined {
  return statement(
    store,
    `SELECT e.id AS entryId, e.school_id AS schoolId, e.household_id AS householdId, e.kind,
         e.bank_transaction_id AS bankTransactionId,
         (SELECT r.id FROM journal_entries r WHERE r.reverses_id = e.id) AS reversedByEntryId
       FROM journal_entries e WHERE e.id = ?`,
  ).get(entryId) as EntryRow | undefined;
}

/** What a line of the bank booked and that still stands. */
export function liveEntries(store: Store, transactionId: number): number[] {
  return statement(
    store,
    `SELECT e.id FROM journal_entries e INDEXED BY journal_entries_transaction
     WHERE e.bank_transaction_id = ? AND e.kind <> 'reversal'
       AND NOT EXISTS (SELECT 1 FROM journal_entries r WHERE r.reverses_id = e.id) ORDER BY e.id DESC`,
  )
    .pluck()
    .all(transactionId) as number[];
}

/** Why an entry cannot be taken back, in Dutch; null when it can. */
export function reverseBlockedBy(
  store: Store,
  entry: Pick<EntryRow, 'entryId' | 'kind' | 'reversedByEntryId'>,
): string | null {
  if (entry.kind === 'reversal') return 'Een storno wordt niet zelf teruggedraaid; boek het opnieuw.';
  if (entry.reversedByEntryId !== null) return 'Deze boeking is al teruggedraaid.';
  const used = usedMoney(store, entry.entryId);
  if (used) {
    const what = used.kind === 'credit' ? `Het tegoed ${used.number}` : `Het geld op ${used.number}`;
    return `${what} uit deze boeking is intussen verrekend, overgeboekt of terugbetaald; draai eerst dat terug.`;
  }
  return refundBlockedBy(store, entry.entryId);
}

/** A claim from which more money left than would be there without this entry. */
function usedMoney(store: Store, entryId: number): { readonly number: string; readonly kind: string } | undefined {
  return statement(
    store,
    `WITH brought AS (
         SELECT invoice_id, sum(amount_cents) AS cents FROM postings
         WHERE entry_id = @entryId AND kind IN (SELECT value FROM json_each(@kinds)) GROUP BY invoice_id HAVING cents < 0)
       SELECT i.number, i.kind FROM brought CROSS JOIN invoices i ON i.id = brought.invoice_id
       WHERE (SELECT sum(p.amount_cents) FROM ${withReversed}
         WHERE p.invoice_id = i.id AND ${kindBehind} IN (SELECT value FROM json_each(@kinds))) > brought.cents
       LIMIT 1`,
  ).get({ entryId, kinds: JSON.stringify(moneyKinds) }) as { number: string; kind: string } | undefined;
}
