import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { afterTalk, afterTalkSentence, talkOutcomeNames, talkProblem } from '#shared/talks/after-talk.ts';
import type { TalkOutcome } from '#shared/talks/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import { addNextStep } from '#main/dossier/next-steps.ts';
import { placeWithin } from '#main/holds/place.ts';
import { markTaskDone, tryAgain, writeNote } from '#main/today/tasks.ts';
import { openTaskOf, payersAround } from './queries.ts';

type Talk = {
  readonly householdId: number;
  readonly payerId: number | null;
  readonly schoolId: number;
  readonly kind: 'phone' | 'talk';
  readonly outcome: TalkOutcome;
  readonly untilDate: PlainDate | null;
  readonly note: string;
};

type Recorded = {
  noteId: number;
  holdIds: number[];
  nextStepId: number | null;
  taskId: number | null;
  sentence: string;
};

/** Writes down how a talk ended: in the dossier, as a hold, as the next step, and as the end (or another try) of the task it was. */
export function recordTalk(context: Context, talk: Talk): Recorded {
  const { outcome, untilDate, note, kind, schoolId, payerId } = talk;
  const today = context.clock.today();
  const problem = talkProblem(outcome, untilDate, today);
  if (problem !== undefined) throw new Problem('INVALID', `${problem} Er is niets bewaard.`, 'untilDate');
  return runCommand(context, () => {
    const { store } = context;
    const householdId = liveHouseholdId(store, talk.householdId);
    if (payerId !== null && payersAround(store, householdId).every((one) => one.payerId !== payerId)) {
      throw new Problem('NOT_FOUND', 'Deze betaler hoort niet (meer) bij dit gezin. Er is niets bewaard.', 'payerId');
    }
    const after = afterTalk(outcome, untilDate, today);
    const { taskOutcome, hold, againOn } = after;
    const taskId = openTaskOf(store, { householdId, payerId, schoolId });
    if (taskId !== null && taskOutcome !== null) markTaskDone(context, { taskId, outcome: taskOutcome, note });
    if (taskId !== null && againOn !== null) tryAgain(context, taskId, againOn);
    const noteId = writeNote(context, { householdId, kind }, asNote(outcome, note));
    const holdIds =
      hold === null
        ? []
        : placeWithin(context, { ...hold, ...(payerId === null ? { householdId } : { payerId }) }).holdIds;
    // A task that comes back is the next step already.
    const nextStep = after.nextStep !== null && (taskId === null || againOn === null) ? after.nextStep : null;
    const nextStepId =
      nextStep === null ? null : addNextStep(context, householdId, nextStep.what, nextStep.dueDate).nextStepId;
    return {
      result: {
        noteId,
        holdIds,
        nextStepId,
        taskId,
        sentence: afterTalkSentence(
          { ...after, nextStep },
          { isFinished: taskId !== null && taskOutcome !== null, isMoved: taskId !== null && againOn !== null },
        ),
      },
      audit: {
        command: 'talks.record',
        schoolId,
        householdId,
        detail: { outcome, kind, payerId, untilDate, noteId, holdIds, nextStepId, taskId },
      },
    };
  });
}

function asNote(outcome: TalkOutcome, note: string): string {
  return note === '' ? `${talkOutcomeNames[outcome]}.` : `${talkOutcomeNames[outcome]}. ${note}`;
}
