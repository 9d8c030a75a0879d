import type { Store } from '#main/store/store.ts';

type WrongBalance = { readonly invoiceId: number; readonly keptCents: number; readonly summedCents: number };
type Verification = { readonly invoices: number; readonly postings: number; readonly wrong: WrongBalance[] };

/** Adds every posting up again and compares: the balance that the trigger keeps is never taken on trust. */
export function verifyBalances(store: Store): Verification {
  const count = (table: 'invoices' | 'postings'): number =>
    store.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  const wrong = store.sql
    .prepare<[], WrongBalance>(
      `SELECT invoiceId, keptCents, summedCents FROM (
         SELECT i.id AS invoiceId, i.balance_cents AS keptCents,
           (SELECT coalesce(sum(amount_cents), 0) FROM postings WHERE invoice_id = i.id) AS summedCents
         FROM invoices i
       ) WHERE keptCents <> summedCents ORDER BY invoiceId`,
    )
    .all();
  return { invoices: count('invoices'), postings: count('postings'), wrong };
}
