import { chargeKinds, type PostingKind } from '#shared/ledger/posting-kinds.ts';

export type SqlValue = string | number | null;

/** Values of one statement, by the name behind `@` in its text. Values never become text of a statement. */
export type SqlParameters = Readonly<Record<string, SqlValue>>;

/** Listed on Openstaand: something is open and the import that brought it was not undone. The partial indexes say the same. */
export const isOpen = 'i.balance_cents <> 0 AND i.withdrawn_at IS NULL';

/** The liability `l` was in force when the invoice `i` was issued. */
export const isInForce = 'l.from_date <= i.issue_date AND (l.until_date IS NULL OR l.until_date >= i.issue_date)';

/** What the kind of a posting was before it was taken back: a reversal belongs to what it reverses. Over `withReversed`. */
export const kindBehind = 'coalesce(o.kind, p.kind)';
export const withReversed = 'postings p LEFT JOIN postings o ON o.id = p.reverses_id';

const kindLists = {
  /** What was asked, before any payment. */
  charges: chargeKinds,
  writeOff: ['writeOff'],
  remission: ['remission'],
} as const satisfies Readonly<Record<string, readonly PostingKind[]>>;

/** Sum of the postings of some kinds on invoice `i`, with what was taken back of them. */
export function sumOfKinds(kinds: keyof typeof kindLists): string {
  const names = kindLists[kinds].map((kind) => `'${kind}'`).join(', ');
  return `(SELECT coalesce(sum(b.amount_cents), 0) FROM postings b WHERE b.invoice_id = i.id
  AND coalesce((SELECT r.kind FROM postings r WHERE r.id = b.reverses_id), b.kind) IN (${names}))`;
}
