import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { DecisionHold } from '#shared/dunning/decision.ts';
import type { HoldKind, HoldScope } from '#shared/holds/contract.ts';
import { endOfHold } from '#shared/holds/hold-days.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { isActiveHold, isNotOver, isOfSchools } from './held-sql.ts';

/**
 * Every hold that holds on that day, one that cannot be read included. Each names only what it holds: a bill, a payer, a
 * household or a whole school.
 */
export function holdsInForce(store: Store, asOf: PlainDate): DecisionHold[] {
  const rows = statement(
    store,
    `SELECT x.id AS holdId, x.kind, iif(x.scope = 'school', x.school_id, NULL) AS schoolId, x.household_id AS householdId,
       x.payer_id AS payerId, x.invoice_id AS invoiceId, x.from_date AS fromDate, x.until_date AS untilDate, x.reason,
       x.freezes_costs AS freezesCosts
     FROM holds x WHERE ${isActiveHold} ORDER BY x.id`,
  ).all({ today: asOf }) as (Omit<DecisionHold, 'freezesCosts'> & { freezesCosts: 0 | 1 })[];
  return rows.map((row) => ({ ...row, freezesCosts: row.freezesCosts === 1 }));
}

/** A hold that asks for somebody's attention; the bills of one household that were held together are one. */
export type EndingHold = {
  /** The first of them. */
  readonly holdId: number;
  readonly kind: HoldKind;
  readonly scope: HoldScope;
  readonly schoolId: number | null;
  readonly schoolName: string | null;
  /** Of a payer or bill: the household where they belong. */
  readonly householdId: number | null;
  readonly householdName: string | null;
  readonly payerId: number | null;
  readonly payerName: string | null;
  readonly invoiceNumbers: readonly string[];
  readonly untilDate: string | null;
  readonly reviewDate: string | null;
  /** Its last or review day; null: its last day cannot be read, so that it holds for good until somebody looks. */
  readonly endsOn: PlainDate | null;
};

/**
 * Holds that end, or are to be looked at again, within so many days, the first on top: those of which the review day
 * passed too, as long as they hold.
 */
export function holdsEnding(
  store: Store,
  today: PlainDate,
  withinDays: number,
  schools: Schools = 'all',
): EndingHold[] {
  const rows = statement(
    store,
    `SELECT min(x.id) AS holdId, x.kind, x.scope, x.school_id AS schoolId, s.name AS schoolName, h.id AS householdId,
       h.name AS householdName, y.id AS payerId, trim(y.first_name || ' ' || y.last_name) AS payerName,
       json_group_array(i.number ORDER BY i.number) FILTER (WHERE i.id IS NOT NULL) AS invoiceNumbers,
       x.until_date AS untilDate, x.review_date AS reviewDate
     FROM holds x LEFT JOIN invoices i ON i.id = x.invoice_id LEFT JOIN pupils p ON p.id = i.pupil_id
       LEFT JOIN payers y ON y.id = x.payer_id
       LEFT JOIN households h ON h.id = coalesce(x.household_id, y.household_id, p.household_id)
       LEFT JOIN schools s ON s.id = x.school_id
     WHERE ${isNotOver} AND (x.until_date <= @last OR x.review_date <= @last OR date(x.until_date) IS NOT x.until_date)
       AND (i.id IS NULL OR i.withdrawn_at IS NULL) AND ${isOfSchools}
     GROUP BY x.scope, coalesce(h.id, -x.school_id), x.payer_id, x.kind, x.reason, x.until_date, x.review_date`,
  ).all({ today, last: addDays(today, withinDays), schools: schoolsParameter(schools) }) as (Omit<
    EndingHold,
    'endsOn' | 'invoiceNumbers'
  > & { invoiceNumbers: string })[];
  return rows
    .map((row) => ({
      ...row,
      invoiceNumbers: JSON.parse(row.invoiceNumbers) as string[],
      endsOn: endOfHold(row.untilDate, row.reviewDate),
    }))
    .toSorted((a, b) => (a.endsOn ?? '').localeCompare(b.endsOn ?? '') || a.holdId - b.holdId);
}
