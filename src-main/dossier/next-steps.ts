import type { z } from 'zod';
import { Problem } from '#shared/api/problem.ts';
import type { nextStep } from '#shared/dossier/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from './household.ts';

export type NextStep = z.infer<typeof nextStep>;

export function setNextStep(context: Context, givenHouseholdId: number, what: string, dueDate: string): NextStep {
  return runCommand(context, () => {
    const householdId = liveHouseholdId(context.store, givenHouseholdId);
    const result = addNextStep(context, householdId, what, dueDate);
    return {
      result,
      audit: { command: 'dossier.setNextStep', householdId, detail: { nextStepId: result.nextStepId, dueDate } },
    };
  });
}

/** The same as a part of another command, in its transaction; the household is one in use. */
export function addNextStep(
  { store, clock, actor }: Context,
  householdId: number,
  what: string,
  dueDate: string,
): NextStep {
  const nextStepId = Number(
    store.sql
      .prepare('INSERT INTO next_steps (household_id, what, due_date, author, created_at) VALUES (?, ?, ?, ?, ?)')
      .run(householdId, what, dueDate, actor, clock.now()).lastInsertRowid,
  );
  return { nextStepId, what, dueDate, author: actor };
}

export function finishNextStep(context: Context, nextStepId: number): { nextStepId: number } {
  const step = context.store.sql
    .prepare<[number], { householdId: number; doneAt: string | null }>(
      'SELECT household_id AS householdId, done_at AS doneAt FROM next_steps WHERE id = ?',
    )
    .get(nextStepId);
  if (!step) throw new Problem('NOT_FOUND', 'Deze volgende stap bestaat niet meer. Open het dossier opnieuw.');
  // Twice the same is done once.
  if (step.doneAt !== null) return { nextStepId };
  return runCommand(context, () => {
    context.store.sql.prepare('UPDATE next_steps SET done_at = ? WHERE id = ?').run(context.clock.now(), nextStepId);
    return {
      result: { nextStepId },
      audit: { command: 'dossier.finishNextStep', householdId: step.householdId, detail: { nextStepId } },
    };
  });
}
