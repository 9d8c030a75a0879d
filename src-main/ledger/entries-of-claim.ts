import type { JournalEntry } from '#shared/ledger/booking-shapes.ts';
import type { Store } from '#main/store/store.ts';
import { reverseBlockedBy } from './reversible.ts';

const entriesSql = `
  SELECT e.id AS entryId, e.kind, e.method, e.amount_cents AS amountCents, e.booking_date AS bookingDate,
    e.value_date AS valueDate, e.description, e.reason,
    coalesce((SELECT t.name FROM third_party_payers t WHERE t.id = e.third_party_payer_id), nullif(e.paid_by, ''),
      (SELECT trim(y.first_name || ' ' || y.last_name) FROM payers y WHERE y.id = e.payer_id)) AS partyName,
    (SELECT r.id FROM journal_entries r WHERE r.reverses_id = e.id) AS reversedByEntryId, e.author, e.created_at AS at
  FROM journal_entries e
  WHERE e.id IN (SELECT p.entry_id FROM postings p WHERE p.invoice_id = ? AND p.entry_id IS NOT NULL) ORDER BY e.id`;

/** What happened with money on a claim, oldest first, and whether it can be taken back. */
export function entriesOfClaim(store: Store, invoiceId: number): JournalEntry[] {
  return store.sql
    .prepare<[number], Omit<JournalEntry, 'reverseBlockedBy'>>(entriesSql)
    .all(invoiceId)
    .map((entry) => ({ ...entry, reverseBlockedBy: reverseBlockedBy(store, entry) }));
}
