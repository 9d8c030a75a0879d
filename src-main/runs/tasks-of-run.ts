import type { StageChannel } from '#shared/dunning/procedure.ts';
import type { Mark } from '#main/correspondence/outbox-marks.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import type { RunProposalRow } from './run-rows.ts';

/** A call, talk or hand-over that a run asks a person for, due on the day the run is carried out. */
export function addTaskOfRun(store: Store, mark: Mark, row: RunProposalRow, kind: StageChannel): number {
  const { lastInsertRowid } = statement(
    store,
    `INSERT INTO tasks (school_id, household_id, payer_id, kind, due_date, author, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(row.schoolId, row.householdId, row.payerId, kind, mark.today, mark.actor, mark.at);
  return Number(lastInsertRowid);
}

/** Takes the work of a run that nobody did yet off the worklist; answers how many. */
export function cancelTasksOfRun(store: Store, mark: Mark, runId: number, reason: string): number {
  return statement(
    store,
    `UPDATE tasks SET cancelled_at = ?, cancel_reason = ? WHERE done_at IS NULL AND cancelled_at IS NULL
       AND id IN (SELECT task_id FROM run_proposals WHERE run_id = ? AND task_id IS NOT NULL)`,
  ).run(mark.at, reason, runId).changes;
}
