import { Problem } from '#shared/api/problem.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { Task, TaskKind, TaskOutcome } from '#shared/today/contract.ts';
import { holdAfter } from '#shared/today/outcome-rules.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import { placeWithin } from '#main/holds/place.ts';
import { recordTaskStage } from '#main/runs/stage-events.ts';
import { statement } from '#main/store/statement.ts';
import { toTask } from './task.ts';
import { openTaskRow, taskRow, taskRows } from './task-rows.ts';

export function listTasks(
  context: Context,
  filter: { readonly householdId?: number | undefined; readonly withDone: boolean },
): Task[] {
  return taskRows(context, filter).map((row) => toTask(context, row));
}

export function showTask(context: Context, taskId: number): Task {
  return toTask(context, taskRow(context, taskId));
}

type NewTask = {
  readonly householdId: number;
  readonly schoolId: number;
  readonly payerId: number | null;
  readonly kind: Exclude<TaskKind, 'handOver'>;
  readonly dueDate: PlainDate;
};

/** A call or talk that a person plans, outside any run. */
export function addTask(context: Context, task: NewTask): Task {
  return runCommand(context, () => {
    const { store, clock, actor } = context;
    const householdId = liveHouseholdId(store, task.householdId);
    const { lastInsertRowid } = statement(
      store,
      `INSERT INTO tasks (school_id, household_id, payer_id, kind, due_date, author, created_at)
       VALUES (@schoolId, @householdId, @payerId, @kind, @dueDate, @actor, @at)`,
    ).run({ ...task, householdId, actor, at: clock.now() });
    const taskId = Number(lastInsertRowid);
    const { schoolId, kind } = task;
    return {
      result: showTask(context, taskId),
      audit: { command: 'today.addTask', schoolId, householdId, detail: { taskId, kind } },
    };
  });
}

type Finished = {
  readonly taskId: number;
  readonly outcome: TaskOutcome;
  readonly note: string;
  readonly untilDate: PlainDate | null;
};

/**
 * Writes down how a call or talk went: in the dossier, for the stage of the payer, and as a hold when something was
 * promised, disputed or asked.
 */
export function finishTask(context: Context, { taskId, outcome, note, untilDate }: Finished): Task {
  const today = context.clock.today();
  if (untilDate !== null && untilDate < today) {
    throw new Problem('INVALID', `${formatPlainDate(untilDate)} is al voorbij. Er is niets bewaard.`, 'untilDate');
  }
  if (outcome === 'promised' && untilDate === null) {
    throw new Problem('INVALID', 'Vul in tegen wanneer er betaald wordt. Er is niets bewaard.', 'untilDate');
  }
  return runCommand(context, () => {
    const task = openTaskRow(context, taskId);
    markTaskDone(context, { taskId, outcome, note });
    if (task.kind !== 'handOver') writeNote(context, { householdId: task.householdId, kind: task.kind }, note);
    const hold = holdAfter(outcome, untilDate, today);
    if (hold !== null) {
      const held = task.payerId === null ? { householdId: task.householdId } : { payerId: task.payerId };
      placeWithin(context, { ...hold, ...held });
    }
    const { schoolId, householdId } = task;
    return {
      result: showTask(context, taskId),
      audit: { command: 'today.finishTask', schoolId, householdId, detail: { taskId, outcome, untilDate } },
    };
  });
}

/** How a task ended, with its stage; a part of whatever command ends it. */
export function markTaskDone(
  { store, clock, actor }: Context,
  { taskId, outcome, note }: Pick<Finished, 'taskId' | 'outcome' | 'note'>,
): void {
  statement(store, 'UPDATE tasks SET outcome = ?, note = ?, done_at = ?, done_by = ? WHERE id = ?').run(
    outcome,
    note,
    clock.now(),
    actor,
    taskId,
  );
  recordTaskStage(store, taskId, clock.today());
}

/** What was said stands in the timeline of the dossier, with the conversations that were not planned. */
export function writeNote(
  { store, clock, actor }: Context,
  { householdId, kind }: { readonly householdId: number; readonly kind: Exclude<TaskKind, 'handOver'> },
  note: string,
): number {
  const noteKind = kind === 'phone' ? 'call' : 'talk';
  const body = note === '' ? (kind === 'phone' ? 'Gebeld.' : 'Gesproken.') : note;
  const { lastInsertRowid } = statement(
    store,
    'INSERT INTO notes (household_id, kind, body, author, created_at) VALUES (?, ?, ?, ?, ?)',
  ).run(householdId, noteKind, body, actor, clock.now());
  return Number(lastInsertRowid);
}

/** Nobody answered: the same task on another day, with one try more. */
export function notReached(context: Context, { taskId, againOn }: { taskId: number; againOn: PlainDate }): Task {
  if (againOn <= context.clock.today()) {
    throw new Problem('INVALID', 'Kies een dag na vandaag. Er is niets bewaard.', 'againOn');
  }
  return runCommand(context, () => {
    const { schoolId, householdId } = openTaskRow(context, taskId);
    tryAgain(context, taskId, againOn);
    return {
      result: showTask(context, taskId),
      audit: { command: 'today.notReached', schoolId, householdId, detail: { taskId, againOn } },
    };
  });
}

/** One try more, on another day; a part of whatever command tells that nobody was reached. */
export function tryAgain({ store }: Context, taskId: number, againOn: PlainDate): void {
  statement(store, 'UPDATE tasks SET tries = tries + 1, due_date = ? WHERE id = ?').run(againOn, taskId);
}

/** Takes a task off the list; the stage it stood for was then not done. */
export function cancelTask(context: Context, { taskId, reason }: { taskId: number; reason: string }): Task {
  return runCommand(context, () => {
    const { schoolId, householdId } = openTaskRow(context, taskId);
    statement(context.store, 'UPDATE tasks SET cancelled_at = ?, cancel_reason = ? WHERE id = ?').run(
      context.clock.now(),
      reason,
      taskId,
    );
    return {
      result: showTask(context, taskId),
      audit: { command: 'today.cancelTask', schoolId, householdId, detail: { taskId } },
    };
  });
}
