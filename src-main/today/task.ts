import { composeLetter } from '#shared/correspondence/compose.ts';
import { richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { messageTotals } from '#shared/correspondence/totals.ts';
import type { Task } from '#shared/today/contract.ts';
import { Problem } from '#shared/api/problem.ts';
import type { Context } from '#main/api/context.ts';
import { mailText } from '#main/correspondence/mail-text.ts';
import { factsForText } from '#main/correspondence/preview.ts';
import type { TaskRow } from './task-rows.ts';

/** A task with what to have at hand: what is due today, and the text of the stage filled in for this payer. */
export function toTask(context: Context, { textId, ...row }: TaskRow): Task {
  return { ...row, ...atHand(context, row, textId) };
}

const nothingAtHand = { dueCents: 0, guide: '' };

/** Without a payer, or with a text that is gone, the task itself still stands there. */
function atHand(
  context: Context,
  { householdId, schoolId, payerId }: Omit<TaskRow, 'textId'>,
  textId: number | null,
): Pick<Task, 'dueCents' | 'guide'> {
  const noText = { draft: { language: 'nl' as const, subject: '', body: richTextFromPlain('') } };
  try {
    const text = textId === null ? noText : { textId };
    const made = factsForText(context, { householdId, schoolId, payerId, text });
    const { totalCents } = messageTotals(made.facts.items);
    return {
      dueCents: totalCents,
      guide: textId === null ? '' : mailText(composeLetter(made.facts, made.text).model),
    };
  } catch (error) {
    if (error instanceof Problem) return nothingAtHand;
    throw error;
  }
}
