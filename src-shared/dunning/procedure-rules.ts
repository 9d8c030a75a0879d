import type { Language } from '../api/schemas.ts';
import { asksPlan } from '../correspondence/example-plan.ts';
import { findProblems } from '../correspondence/problems.ts';
import type { RichText } from '../correspondence/rich-text.ts';
import { checkFirstReminder } from '../law/check-first-reminder.ts';
import type { Stage, StageChannel } from './procedure.ts';

/** A text for as far as the rules of a procedure ask about it: its newest version per language. */
export type StageText = {
  readonly textId: number;
  readonly name: string;
  /** Null: of the whole board. */
  readonly schoolId: number | null;
  readonly archived: boolean;
  readonly versions: readonly { readonly language: Language; readonly subject: string; readonly body: RichText }[];
};

/** What is wrong with one stage, and at which of its fields. */
export type StageProblem = {
  /** From 1. */
  readonly stage: number;
  readonly field: 'channel' | 'days' | 'textId' | 'cost';
  readonly sentence: string;
};

const languageNames: Readonly<Record<Language, string>> = { nl: 'Nederlands', fr: 'Frans', en: 'Engels' };

/** Whether a stage sends something; the other channels are work for a person. */
export function isMessageChannel(channel: StageChannel): boolean {
  return channel === 'email' || channel === 'letter' || channel === 'registeredLetter';
}

/**
 * Everything that keeps a school from reminding by these stages, in their order; empty: it may. The first stage is a
 * message or a call; each comes later than the one before; only the last hands over; every message has a text of this
 * school or its board that can be sent and asks no payment plan; the first message holds what the law asks of a free first reminder (book XIX WER,
 * art. XIX.2), in each of its languages, and asks no cost, nor does a stage before it. A text that is not in `texts` does
 * not exist.
 */
export function findStageProblems(
  stages: readonly Stage[],
  schoolId: number,
  texts: ReadonlyMap<number, StageText>,
): StageProblem[] {
  const firstMessage = stages.findIndex(({ channel }) => isMessageChannel(channel));
  return stages.flatMap((stage, index) => [
    ...orderProblems(stages, index),
    ...costProblems(stage, index, firstMessage),
    ...textProblems({ stage, index, schoolId, isFirstMessage: index === firstMessage, texts }),
  ]);
}

function named(stage: Stage, index: number): string {
  return `Fase ${index + 1} (${stage.name})`;
}

function orderProblems(stages: readonly Stage[], index: number): StageProblem[] {
  const stage = stages[index];
  if (!stage) return [];
  const problems: StageProblem[] = [];
  const problem = (field: StageProblem['field'], sentence: string): void =>
    void problems.push({ stage: index + 1, field, sentence: `${named(stage, index)}: ${sentence}` });
  const before = stages[index - 1];
  if (!before && !isMessageChannel(stage.channel) && stage.channel !== 'phone') {
    problem('channel', 'een procedure begint met een bericht of een telefoongesprek. Kies e-mail, brief of telefoon.');
  }
  if (before && stage.days <= before.days) {
    problem(
      'days',
      `komt na ${stage.days} dagen, en de fase ervoor na ${before.days}. Geef elke fase meer dagen dan de vorige.`,
    );
  }
  if (stage.channel === 'handOver' && index < stages.length - 1) {
    problem(
      'channel',
      'uit handen geven kan alleen als laatste fase. Zet deze fase achteraan of kies een ander kanaal.',
    );
  }
  return problems;
}

function costProblems(stage: Stage, index: number, firstMessage: number): StageProblem[] {
  if (stage.cost === 'none' || index > Math.max(firstMessage, 0)) return [];
  const sentence = `${named(stage, index)}: de eerste herinnering is altijd gratis. Kies hier geen kosten.`;
  return [{ stage: index + 1, field: 'cost', sentence }];
}

function textProblems({
  stage,
  index,
  schoolId,
  isFirstMessage,
  texts,
}: {
  readonly stage: Stage;
  readonly index: number;
  readonly schoolId: number;
  readonly isFirstMessage: boolean;
  readonly texts: ReadonlyMap<number, StageText>;
}): StageProblem[] {
  const problem = (sentence: string): StageProblem => ({
    stage: index + 1,
    field: 'textId',
    sentence: `${named(stage, index)}: ${sentence}`,
  });
  if (stage.textId === null) {
    return isMessageChannel(stage.channel) ? [problem('kies de tekst van dit bericht.')] : [];
  }
  const text = texts.get(stage.textId);
  if (!text || text.versions.length === 0) return [problem('deze tekst bestaat niet (meer). Kies een andere tekst.')];
  if (text.schoolId !== null && text.schoolId !== schoolId) {
    return [problem(`de tekst "${text.name}" is van een andere school. Kies een tekst van deze school.`)];
  }
  if (text.archived) {
    return [problem(`de tekst "${text.name}" staat in het archief. Haal ze terug of kies een andere tekst.`)];
  }
  // What is wrong in every language is said once.
  const languages = new Map<string, string[]>();
  for (const version of text.versions) {
    for (const sentence of versionProblems(version, isFirstMessage)) {
      languages.set(sentence, [...(languages.get(sentence) ?? []), languageNames[version.language]]);
    }
  }
  return [...languages].map(([sentence, names]) => problem(`tekst "${text.name}" (${names.join(', ')}): ${sentence}`));
}

function versionProblems(version: StageText['versions'][number], isFirstMessage: boolean): string[] {
  const lacking = isFirstMessage ? checkFirstReminder(version) : [];
  const { plan, instalment } = asksPlan(version);
  return [
    ...(plan || instalment
      ? ['gaat over een afbetaalplan, en een herinnering kent er geen. Kies een andere tekst.']
      : []),
    ...findProblems(version.subject, version.body).map(({ sentence }) => sentence),
    ...lacking.map(({ sentence }) => `kan geen eerste herinnering zijn. ${sentence}`),
  ];
}
