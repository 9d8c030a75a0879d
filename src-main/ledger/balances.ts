import { withinSchools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';

type BalanceRow = {
  readonly householdId: number;
  readonly name: string;
  readonly openCents: number;
  readonly creditCents: number;
  readonly balanceCents: number;
};
type Question = { readonly schoolId?: number | undefined; readonly offset: number; readonly limit: number };

/**
 * What each household owes and has to its credit, those that stand at zero as well; of one school, or for a caller of some
 * schools: the households with a pupil there. In the order of the households, so that every sum is made from the indexes at once.
 */
export function balances(
  context: Context,
  { schoolId, offset, limit }: Question,
): { rows: BalanceRow[]; total: number; balanceCents: number } {
  const { store } = context;
  const ofInvoice = (column: string): string =>
    `${schoolId === undefined ? '' : `AND ${column} = @schoolId`} ${withinSchools(context, column).and}`.trim();
  const ofSchool = ofInvoice('i.school_id');
  const parameters = { schoolId: schoolId ?? null, ...withinSchools(context, '').parameters };
  const households =
    ofSchool === ''
      ? 'h.merged_into_id IS NULL'
      : `h.merged_into_id IS NULL AND EXISTS (SELECT 1 FROM pupils u WHERE u.household_id = h.id AND ((true ${ofInvoice('u.school_id')})
          OR EXISTS (SELECT 1 FROM invoices i WHERE i.pupil_id = u.id ${ofSchool} AND i.withdrawn_at IS NULL)))`;
  const rows = store.sql
    .prepare<[object], BalanceRow>(
      `SELECT h.id AS householdId, h.name, coalesce(s.open, 0) AS openCents, coalesce(s.credit, 0) AS creditCents,
         coalesce(s.open - s.credit, 0) AS balanceCents
       FROM households h LEFT JOIN (
         SELECT u.household_id AS id, sum(max(i.balance_cents, 0)) AS open, sum(max(-i.balance_cents, 0)) AS credit
         FROM pupils u INDEXED BY pupils_household
         CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = u.id
         WHERE i.balance_cents <> 0 AND i.withdrawn_at IS NULL ${ofSchool} GROUP BY u.household_id
       ) s ON s.id = h.id
       WHERE ${households} ORDER BY h.id LIMIT @limit OFFSET @offset`,
    )
    .all({ ...parameters, limit, offset });
  const whole = offset === 0 && rows.length < limit;
  return {
    rows,
    total: whole ? rows.length : countOf(store, households, parameters),
    balanceCents: whole ? rows.reduce((sum, row) => sum + row.balanceCents, 0) : sumOf(store, ofSchool, parameters),
  };
}

function countOf(store: Store, households: string, parameters: object): number {
  return store.sql.prepare(`SELECT count(*) FROM households h WHERE ${households}`).pluck().get(parameters) as number;
}

function sumOf(store: Store, ofSchool: string, parameters: object): number {
  return store.sql
    .prepare(
      `SELECT coalesce(sum(i.balance_cents), 0) FROM invoices i INDEXED BY invoices_open_pupil
       WHERE i.balance_cents <> 0 AND i.withdrawn_at IS NULL ${ofSchool}`,
    )
    .pluck()
    .get(parameters) as number;
}
