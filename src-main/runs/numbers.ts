import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/**
 * Gives every proposal that goes the next number of its school, "2026-00012", in the order of the run. A number is given
 * once and stays, also with a letter that becomes void: the row of numbers of a school has no holes that nobody can explain.
 */
export function giveNumbers(store: Store, runId: number, today: PlainDate): void {
  const year = today.slice(0, 4);
  const waiting = statement(
    store,
    `SELECT id, school_id AS schoolId FROM run_proposals
     WHERE run_id = ? AND is_dropped = 0 AND outcome = 'open' AND number IS NULL ORDER BY school_id, id`,
  ).all(runId) as { id: number; schoolId: number }[];
  const give = statement(store, 'UPDATE run_proposals SET number = ? WHERE id = ?');
  const last = new Map<number, number>();
  for (const { id, schoolId } of waiting) {
    const next = (last.get(schoolId) ?? lastNumber(store, schoolId, year)) + 1;
    last.set(schoolId, next);
    give.run(`${year}-${String(next).padStart(5, '0')}`, id);
  }
}

function lastNumber(store: Store, schoolId: number, year: string): number {
  return statement(
    store,
    `SELECT coalesce(max(CAST(substr(number, 6) AS INTEGER)), 0) FROM run_proposals
     WHERE school_id = ? AND number >= ? AND number < ?`,
  )
    .pluck()
    .get(schoolId, `${year}-`, `${year}.`) as number;
}
