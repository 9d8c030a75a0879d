import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import { addYears } from '#shared/calendar/months.ts';
import { radarDays } from '#shared/limitation/bands.ts';
import type { RadarRow } from '#shared/limitation/contract.ts';
import type { InMediation } from '#shared/limitation/next-acts.ts';
import { withinSchools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { familyOfHousehold, liveHouseholdId } from '#main/dossier/household.ts';
import { isActiveHold } from '#main/holds/held-sql.ts';
import { isInForce, isOpen } from '#main/ledger/sql.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** In the order id, issue date, due date, open cents. */
export type Candidate = readonly [number, PlainDate, PlainDate, number];

export type RadarFilter = { readonly schoolId?: number | undefined; readonly householdId?: number | undefined };

/** Open bills so old that they may be on the radar, if nothing happened to them since. */
export function candidates(context: Context, { schoolId, householdId }: RadarFilter): Candidate[] {
  const { store, clock } = context;
  const schools = withinSchools(context, 'i.school_id');
  const ofHousehold =
    householdId === undefined
      ? ''
      : `AND i.pupil_id IN (
          WITH RECURSIVE ${familyOfHousehold} SELECT u.id FROM pupils u JOIN family f ON f.id = u.household_id)`;
  // A day more than the years before: 29 February of a bill is 28 February of its last day.
  const latest = addDays(addYears(addDays(clock.today(), radarDays), -1), 1);
  return statement(
    store,
    `SELECT i.id, i.issue_date, i.due_date, i.balance_cents FROM invoices i INDEXED BY invoices_open_pupil
     WHERE i.balance_cents > 0 AND ${isOpen} AND (i.issue_date <= @latest OR i.due_date <= @latest)
       AND (@schoolId IS NULL OR i.school_id = @schoolId) ${schools.and} ${ofHousehold} AND i.kind = 'invoice'`,
  )
    .raw()
    .all({
      latest,
      schoolId: schoolId ?? null,
      ...(householdId === undefined ? {} : { householdId: liveHouseholdId(store, householdId) }),
      ...schools.parameters,
    }) as Candidate[];
}

export type RadarNames = Pick<
  RadarRow,
  'invoiceId' | 'number' | 'schoolId' | 'schoolName' | 'householdId' | 'householdName' | 'pupilName'
>;

/** What the list says about these bills besides their clock, in the order of the ids. */
export function radarNames(store: Store, invoiceIds: readonly number[]): RadarNames[] {
  return statement(
    store,
    `SELECT i.id AS invoiceId, i.number, i.school_id AS schoolId, s.name AS schoolName, h.id AS householdId,
       h.name AS householdName, trim(u.first_name || ' ' || u.last_name) AS pupilName
     FROM json_each(?) k CROSS JOIN invoices i ON i.id = k.value CROSS JOIN schools s ON s.id = i.school_id
     CROSS JOIN pupils u ON u.id = i.pupil_id CROSS JOIN households h ON h.id = u.household_id ORDER BY k.key`,
  ).all(JSON.stringify(invoiceIds)) as RadarNames[];
}

const mediators = `x.kind IN ('debtSettlement', 'mediation') AND ${isActiveHold}`;
const openOf = 'invoices i INDEXED BY invoices_open_pupil ON i.pupil_id';

/** Open bills of which nothing may be asked of anybody because a mediator deals with the debts; settlement before mediation. */
export function inMediation(store: Store, today: PlainDate): Map<number, NonNullable<InMediation>> {
  const rows = statement(
    store,
    `SELECT i.id, x.kind FROM holds x CROSS JOIN pupils u ON u.household_id = x.household_id CROSS JOIN ${openOf} = u.id
     WHERE x.household_id IS NOT NULL AND ${mediators} AND ${isOpen}
     UNION ALL SELECT x.invoice_id, x.kind FROM holds x WHERE x.invoice_id IS NOT NULL AND ${mediators}
     UNION ALL SELECT i.id, h.kind FROM holds h CROSS JOIN liabilities l ON l.payer_id = h.payer_id CROSS JOIN ${openOf} = l.pupil_id
     WHERE h.payer_id IS NOT NULL AND h.kind IN ('debtSettlement', 'mediation') AND h.lifted_at IS NULL AND ${isOpen}
       AND ${isInForce} AND NOT EXISTS (
         SELECT 1 FROM liabilities l WHERE l.pupil_id = i.pupil_id AND ${isInForce}
           AND NOT EXISTS (SELECT 1 FROM holds x WHERE x.payer_id = l.payer_id AND ${mediators}))
     ORDER BY 2 DESC`,
  )
    .raw()
    .all({ today }) as [number, NonNullable<InMediation>][];
  // Ordered so that the last one said is the settlement.
  return new Map(rows);
}
