import { afterParts, type Claim, owedBy } from '#shared/ledger/claim.ts';
import type { Store } from '#main/store/store.ts';
import { claimsById } from './claims.ts';
import type { ListedPosting } from './posting-rows.ts';
import { isInForce } from './sql.ts';

type Posting = {
  readonly postingId: number;
  readonly invoiceId: number;
  readonly amountCents: number;
  readonly payerId: number | null;
};

/**
 * What moved what one payer owes, oldest first. Of a claim with shares each posting counts for the difference it made to
 * the share, so that the list adds up to the share, to the cent; what made none is left out.
 */
export function payerPostings(
  store: Store,
  payerId: number,
  claims: string,
  parameters: Readonly<Record<string, string>>,
): ListedPosting[] {
  const postings = store.sql
    .prepare<[object], Posting>(
      `SELECT p.id AS postingId, p.invoice_id AS invoiceId, p.amount_cents AS amountCents, p.payer_id AS payerId
       FROM (
         SELECT DISTINCT i.id FROM liabilities l
         CROSS JOIN invoices i INDEXED BY invoices_pupil ON i.pupil_id = l.pupil_id
         WHERE l.payer_id = @payerId AND ${isInForce} AND i.withdrawn_at IS NULL
           AND (i.payer_id IS NULL OR i.payer_id = @payerId) AND ${claims}
       ) c CROSS JOIN postings p INDEXED BY postings_invoice ON p.invoice_id = c.id
       ORDER BY p.booking_date, p.id`,
    )
    .all({ ...parameters, payerId });
  const standing = new Map<number, Claim>();
  for (const [invoiceId, claim] of claimsById(store, [...new Set(postings.map(({ invoiceId }) => invoiceId))])) {
    standing.set(invoiceId, { ...claim, openCents: 0, attributed: new Map() });
  }
  let balanceCents = 0;
  return postings.flatMap((posting) => {
    const before = standing.get(posting.invoiceId);
    if (!before) return [];
    const after = afterParts(before, [posting], 'raises');
    standing.set(posting.invoiceId, after);
    const amountCents = owedBy(after, payerId) - owedBy(before, payerId);
    if (amountCents === 0) return [];
    balanceCents += amountCents;
    return [{ postingId: posting.postingId, amountCents, balanceCents }];
  });
}
