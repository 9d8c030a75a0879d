import type { PostingRow } from '#shared/ledger/booking-shapes.ts';
import { sumCents } from '#shared/money/cents.ts';
import { withinSchools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import type { Store } from '#main/store/store.ts';
import { payerPostings } from './payer-postings.ts';
import { type ListedPosting, postingRows } from './posting-rows.ts';

export type Figure = 'open' | 'overdue' | 'credit';
type Of =
  | { readonly invoiceId: number }
  | { readonly payerId: number }
  | { readonly householdId: number }
  | { readonly schoolId: number };
type Question = {
  readonly of: Of;
  readonly figure?: Figure | undefined;
  readonly offset: number;
  readonly limit: number;
};
type Answer = { readonly rows: PostingRow[]; readonly total: number; readonly balanceCents: number };

/** Which claims make up a figure, over alias `i`. */
const claimsOfFigure: Readonly<Record<Figure | 'all', string>> = {
  all: 'true',
  open: 'i.balance_cents > 0',
  overdue: 'i.balance_cents > 0 AND i.due_date < @today',
  credit: 'i.balance_cents < 0',
};

/** The postings behind a figure, oldest first: what they come to is the figure, to the cent. */
export function listPostings(context: Context, { of, figure, offset, limit }: Question): Answer {
  const { store, clock } = context;
  const within = withinSchools(context, 'i.school_id');
  const claims = `${claimsOfFigure[figure ?? 'all']} ${within.and}`;
  const parameters = { today: clock.today(), ...within.parameters };
  if ('payerId' in of) {
    const listed = payerPostings(store, of.payerId, claims, parameters);
    const rows = postingRows(store, listed.slice(offset, offset + limit));
    return { rows, total: listed.length, balanceCents: sumCents(listed.map(({ amountCents }) => amountCents)) };
  }
  const source = sourceOf(store, of);
  const totals = store.sql
    .prepare<[object], { total: number; balanceCents: number }>(
      `SELECT count(*) AS total, coalesce(sum(p.amount_cents), 0) AS balanceCents ${source.from} AND ${claims}`,
    )
    .get({ ...parameters, id: source.id });
  const listed = store.sql
    .prepare<[object], ListedPosting>(
      `SELECT p.id AS postingId, p.amount_cents AS amountCents,
         sum(p.amount_cents) OVER (ORDER BY p.booking_date, p.id ROWS UNBOUNDED PRECEDING) AS balanceCents
       ${source.from} AND ${claims} ORDER BY p.booking_date, p.id LIMIT @limit OFFSET @offset`,
    )
    .all({ ...parameters, id: source.id, limit, offset });
  return { rows: postingRows(store, listed), total: totals?.total ?? 0, balanceCents: totals?.balanceCents ?? 0 };
}

const withPostings = 'CROSS JOIN postings p INDEXED BY postings_invoice ON p.invoice_id = i.id';

function sourceOf(store: Store, of: Exclude<Of, { payerId: number }>): { readonly id: number; readonly from: string } {
  if ('invoiceId' in of) return { id: of.invoiceId, from: `FROM invoices i ${withPostings} WHERE i.id = @id` };
  if ('householdId' in of) {
    return {
      id: liveHouseholdId(store, of.householdId),
      from: `FROM pupils u CROSS JOIN invoices i INDEXED BY invoices_pupil ON i.pupil_id = u.id ${withPostings}
        WHERE u.household_id = @id AND i.withdrawn_at IS NULL`,
    };
  }
  return {
    id: of.schoolId,
    from: `FROM invoices i INDEXED BY invoices_number ${withPostings} WHERE i.school_id = @id AND i.withdrawn_at IS NULL`,
  };
}
