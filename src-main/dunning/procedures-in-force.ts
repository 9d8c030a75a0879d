import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { ProcedureInForce } from '#shared/dunning/procedure.ts';
import type { Schools } from '#main/access/caller.ts';
import type { Store } from '#main/store/store.ts';
import { procedureRowsInForce } from './queries.ts';

/**
 * What these schools remind by on a day, past or future: of every procedure the newest version that has begun, unless that
 * one has ended. A procedure that was archived later still counts for a day before that.
 */
export function proceduresInForce(store: Store, asOf: PlainDate, schoolIds: Schools): ProcedureInForce[] {
  return procedureRowsInForce(store, { schools: schoolIds, asOf }).map((row) => ({
    procedureId: row.procedureId,
    procedureVersionId: row.procedureVersionId,
    name: row.name,
    schoolId: row.schoolId,
    billingGroupId: row.billingGroupId,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    nearLimitationDays: row.nearLimitationDays,
    stages: [...row.stages],
  }));
}
