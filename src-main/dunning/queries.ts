import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { type Stage, stages } from '#shared/dunning/procedure.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** A version of a procedure with what stands above its versions. */
export type ProcedureRow = {
  readonly procedureId: number;
  readonly procedureVersionId: number;
  readonly version: number;
  readonly schoolId: number;
  readonly billingGroupId: number | null;
  readonly billingGroupName: string | null;
  readonly name: string;
  readonly shippedKey: string | null;
  readonly archivedOn: PlainDate | null;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
  readonly nearLimitationDays: number | null;
  readonly stages: readonly Stage[];
  readonly author: string;
  readonly at: string;
};

const versionsOfProcedures = `
  SELECT p.id AS procedureId, v.id AS procedureVersionId, v.version, p.school_id AS schoolId,
    v.billing_group_id AS billingGroupId, g.name AS billingGroupName, p.name, p.shipped_key AS shippedKey,
    p.archived_on AS archivedOn, v.valid_from AS validFrom, v.valid_until AS validUntil,
    v.near_limitation_days AS nearLimitationDays, v.stages, v.author, v.created_at AS at
  FROM procedures p JOIN procedure_versions v ON v.procedure_id = p.id
  LEFT JOIN billing_groups g ON g.id = v.billing_group_id`;

/** The newest version that has begun by a day; a later one takes its place from its own first day. */
const newestBegun = `v.version = (
  SELECT max(begun.version) FROM procedure_versions begun WHERE begun.procedure_id = p.id AND begun.valid_from <= @asOf)`;

type StoredRow = Omit<ProcedureRow, 'stages'> & { readonly stages: string };

function toRow(row: StoredRow): ProcedureRow {
  return { ...row, stages: stages.parse(JSON.parse(row.stages)) };
}

/**
 * Per procedure the version that has begun on a day, else the first that will; archived ones last, and only when asked for.
 */
export function listProcedureRows(
  store: Store,
  asked: { readonly schools: Schools; readonly asOf: PlainDate; readonly withArchived: boolean },
): ProcedureRow[] {
  const rows = statement(
    store,
    `${versionsOfProcedures}
     WHERE (@schools IS NULL OR p.school_id IN (SELECT value FROM json_each(@schools)))
       AND (@withArchived OR p.archived_on IS NULL)
       AND v.version = coalesce(
         (SELECT max(version) FROM procedure_versions WHERE procedure_id = p.id AND valid_from <= @asOf),
         (SELECT max(version) FROM procedure_versions WHERE procedure_id = p.id))
     ORDER BY p.archived_on IS NOT NULL, p.school_id, p.id`,
  ).all({
    schools: schoolsParameter(asked.schools),
    asOf: asked.asOf,
    withArchived: asked.withArchived ? 1 : 0,
  }) as StoredRow[];
  return rows.map(toRow);
}

/** What counts on a day: the newest version that has begun, when it has not ended and its procedure was not archived by then. */
export function procedureRowsInForce(
  store: Store,
  asked: { readonly schools: Schools; readonly asOf: PlainDate },
): ProcedureRow[] {
  const rows = statement(
    store,
    `${versionsOfProcedures}
     WHERE (@schools IS NULL OR p.school_id IN (SELECT value FROM json_each(@schools)))
       AND (p.archived_on IS NULL OR p.archived_on > @asOf)
       AND ${newestBegun} AND (v.valid_until IS NULL OR v.valid_until >= @asOf)
     ORDER BY p.school_id, p.id`,
  ).all({ schools: schoolsParameter(asked.schools), asOf: asked.asOf }) as StoredRow[];
  return rows.map(toRow);
}

/** Every version of a procedure, the newest first. */
export function procedureVersionRows(store: Store, procedureId: number): ProcedureRow[] {
  const rows = statement(store, `${versionsOfProcedures} WHERE p.id = ? ORDER BY v.version DESC`).all(
    procedureId,
  ) as StoredRow[];
  return rows.map(toRow);
}

export function insertProcedure(
  store: Store,
  procedure: {
    readonly schoolId: number;
    readonly name: string;
    readonly shippedKey: string | null;
    readonly at: string;
  },
): number {
  return Number(
    statement(
      store,
      'INSERT INTO procedures (school_id, name, shipped_key, created_at) VALUES (@schoolId, @name, @shippedKey, @at)',
    ).run(procedure).lastInsertRowid,
  );
}

export function renameProcedure(store: Store, procedureId: number, name: string): void {
  statement(store, 'UPDATE procedures SET name = ? WHERE id = ?').run(name, procedureId);
}

export function markProcedureArchived(store: Store, procedureId: number, archivedOn: PlainDate | null): void {
  statement(store, 'UPDATE procedures SET archived_on = ? WHERE id = ?').run(archivedOn, procedureId);
}

export type VersionToInsert = {
  readonly procedureId: number;
  readonly schoolId: number;
  readonly billingGroupId: number | null;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
  readonly nearLimitationDays: number | null;
  readonly stages: readonly Stage[];
  readonly author: string;
  readonly at: string;
};

/** Adds a version after the newest; answers its number. */
export function insertProcedureVersion(store: Store, version: VersionToInsert): number {
  return statement(
    store,
    `INSERT INTO procedure_versions (procedure_id, school_id, version, billing_group_id, valid_from, valid_until,
       near_limitation_days, stages, author, created_at)
     VALUES (@procedureId, @schoolId,
       1 + (SELECT coalesce(max(version), 0) FROM procedure_versions WHERE procedure_id = @procedureId),
       @billingGroupId, @validFrom, @validUntil, @nearLimitationDays, @stages, @author, @at)
     RETURNING version`,
  )
    .pluck()
    .get({ ...version, stages: JSON.stringify(version.stages) }) as number;
}

/** Whether the billing group is one of the school. */
export function isGroupOfSchool(store: Store, billingGroupId: number, schoolId: number): boolean {
  return (
    statement(store, 'SELECT 1 FROM billing_groups WHERE id = ? AND school_id = ?').get(billingGroupId, schoolId) !==
    undefined
  );
}
