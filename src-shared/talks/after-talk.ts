import { addDays, formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { holdKindName } from '../holds/kinds.ts';
import type { TaskOutcome } from '../today/contract.ts';
import { type FollowingHold, holdAfter } from '../today/outcome-rules.ts';
import type { TalkOutcome } from './contract.ts';

/** How a conversation ended, as it stands in the dossier. */
export const talkOutcomeNames: Readonly<Record<TalkOutcome, string>> = {
  plan: 'Afbetaalplan gevraagd',
  promise: 'Belofte met een datum',
  dispute: 'Betwisting',
  referral: 'Hulp of doorverwijzing gevraagd',
  noContact: 'Geen contact',
};

/** What a task is closed with; null: it stays open for another try. */
const asTask: Readonly<Record<TalkOutcome, TaskOutcome | null>> = {
  plan: 'planAsked',
  promise: 'promised',
  dispute: 'disputed',
  referral: 'helpAsked',
  noContact: null,
};

/** Days in which the office does what it said it would. */
const planStepDays = 7;
const helpStepDays = 14;
const againDays = 3;

export type AfterTalk = {
  readonly taskOutcome: TaskOutcome | null;
  readonly hold: FollowingHold | null;
  readonly nextStep: { readonly what: string; readonly dueDate: PlainDate } | null;
  /** Of no contact: when it is tried again. */
  readonly againOn: PlainDate | null;
};

/** Why the outcome cannot be written down with this day; undefined: it can. */
export function talkProblem(outcome: TalkOutcome, untilDate: PlainDate | null, today: PlainDate): string | undefined {
  if (outcome === 'promise' && untilDate === null) return 'Vul in tegen wanneer er betaald wordt.';
  if (untilDate === null || (outcome !== 'promise' && outcome !== 'noContact')) return undefined;
  if (untilDate < today) return `${formatPlainDate(untilDate)} is al voorbij.`;
  if (outcome === 'noContact' && untilDate === today) return 'Kies een dag na vandaag.';
  return undefined;
}

/**
 * What follows from a conversation: a plan or help that was asked for holds 30 days, a promise until its day, a dispute until it is
 * looked at (`holdAfter`, the same as for a task), with the next step of the office. No contact holds nothing: it is tried
 * again. Source: domain.md "Holds", law.md 1.7 and 5.3.
 */
export function afterTalk(outcome: TalkOutcome, untilDate: PlainDate | null, today: PlainDate): AfterTalk {
  const taskOutcome = asTask[outcome];
  const hold = taskOutcome === null ? null : holdAfter(taskOutcome, outcome === 'promise' ? untilDate : null, today);
  const follows = { taskOutcome, hold, againOn: null };
  switch (outcome) {
    case 'plan':
      return { ...follows, nextStep: { what: 'Afbetaalplan opmaken', dueDate: addDays(today, planStepDays) } };
    case 'dispute':
      return {
        ...follows,
        nextStep: { what: 'Betwisting uitzoeken en antwoorden', dueDate: hold?.reviewDate ?? today },
      };
    case 'referral':
      return {
        ...follows,
        nextStep: { what: 'Hulp of doorverwijzing opvolgen', dueDate: addDays(today, helpStepDays) },
      };
    case 'promise':
      return { ...follows, nextStep: null };
    case 'noContact': {
      const againOn = untilDate ?? addDays(today, againDays);
      return { ...follows, againOn, nextStep: { what: 'Opnieuw contact nemen', dueDate: againOn } };
    }
  }
}

/** In Dutch what happens now, after it was written down. */
export function afterTalkSentence(
  { hold, nextStep, againOn }: AfterTalk,
  task: { readonly isFinished: boolean; readonly isMoved: boolean },
): string {
  const sentences = [
    hold === null
      ? 'Aan de herinneringen verandert niets.'
      : hold.untilDate === null
        ? `Herinneringen wachten (${holdKindName(hold.kind).toLowerCase()}) tot iemand het opheft.`
        : `Herinneringen wachten (${holdKindName(hold.kind).toLowerCase()}) tot en met ${formatPlainDate(hold.untilDate)}.`,
  ];
  if (task.isMoved && againOn !== null) sentences.push(`De taak komt terug op ${formatPlainDate(againOn)}.`);
  else if (nextStep !== null) {
    sentences.push(`Volgende stap: ${nextStep.what.toLowerCase()}, tegen ${formatPlainDate(nextStep.dueDate)}.`);
  }
  if (task.isFinished) sentences.push('De taak is afgewerkt.');
  return sentences.join(' ');
}
