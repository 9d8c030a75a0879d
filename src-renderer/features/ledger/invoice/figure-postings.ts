import type { PostingRow } from '#shared/ledger/booking-shapes.ts';
import { chargeKinds } from '#shared/ledger/posting-kinds.ts';

export type InvoiceFigure = 'total' | 'paid' | 'writtenOff' | 'remitted' | 'open';

/** To which figure of a claim a posting belongs; a reversal goes with what it takes back. */
export function figureOf({ kind, reversedKind }: Pick<PostingRow, 'kind' | 'reversedKind'>): InvoiceFigure {
  const effective = reversedKind ?? kind;
  if (chargeKinds.includes(effective)) return 'total';
  if (effective === 'writeOff') return 'writtenOff';
  return effective === 'remission' ? 'remitted' : 'paid';
}

/** The postings behind one figure of a claim, with the running balance of that figure. */
export function postingsOfFigure(postings: readonly PostingRow[], figure: InvoiceFigure): readonly PostingRow[] {
  if (figure === 'open') return postings;
  let balanceCents = 0;
  return postings
    .filter((posting) => figureOf(posting) === figure)
    .map((posting) => {
      balanceCents += posting.amountCents;
      return { ...posting, balanceCents };
    });
}
