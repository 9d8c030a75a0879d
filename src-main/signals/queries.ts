import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { thresholds } from '#shared/signals/find-signals.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { sumOfKinds } from '#main/ledger/sql.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Which households, at which schools, and (for a talk with one payer) only what that payer is liable for. */
export type Scope = {
  readonly householdId?: number | undefined;
  readonly payerId?: number | undefined;
  readonly schools: Schools;
  readonly today: PlainDate;
};

export type OpenRow = {
  readonly householdId: number;
  readonly schoolIds: readonly number[];
  readonly overdueCents: number;
  readonly overdueBills: number;
  readonly oldestDueDate: PlainDate | null;
  /** Pupils with a bill past due. */
  readonly children: number;
};

function bound({ householdId, payerId, schools, today }: Scope) {
  return {
    householdId: householdId ?? null,
    payerId: payerId ?? null,
    schools: schoolsParameter(schools),
    today,
  };
}

const isOpenBill = `i.balance_cents <> 0 AND i.balance_cents > 0 AND i.withdrawn_at IS NULL
  AND (@schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools)))`;

/** What is owed by this payer, or by anybody: a pupil for whom the payer is liable, and nobody else's own costs. */
const ofPayer = `(@payerId IS NULL OR ((i.payer_id IS NULL OR i.payer_id = @payerId)
  AND EXISTS (SELECT 1 FROM liabilities l WHERE l.pupil_id = i.pupil_id AND l.payer_id = @payerId)))`;

/** One line per pupil, in the order of the index, so that nothing is sorted. */
const perPupil = `i.pupil_id AS pupilId, min(i.school_id) AS schoolId,
  coalesce(sum(i.balance_cents) FILTER (WHERE i.due_date < @today), 0) AS overdueCents,
  count(*) FILTER (WHERE i.due_date < @today) AS overdueBills,
  min(i.due_date) FILTER (WHERE i.due_date < @today) AS oldestDueDate`;

type PupilRow = readonly [
  householdId: number,
  pupilId: number,
  schoolId: number,
  overdueCents: number,
  overdueBills: number,
  oldestDueDate: PlainDate | null,
];

/** Households with something open, with what is past due; one household is found through its pupils. */
export function openHouseholds(store: Store, scope: Scope): OpenRow[] {
  const grouped =
    scope.householdId === undefined
      ? `FROM invoices i INDEXED BY invoices_open_pupil WHERE ${isOpenBill} AND ${ofPayer} GROUP BY i.pupil_id`
      : `FROM pupils f CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = f.id
         WHERE f.household_id = @householdId AND ${isOpenBill} AND ${ofPayer} GROUP BY i.pupil_id`;
  const rows = statement(
    store,
    `SELECT u.household_id, o.* FROM (SELECT ${perPupil} ${grouped}) o CROSS JOIN pupils u ON u.id = o.pupilId`,
  )
    .raw()
    .all(bound(scope)) as PupilRow[];
  const households = new Map<number, OpenRow>();
  for (const [householdId, , schoolId, overdueCents, overdueBills, oldestDueDate] of rows) {
    const known = households.get(householdId);
    const child = overdueBills > 0 ? 1 : 0;
    households.set(
      householdId,
      known === undefined
        ? { householdId, schoolIds: [schoolId], overdueCents, overdueBills, oldestDueDate, children: child }
        : {
            householdId,
            schoolIds: known.schoolIds.includes(schoolId) ? known.schoolIds : [...known.schoolIds, schoolId],
            overdueCents: known.overdueCents + overdueCents,
            overdueBills: known.overdueBills + overdueBills,
            oldestDueDate: earliest(known.oldestDueDate, oldestDueDate),
            children: known.children + child,
          },
    );
  }
  return [...households.values()];
}

function earliest(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

const chosen = 'json_each(@ids) k CROSS JOIN pupils u ON u.household_id = k.value';

/** First names of the children with a bill past due, of these households. */
export function overdueChildren(
  store: Store,
  ids: readonly number[],
  scope: Scope,
): { householdId: number; name: string }[] {
  return statement(
    store,
    `SELECT DISTINCT u.household_id AS householdId, u.id, u.first_name AS name
     FROM ${chosen} CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = u.id
     WHERE ${isOpenBill} AND ${ofPayer} AND i.due_date < @today ORDER BY u.first_name, u.id`,
  ).all({ ...bound(scope), ids: JSON.stringify(ids) }) as { householdId: number; name: string }[];
}

const settledBills = `${chosen} CROSS JOIN invoices i ON i.pupil_id = u.id
  WHERE i.withdrawn_at IS NULL AND i.kind = 'invoice' AND i.balance_cents <= 0`;

/** Bills of before that are settled, of these households: how many, and since when. Only those that reach far enough back. */
export function longHistories(
  store: Store,
  ids: readonly number[],
  today: PlainDate,
): { householdId: number; bills: number; since: PlainDate }[] {
  return statement(
    store,
    `SELECT k.value AS householdId, count(*) AS bills, min(i.due_date) AS since FROM ${settledBills} AND i.due_date < @today
     GROUP BY k.value HAVING bills >= @bills AND since <= date(@today, '-' || @days || ' days')`,
  ).all({
    ids: JSON.stringify(ids),
    today,
    bills: thresholds.onTimeBills,
    days: thresholds.onTimeDays,
  }) as { householdId: number; bills: number; since: PlainDate }[];
}

/** Which of these households once paid a bill after its due date and a few days of grace. */
export function everLate(store: Store, ids: readonly number[]): Set<number> {
  const rows = statement(
    store,
    `SELECT DISTINCT k.value AS id FROM ${settledBills} AND EXISTS (SELECT 1 FROM postings p WHERE p.invoice_id = i.id
       AND p.amount_cents < 0 AND p.value_date > date(i.due_date, '+' || @grace || ' days'))`,
  )
    .pluck()
    .all({ ids: JSON.stringify(ids), grace: thresholds.graceDays }) as number[];
  return new Set(rows);
}

/** Which of these households have at most so many bills since a day; read from the index alone. */
export function atMostBills(store: Store, most: ReadonlyMap<number, number>, from: PlainDate): number[] {
  const rows = statement(
    store,
    `SELECT k.value, count(*) FROM ${chosen} CROSS JOIN invoices i INDEXED BY invoices_pupil ON i.pupil_id = u.id
     WHERE i.issue_date >= @from GROUP BY k.key`,
  )
    .raw()
    .all({ ids: JSON.stringify([...most.keys()]), from }) as (readonly [householdId: number, bills: number])[];
  return rows.flatMap(([householdId, bills]) => (bills <= (most.get(householdId) ?? 0) ? [householdId] : []));
}

/** Billed since a day, and what of it is open, of these households. */
export function billedSince(
  store: Store,
  ids: readonly number[],
  from: PlainDate,
  schools: Schools,
): { householdId: number; billedCents: number; openCents: number }[] {
  return statement(
    store,
    `SELECT k.value AS householdId, sum(${sumOfKinds('charges')}) AS billedCents, sum(max(i.balance_cents, 0)) AS openCents
     FROM ${chosen} CROSS JOIN invoices i ON i.pupil_id = u.id
     WHERE i.withdrawn_at IS NULL AND i.issue_date >= @from
       AND (@schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools)))
     GROUP BY k.value`,
  ).all({ ids: JSON.stringify(ids), from, schools: schoolsParameter(schools) }) as {
    householdId: number;
    billedCents: number;
    openCents: number;
  }[];
}

/** One household is found through the index of its column; everybody needs no condition. */
function onlyHousehold({ householdId }: Scope, column: string): string {
  return householdId === undefined ? '' : `AND ${column} = @householdId`;
}

/** Payers behind whom a body stands. */
export function knownBodies(store: Store, scope: Scope): { householdId: number; name: string; payerName: string }[] {
  return statement(
    store,
    `SELECT y.household_id AS householdId, t.name, trim(y.first_name || ' ' || y.last_name) AS payerName
     FROM payers y JOIN third_party_payers t ON t.id = y.third_party_payer_id
     WHERE y.removed_at IS NULL ${onlyHousehold(scope, 'y.household_id')}
       AND (@payerId IS NULL OR y.id = @payerId) ORDER BY t.name, y.id`,
  ).all({ householdId: scope.householdId ?? null, payerId: scope.payerId ?? null }) as {
    householdId: number;
    name: string;
    payerName: string;
  }[];
}

export function allowances(store: Store, scope: Scope): { householdId: number; name: string }[] {
  return statement(
    store,
    `SELECT household_id AS householdId, first_name AS name FROM pupils
     WHERE has_school_allowance = 1 AND left_on IS NULL ${onlyHousehold(scope, 'household_id')}
       AND (@schools IS NULL OR school_id IN (SELECT value FROM json_each(@schools))) ORDER BY first_name, id`,
  ).all({ householdId: scope.householdId ?? null, schools: schoolsParameter(scope.schools) }) as {
    householdId: number;
    name: string;
  }[];
}

/** Notes since a day in households that have a plan; a social note only where the caller has the role for it. */
export function notesBesidePlans(
  store: Store,
  scope: Scope,
  since: PlainDate,
  care: Schools,
): { householdId: number; on: PlainDate; body: string }[] {
  return statement(
    store,
    `SELECT n.household_id AS householdId, substr(n.created_at, 1, 10) AS "on", n.body FROM notes n
     WHERE n.household_id IN (SELECT household_id FROM plans WHERE ended_on IS NULL)
       AND n.created_at >= @since ${onlyHousehold(scope, 'n.household_id')}
       AND (n.is_social = 0 OR @care IS NULL OR EXISTS (SELECT 1 FROM pupils u WHERE u.household_id = n.household_id
         AND u.school_id IN (SELECT value FROM json_each(@care)))) ORDER BY n.created_at, n.id`,
  ).all({ householdId: scope.householdId ?? null, since, care: schoolsParameter(care) }) as {
    householdId: number;
    on: PlainDate;
    body: string;
  }[];
}

export function namesOfHouseholds(store: Store, ids: readonly number[]): Map<number, string> {
  return new Map(
    statement(store, 'SELECT id, name FROM households WHERE id IN (SELECT value FROM json_each(?))')
      .raw()
      .all(JSON.stringify(ids)) as [number, string][],
  );
}
