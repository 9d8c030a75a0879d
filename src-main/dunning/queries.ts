import type { PlainDate } from '#shared/calendar/plain-date.ts';
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

/** One statement however many there are; answers the new ids in order. Invoices with an active hold are passed over. */
export function insertHolds(
  store: Store,
  request: { readonly invoiceIds: readonly number[]; readonly reason: string; readonly untilDate: PlainDate | null },
  today: PlainDate,
  author: Author,
): number[] {
  const ids = store.sql
    .prepare(
      `INSERT INTO holds (school_id, invoice_id, reason, from_date, until_date, author, created_at)
       SELECT i.school_id, i.id, @reason, @today, @untilDate, @actor, @at
       FROM json_each(@ids) k CROSS JOIN invoices i ON i.id = k.value
       WHERE NOT EXISTS (
         SELECT 1 FROM holds x WHERE x.invoice_id = i.id AND x.lifted_at IS NULL AND x.from_date <= @today
           AND (x.until_date IS NULL OR x.until_date >= @today))
       RETURNING id`,
    )
    .pluck()
    .all({
      ids: JSON.stringify(request.invoiceIds),
      reason: request.reason,
      untilDate: request.untilDate,
      today,
      ...author,
    }) as number[];
  return ids.sort((a, b) => a - b);
}

/** Answers which holds were lifted now, in order. */
export function liftHolds(store: Store, holdIds: readonly number[], author: Author): number[] {
  const ids = store.sql
    .prepare(
      `UPDATE holds SET lifted_at = @at, lifted_by = @actor
       WHERE id IN (SELECT value FROM json_each(@ids)) AND lifted_at IS NULL RETURNING id`,
    )
    .pluck()
    .all({ ids: JSON.stringify(holdIds), ...author }) as number[];
  return ids.sort((a, b) => a - b);
}
