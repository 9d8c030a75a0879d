import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { moneyKinds } from '#shared/ledger/money-claim.ts';
import type { VersionKind } from '#shared/plans/shapes.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/**
 * Which plans: these, of these schools (its own, or of one of its claims), about these claims, of these households (of the
 * plan or of one of its payers). What is left out does not count.
 */
export type PlanFilter = {
  readonly planIds?: readonly number[] | undefined;
  readonly schoolIds?: readonly number[] | undefined;
  readonly invoiceIds?: readonly number[] | undefined;
  readonly householdIds?: readonly number[] | undefined;
  /** Without those that were stopped. */
  readonly running?: boolean;
};

/** Rows as plain lists: there may be twenty thousand plans. The newest version counts. */
export type PlanVersionRow = readonly [
  planId: number,
  schoolId: number,
  householdId: number,
  thirdPartyPayerId: number | null,
  endedOn: PlainDate | null,
  versionId: number,
  kind: VersionKind,
  toleranceDays: number,
  totalCents: number,
  pausedUntil: PlainDate | null,
  /** When what it says was agreed: a pause or another claim does not begin anew. */
  madeAt: string,
  isAccepted: 0 | 1,
];

const conditions: readonly (readonly [keyof PlanFilter, string])[] = [
  ['planIds', 'p.id IN (SELECT value FROM json_each(@planIds))'],
  [
    'schoolIds',
    `(p.school_id IN (SELECT value FROM json_each(@schoolIds)) OR EXISTS (SELECT 1 FROM plan_claims c
      WHERE c.plan_version_id = v.id AND c.school_id IN (SELECT value FROM json_each(@schoolIds))))`,
  ],
  [
    'invoiceIds',
    `v.id IN (SELECT c.plan_version_id FROM json_each(@invoiceIds) k CROSS JOIN plan_claims c ON c.invoice_id = k.value)`,
  ],
  [
    'householdIds',
    `(p.household_id IN (SELECT value FROM json_each(@householdIds)) OR EXISTS (SELECT 1 FROM plan_payers y JOIN payers r ON r.id = y.payer_id
      WHERE y.plan_id = p.id AND r.household_id IN (SELECT value FROM json_each(@householdIds))))`,
  ],
  ['running', 'p.ended_on IS NULL'],
];

const newest = 'plans p CROSS JOIN plan_versions v ON v.plan_id = p.id';
const isNewest = 'NOT EXISTS (SELECT 1 FROM plan_versions n WHERE n.plan_id = p.id AND n.version > v.version)';

/** The version from which on what is agreed stands. */
const agreement = `(SELECT max(b.version) FROM plan_versions b WHERE b.plan_id = p.id AND b.kind IN ('agreed', 'changed'))`;

const versionColumns = `p.id, p.school_id, p.household_id, p.third_party_payer_id, p.ended_on, v.id, v.kind,
  v.tolerance_days, v.total_cents, v.paused_until,
  CASE WHEN v.kind IN ('agreed', 'changed') THEN v.created_at ELSE (
    SELECT b.created_at FROM plan_versions b WHERE b.plan_id = p.id AND b.version = ${agreement}) END,
  NOT EXISTS (SELECT 1 FROM plan_payers y WHERE y.plan_id = p.id AND NOT EXISTS (
    SELECT 1 FROM plan_versions b CROSS JOIN plan_signatures g ON g.plan_version_id = b.id
    WHERE g.payer_id = y.payer_id AND g.withdrawn_at IS NULL AND b.plan_id = p.id AND b.version >= ${agreement}))`;

function whereOf(filter: PlanFilter): string {
  return [
    isNewest,
    ...conditions.filter(([key]) => filter[key] !== undefined && filter[key] !== false).map(([, sql]) => sql),
  ].join(' AND ');
}

function parametersOf(filter: PlanFilter): Record<string, string> {
  const lists = (['planIds', 'schoolIds', 'invoiceIds', 'householdIds'] as const).flatMap((key) =>
    filter[key] === undefined ? [] : [[key, JSON.stringify(filter[key])] as const],
  );
  return { ...Object.fromEntries(lists), kinds: JSON.stringify(paidKinds) };
}

function rows<Row>(store: Store, filter: PlanFilter, sql: (where: string) => string): Row[] {
  const parameters = parametersOf(filter);
  const text = sql(whereOf(filter));
  const used = Object.fromEntries(Object.entries(parameters).filter(([key]) => text.includes(`@${key}`)));
  return statement(store, text).raw().all(used) as Row[];
}

export function planVersionRows(store: Store, filter: PlanFilter): PlanVersionRow[] {
  return rows(store, filter, (where) => `SELECT ${versionColumns} FROM ${newest} WHERE ${where} ORDER BY p.id`);
}

export type InstalmentRow = readonly [versionId: number, dueDate: PlainDate, amountCents: number];

/** Of these versions, each in the order of its key, which is their number from 1; sorting two hundred thousand again would cost most. */
export function instalmentRows(store: Store, versionIds: string): InstalmentRow[] {
  return statement(
    store,
    `SELECT i.plan_version_id, i.due_date, i.amount_cents
     FROM json_each(?) k CROSS JOIN plan_instalments i ON i.plan_version_id = k.value`,
  )
    .raw()
    .all(versionIds) as InstalmentRow[];
}

export type PlanClaimRow = readonly [
  versionId: number,
  invoiceId: number,
  schoolId: number,
  startCents: number,
  balanceCents: number,
  afterPostingId: number,
  /** Somebody owes a share of it, so that it is not simply the balance that is owed. */
  isShared: 0 | 1,
];

/** Their claims, each in its order, with where they stand. */
export function planClaimRows(store: Store, versionIds: string): PlanClaimRow[] {
  return statement(
    store,
    `SELECT c.plan_version_id, c.invoice_id, c.school_id, c.open_cents, iif(i.withdrawn_at IS NULL, i.balance_cents, 0),
       c.after_posting_id, EXISTS (SELECT 1 FROM liabilities l WHERE l.pupil_id = i.pupil_id AND l.kind = 'split')
     FROM json_each(?) k CROSS JOIN plan_claims c ON c.plan_version_id = k.value CROSS JOIN invoices i ON i.id = c.invoice_id`,
  )
    .raw()
    .all(versionIds) as PlanClaimRow[];
}

/** Money, also when the accounting package says that it was paid there. */
const paidKinds = [...moneyKinds, 'settledElsewhere'];

/**
 * What was received under a plan since its version was made: booked on it, or on its claims by one of its payers or by nobody
 * in particular. What was taken back counts off, when it counted.
 */
const receivedUnder = `CROSS JOIN plan_claims c ON c.plan_version_id = v.id
    CROSS JOIN postings t INDEXED BY postings_invoice ON t.invoice_id = c.invoice_id AND t.id > c.after_posting_id
    LEFT JOIN postings o ON o.id = t.reverses_id
    LEFT JOIN journal_entries e ON e.id = coalesce(o.entry_id, t.entry_id)`;
const isReceived = `coalesce(o.kind, t.kind) IN (SELECT value FROM json_each(@kinds)) AND coalesce(o.id, t.id) > c.after_posting_id
    AND (e.plan_id = p.id OR (e.plan_id IS NULL AND (e.payer_id IS NULL OR e.payer_id IN (
      SELECT y.payer_id FROM plan_payers y WHERE y.plan_id = p.id))))`;

export function receivedRows(store: Store, versionIds: string): (readonly [planId: number, cents: number])[] {
  return statement(
    store,
    `SELECT p.id, -sum(t.amount_cents) FROM json_each(@versionIds) k CROSS JOIN plan_versions v ON v.id = k.value
       CROSS JOIN plans p ON p.id = v.plan_id ${receivedUnder} WHERE ${isReceived} GROUP BY p.id`,
  )
    .raw()
    .all({ versionIds, kinds: JSON.stringify(paidKinds) }) as [number, number][];
}

export type PlanReceiptRow = readonly [
  planId: number,
  entryId: number,
  valueDate: PlainDate,
  invoiceId: number,
  payerId: number | null,
  cents: number,
];

/** The same per entry, claim and own share; what was taken back completely is left out. */
export function planReceiptRows(store: Store, filter: PlanFilter): PlanReceiptRow[] {
  return rows(
    store,
    filter,
    (
      where,
    ) => `SELECT p.id, coalesce(o.entry_id, t.entry_id, 0), t.value_date, t.invoice_id, t.payer_id, -sum(t.amount_cents)
      FROM ${newest} ${receivedUnder} WHERE ${where} AND ${isReceived}
      GROUP BY p.id, coalesce(o.entry_id, t.entry_id, -coalesce(o.id, t.id)), t.invoice_id, t.payer_id HAVING sum(t.amount_cents) <> 0
      ORDER BY t.value_date, 2`,
  );
}

export function planPayerRows(
  store: Store,
  planIds: string,
): (readonly [planId: number, payerId: number, name: string])[] {
  return statement(
    store,
    `SELECT y.plan_id, y.payer_id, trim(r.first_name || ' ' || r.last_name)
     FROM json_each(?) k CROSS JOIN plan_payers y ON y.plan_id = k.value CROSS JOIN payers r ON r.id = y.payer_id`,
  )
    .raw()
    .all(planIds) as [number, number, string][];
}
