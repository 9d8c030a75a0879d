import type { LiabilityPeriod } from '#shared/people/liability-periods.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import type { PupilRow } from './queries.ts';

/** Who owes for a pupil, all periods, the oldest first. */
export function periodsOf(store: Store, pupilId: number): LiabilityPeriod[] {
  return statement(
    store,
    `SELECT payer_id AS payerId, kind, share_bp AS shareBp, from_date AS fromDate, until_date AS untilDate, basis
     FROM liabilities WHERE pupil_id = ? ORDER BY from_date, payer_id`,
  ).all(pupilId) as LiabilityPeriod[];
}

/** Puts these in the place of everything that stood there. */
export function writePeriods(
  store: Store,
  { id, schoolId }: Pick<PupilRow, 'id' | 'schoolId'>,
  periods: readonly LiabilityPeriod[],
): void {
  statement(store, 'DELETE FROM liabilities WHERE pupil_id = ?').run(id);
  const insert = statement(
    store,
    `INSERT INTO liabilities (school_id, pupil_id, payer_id, kind, share_bp, from_date, until_date, basis)
     VALUES (@schoolId, @pupilId, @payerId, @kind, @shareBp, @fromDate, @untilDate, @basis)`,
  );
  for (const period of periods) {
    const { payerId, kind, shareBp, fromDate, untilDate, basis } = period;
    insert.run({ schoolId, pupilId: id, payerId, kind, shareBp, fromDate, untilDate, basis });
  }
}
