import type { Store } from '#main/store/store.ts';
import { wrongEntries, type WrongEntry } from './verify-entries.ts';

type WrongBalance = { readonly invoiceId: number; readonly keptCents: number; readonly summedCents: number };
type Verification = {
  readonly invoices: number;
  readonly postings: number;
  readonly entries: number;
  readonly balanceCents: number;
  readonly wrong: WrongBalance[];
  readonly wrongEntries: WrongEntry[];
};

/**
 * Adds every posting up again and compares: what triggers keep is never taken on trust. Per claim the balance, what stands
 * on the names of payers, and what is booked under the school of the claim; so households and schools add up as well.
 */
export function verifyBalances(store: Store): Verification {
  const count = (table: 'invoices' | 'postings' | 'journal_entries'): number =>
    store.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  const wrong = store.sql
    .prepare<[], WrongBalance>(
      `WITH summed AS (
         SELECT i.id, i.balance_cents AS balance, i.attributed_cents AS attributed, coalesce(sum(p.amount_cents), 0) AS postings,
           coalesce(sum(p.amount_cents) FILTER (WHERE p.payer_id IS NOT NULL), 0) AS named,
           coalesce(sum(p.amount_cents) FILTER (WHERE p.school_id = i.school_id), 0) AS ofSchool
         FROM invoices i LEFT JOIN postings p INDEXED BY postings_invoice ON p.invoice_id = i.id GROUP BY i.id)
       SELECT id AS invoiceId, balance AS keptCents, postings AS summedCents FROM summed WHERE balance <> postings
       UNION ALL SELECT id, attributed, named FROM summed WHERE attributed <> named
       UNION ALL SELECT id, balance, ofSchool FROM summed WHERE balance = postings AND ofSchool <> postings
       ORDER BY 1`,
    )
    .all();
  return {
    invoices: count('invoices'),
    postings: count('postings'),
    entries: count('journal_entries'),
    balanceCents: store.sql.prepare('SELECT coalesce(sum(amount_cents), 0) FROM postings').pluck().get() as number,
    wrong,
    wrongEntries: wrongEntries(store),
  };
}
