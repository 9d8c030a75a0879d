import type { Store } from '#main/store/store.ts';

export type Owner = {
  /** How many of the rows asked for exist. */
  readonly count: number;
  /** Whose they are, when all of them are of one school or one household. */
  readonly audited: { readonly schoolId: number | null; readonly householdId: number | null };
};

type OwnerRow = { readonly count: number; readonly schoolId: number | null; readonly householdId: number | null };

const ownerColumns = (school: string, household: string): string => `count(*) AS count,
  CASE WHEN min(${school}) = max(${school}) THEN min(${school}) END AS schoolId,
  CASE WHEN count(*) = count(${household}) AND min(${household}) = max(${household}) THEN min(${household}) END AS householdId`;

export function ownerOfInvoices(store: Store, invoiceIds: readonly number[]): Owner {
  return owner(
    store,
    `SELECT ${ownerColumns('i.school_id', 'p.household_id')} FROM json_each(?) k
     CROSS JOIN invoices i ON i.id = k.value AND i.withdrawn_at IS NULL CROSS JOIN pupils p ON p.id = i.pupil_id`,
    invoiceIds,
  );
}

/** Holds that were lifted already are nobody's any more. One of a household or payer is of no one school. */
export function ownerOfHolds(store: Store, holdIds: readonly number[]): Owner {
  return owner(
    store,
    `SELECT ${ownerColumns('x.school_id', 'coalesce(x.household_id, y.household_id, p.household_id)')} FROM json_each(?) k
     CROSS JOIN holds x ON x.id = k.value AND x.lifted_at IS NULL
     LEFT JOIN payers y ON y.id = x.payer_id
     LEFT JOIN invoices i ON i.id = x.invoice_id LEFT JOIN pupils p ON p.id = i.pupil_id`,
    holdIds,
  );
}

function owner(store: Store, sql: string, ids: readonly number[]): Owner {
  const row = store.sql.prepare<[string], OwnerRow>(sql).get(JSON.stringify(ids));
  if (!row) throw new Error('An aggregate always has a row');
  return { count: row.count, audited: { schoolId: row.schoolId, householdId: row.householdId } };
}
