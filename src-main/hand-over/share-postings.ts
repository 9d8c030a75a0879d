import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { chargeKinds, type PostingKind, postingKinds } from '#shared/ledger/posting-kinds.ts';
import { payerPostings } from '#main/ledger/payer-postings.ts';
import { kindBehind, withReversed } from '#main/ledger/sql.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** What a posting did to what one payer owes of a claim. */
export type SharePosting = {
  readonly invoiceId: number;
  readonly date: PlainDate;
  readonly createdAt: string;
  readonly label: string;
  readonly isCharge: boolean;
  readonly amountCents: number;
};

type Row = {
  readonly postingId: number;
  readonly invoiceId: number;
  readonly date: PlainDate;
  readonly createdAt: string;
  readonly kind: PostingKind;
  readonly reversed: 0 | 1;
};

/**
 * The movements on these claims as far as they changed what this payer owes, in date order. Without what was written with
 * them: there may be more in it than is needed to collect.
 */
export function sharePostings(store: Store, payerId: number, invoiceIds: readonly number[]): SharePosting[] {
  const ids = JSON.stringify(invoiceIds);
  const shares = new Map(
    payerPostings(store, payerId, 'i.id IN (SELECT value FROM json_each(@ids))', { ids }).map((one) => [
      one.postingId,
      one.amountCents,
    ]),
  );
  const rows = statement(
    store,
    `SELECT p.id AS postingId, p.invoice_id AS invoiceId, p.value_date AS date, p.created_at AS createdAt,
       ${kindBehind} AS kind, o.id IS NOT NULL AS reversed
     FROM ${withReversed} WHERE p.invoice_id IN (SELECT value FROM json_each(?)) ORDER BY p.value_date, p.id`,
  ).all(ids) as Row[];
  return rows.flatMap(({ postingId, kind, reversed, ...row }) => {
    const amountCents = shares.get(postingId);
    if (amountCents === undefined) return [];
    const { label } = postingKinds[kind];
    return [
      {
        ...row,
        label: reversed === 1 ? `Teruggedraaid: ${label}` : label,
        isCharge: chargeKinds.includes(kind),
        amountCents,
      },
    ];
  });
}
