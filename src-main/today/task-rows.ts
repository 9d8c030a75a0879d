import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { TaskKind, TaskOutcome } from '#shared/today/contract.ts';
import { withinSchools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';

export type TaskRow = {
  readonly taskId: number;
  readonly kind: TaskKind;
  readonly schoolId: number;
  readonly schoolName: string;
  readonly householdId: number;
  readonly householdName: string;
  readonly payerId: number | null;
  readonly payerName: string | null;
  readonly phone: string | null;
  readonly dueDate: PlainDate;
  readonly runId: number | null;
  readonly stageName: string | null;
  readonly textId: number | null;
  readonly tries: number;
  readonly outcome: TaskOutcome | null;
  readonly note: string;
  readonly doneAt: string | null;
};

/** A household may have been merged into another since; the work is where its people are now. */
const rowsSql = `SELECT t.id AS taskId, t.kind, t.school_id AS schoolId, s.name AS schoolName, h.id AS householdId,
    h.name AS householdName, t.payer_id AS payerId, nullif(trim(coalesce(y.first_name || ' ' || y.last_name, '')), '') AS payerName,
    y.phone, t.due_date AS dueDate, p.run_id AS runId, p.proposal ->> 'stageName' AS stageName, p.text_id AS textId, t.tries,
    t.outcome, t.note, t.done_at AS doneAt
  FROM tasks t JOIN schools s ON s.id = t.school_id LEFT JOIN payers y ON y.id = t.payer_id
    JOIN households o ON o.id = t.household_id
    JOIN households h ON h.id = coalesce(y.household_id, o.merged_into_id, o.id)
    LEFT JOIN run_proposals p ON p.task_id = t.id`;

/** Work that is not done yet, what is due first on top; with what was done, the newest first behind it. */
export function taskRows(
  context: Context,
  filter: { readonly householdId?: number | undefined; readonly withDone: boolean },
): TaskRow[] {
  const { and, parameters } = withinSchools(context, 't.school_id');
  return statement(
    context.store,
    `${rowsSql} WHERE t.cancelled_at IS NULL AND (@withDone OR t.done_at IS NULL)
       AND (@householdId IS NULL OR h.id = @householdId) ${and}
     GROUP BY t.id ORDER BY t.done_at IS NOT NULL, t.done_at DESC, t.due_date, t.id`,
  ).all({ householdId: filter.householdId ?? null, withDone: filter.withDone ? 1 : 0, ...parameters }) as TaskRow[];
}

/** One of them, whether it is done or not. */
export function taskRow({ store }: Context, taskId: number): TaskRow {
  const row = statement(store, `${rowsSql} WHERE t.id = ? GROUP BY t.id`).get(taskId) as TaskRow | undefined;
  if (!row) throw new Problem('NOT_FOUND', 'Deze taak bestaat niet. Vernieuw de lijst.');
  return row;
}

/** One that still waits; refused when a colleague was first. */
export function openTaskRow(context: Context, taskId: number): TaskRow {
  const row = taskRow(context, taskId);
  const cancelled = statement(context.store, 'SELECT 1 FROM tasks WHERE id = ? AND cancelled_at IS NOT NULL').get(
    taskId,
  );
  if (row.doneAt === null && cancelled === undefined) return row;
  throw new Problem(
    'CONFLICT',
    row.doneAt === null
      ? 'Deze taak is intussen geschrapt. Er is niets veranderd; vernieuw de lijst.'
      : 'Deze taak is intussen al afgewerkt. Er is niets veranderd; vernieuw de lijst.',
  );
}
