import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { isActiveHold } from '#main/ledger/sql.ts';
import type { Store } from '#main/store/store.ts';

type Author = { readonly actor: string; readonly at: string };

export type Owner = {
  /** How many of the rows asked for exist. */
  readonly count: number;
  /** Whose they are, when all of them are of one school or one household. */
  readonly audited: { readonly schoolId: number | null; readonly householdId: number | null };
};

type OwnerRow = { readonly count: number; readonly schoolId: number | null; readonly householdId: number | null };

const ownerColumns = `count(*) AS count,
  CASE WHEN min(i.school_id) = max(i.school_id) THEN min(i.school_id) END AS schoolId,
  CASE WHEN min(p.household_id) = max(p.household_id) THEN min(p.household_id) END AS householdId`;

export function ownerOfInvoices(store: Store, invoiceIds: readonly number[]): Owner {
  return owner(
    store,
    `SELECT ${ownerColumns} FROM json_each(?) k CROSS JOIN invoices i ON i.id = k.value AND i.withdrawn_at IS NULL
     CROSS JOIN pupils p ON p.id = i.pupil_id`,
    invoiceIds,
  );
}

/** Holds that were lifted already are nobody's any more. */
export function ownerOfHolds(store: Store, holdIds: readonly number[]): Owner {
  return owner(
    store,
    `SELECT ${ownerColumns} FROM json_each(?) k CROSS JOIN holds x ON x.id = k.value AND x.lifted_at IS NULL
     CROSS JOIN invoices i ON i.id = x.invoice_id CROSS JOIN pupils p ON p.id = i.pupil_id`,
    holdIds,
  );
}

function owner(store: Store, sql: string, ids: readonly number[]): Owner {
  const row = store.sql.prepare<[string], OwnerRow>(sql).get(JSON.stringify(ids));
  if (!row) throw new Error('An aggregate always has a row');
  return { count: row.count, audited: { schoolId: row.schoolId, householdId: row.householdId } };
}

const notHeldYet = `NOT EXISTS (SELECT 1 FROM holds x WHERE x.invoice_id = i.id AND ${isActiveHold})`;

/** The active holds of these invoices. */
export function holdsOfInvoices(store: Store, invoiceIds: readonly number[], today: PlainDate): number[] {
  return ids(
    store,
    `SELECT x.id FROM json_each(@ids) k CROSS JOIN holds x ON x.invoice_id = k.value AND ${isActiveHold}`,
    invoiceIds,
    { today },
  );
}

/** One statement however many there are; answers the new ids in order. Invoices with an active hold are passed over. */
export function insertHolds(
  store: Store,
  request: { readonly invoiceIds: readonly number[]; readonly reason: string; readonly untilDate: PlainDate | null },
  today: PlainDate,
  author: Author,
): number[] {
  const { invoiceIds, reason, untilDate } = request;
  return ids(
    store,
    `INSERT INTO holds (school_id, scope, kind, invoice_id, reason, from_date, until_date, author, created_at)
     SELECT i.school_id, 'invoice', 'doNotProcess', i.id, @reason, @today, @untilDate, @actor, @at
     FROM json_each(@ids) k CROSS JOIN invoices i ON i.id = k.value
     WHERE ${notHeldYet} RETURNING id`,
    invoiceIds,
    { reason, untilDate, today, ...author },
  );
}

/** The same reason and last day once more, of holds that were lifted and would still hold today. */
export function repeatHolds(store: Store, liftedIds: readonly number[], today: PlainDate, author: Author): number[] {
  return ids(
    store,
    `INSERT INTO holds (school_id, scope, kind, invoice_id, reason, from_date, until_date, author, created_at)
     SELECT i.school_id, 'invoice', o.kind, i.id, o.reason, @today, o.until_date, @actor, @at
     FROM json_each(@ids) k CROSS JOIN holds o ON o.id = k.value AND o.lifted_at IS NOT NULL
     CROSS JOIN invoices i ON i.id = o.invoice_id AND i.withdrawn_at IS NULL
     WHERE (o.until_date IS NULL OR o.until_date >= @today) AND ${notHeldYet}
     GROUP BY i.id RETURNING id`,
    liftedIds,
    { today, ...author },
  );
}

/** Answers which holds were lifted now, in order. */
export function endHolds(store: Store, holdIds: readonly number[], author: Author): number[] {
  return ids(
    store,
    `UPDATE holds SET lifted_at = @at, lifted_by = @actor
     WHERE id IN (SELECT value FROM json_each(@ids)) AND lifted_at IS NULL RETURNING id`,
    holdIds,
    author,
  );
}

/** Runs a statement over `@ids` that answers ids; gives them in order. */
function ids(
  store: Store,
  sql: string,
  of: readonly number[],
  others: Readonly<Record<string, string | null>>,
): number[] {
  const found = store.sql
    .prepare(sql)
    .pluck()
    .all({ ids: JSON.stringify(of), ...others }) as number[];
  return found.sort((a, b) => a - b);
}
