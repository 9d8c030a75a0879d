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
  /** JSON list. */
  readonly schoolIds: string;
  readonly overdueCents: number;
  readonly overdueBills: number;
  readonly oldestDueDate: PlainDate | null;
  readonly children: number;
};

function scoped({ householdId, payerId, schools, today }: Scope) {
  return {
    parameters: {
      householdId: householdId ?? null,
      payerId: payerId ?? null,
      schools: schoolsParameter(schools),
      today,
    },
    // One household is found through its pupils; all of them through what is open.
    from:
      householdId === undefined
        ? 'invoices i INDEXED BY invoices_open CROSS JOIN pupils u ON u.id = i.pupil_id'
        : 'pupils u CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = u.id',
    where: `i.balance_cents <> 0 AND i.balance_cents > 0 AND i.withdrawn_at IS NULL
      AND (@householdId IS NULL OR u.household_id = @householdId)
      AND (@schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools)))
      AND (@payerId IS NULL OR ((i.payer_id IS NULL OR i.payer_id = @payerId)
        AND EXISTS (SELECT 1 FROM liabilities l WHERE l.pupil_id = u.id AND l.payer_id = @payerId)))`,
  };
}

/** Households with something open, with what is past due. */
export function openHouseholds(store: Store, scope: Scope): OpenRow[] {
  const { from, where, parameters } = scoped(scope);
  return statement(
    store,
    `SELECT u.household_id AS householdId, json_group_array(DISTINCT i.school_id) AS schoolIds,
       coalesce(sum(i.balance_cents) FILTER (WHERE i.due_date < @today), 0) AS overdueCents,
       count(*) FILTER (WHERE i.due_date < @today) AS overdueBills,
       min(i.due_date) FILTER (WHERE i.due_date < @today) AS oldestDueDate,
       count(DISTINCT u.id) FILTER (WHERE i.due_date < @today) AS children
     FROM ${from} WHERE ${where} GROUP BY u.household_id`,
  ).all(parameters) as OpenRow[];
}

const chosen = 'json_each(@ids) k CROSS JOIN pupils u ON u.household_id = k.value';

/** First names of the children with a bill past due, of these households. */
export function overdueChildren(
  store: Store,
  ids: readonly number[],
  scope: Scope,
): { householdId: number; name: string }[] {
  const { where, parameters } = scoped(scope);
  return statement(
    store,
    `SELECT DISTINCT u.household_id AS householdId, u.id, u.first_name AS name
     FROM ${chosen} CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = u.id
     WHERE ${where} AND i.due_date < @today ORDER BY u.first_name, u.id`,
  ).all({ ...parameters, ids: JSON.stringify(ids) }) as { householdId: number; name: string }[];
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

/** Payers behind whom a body stands. */
export function knownBodies(store: Store, scope: Scope): { householdId: number; name: string; payerName: string }[] {
  return statement(
    store,
    `SELECT y.household_id AS householdId, t.name, trim(y.first_name || ' ' || y.last_name) AS payerName
     FROM payers y JOIN third_party_payers t ON t.id = y.third_party_payer_id
     WHERE y.removed_at IS NULL AND (@householdId IS NULL OR y.household_id = @householdId)
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
     WHERE has_school_allowance = 1 AND left_on IS NULL AND (@householdId IS NULL OR household_id = @householdId)
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
       AND n.created_at >= @since AND (@householdId IS NULL OR n.household_id = @householdId)
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
