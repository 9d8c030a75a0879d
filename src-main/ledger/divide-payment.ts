import type { NewPosting } from './journal.ts';
import { type Claim, hasOwnShare, owedBy } from './claims.ts';

/**
 * The postings that pay an amount on a claim: what a payer with a share of his own pays lowers that share, never below
 * zero; what is more lowers what everybody owes. Everybody's money, or a jointly owed claim: one posting for all.
 */
export function paymentPostings(
  claim: Claim,
  kind: NewPosting['kind'],
  amountCents: number,
  payerId: number | null,
): NewPosting[] {
  const { invoiceId } = claim;
  if (payerId === null || !hasOwnShare(claim, payerId)) return [{ invoiceId, kind, amountCents }];
  const own = Math.min(amountCents, Math.max(0, owedBy(claim, payerId)));
  const postings: NewPosting[] = [
    { invoiceId, kind, amountCents: own, payerId },
    { invoiceId, kind, amountCents: amountCents - own },
  ];
  return postings.filter((posting) => posting.amountCents > 0);
}
