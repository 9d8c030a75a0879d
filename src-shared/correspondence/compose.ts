import type { Language } from '../api/schemas.ts';
import { cleanText } from './clean-text.ts';
import { composeBody } from './compose-body.ts';
import type { TextProblem } from './contract.ts';
import { fillIn, type InlinePart } from './inline-template.ts';
import { contactOf, formatEnterpriseNumber, inlineValues, type InlineValues, pupilName } from './inline-values.ts';
import type { LetterBlock, LetterModel } from './letter-model.ts';
import type { MessageFacts, PupilFacts, SenderFacts } from './message-facts.ts';
import { missingPlan, missingValues } from './missing-values.ts';
import { phrasesFor } from './phrases-for.ts';
import { joinWords, type Phrases, writtenDate } from './phrases.ts';
import { findProblems } from './problems.ts';
import { addressLines, payerNames, recipientOf } from './recipient.ts';
import type { RichText } from './rich-text.ts';
import { plainPieces } from './text-pieces.ts';
import { refusedInSubject } from './variables.ts';

export type ComposableText = { readonly language: Language; readonly subject: string; readonly body: RichText };
export type ComposedLetter = { readonly model: LetterModel; readonly problems: readonly TextProblem[] };

/**
 * Fills a text in for one payer. Never throws on what a user typed: unknown variables stay readable in the model and
 * are named in `problems`, as is a variable the school has no value for. A message with problems is never sent.
 */
export function composeLetter(facts: MessageFacts, text: ComposableText): ComposedLetter {
  const phrases = phrasesFor(text.language);
  const values = inlineValues(facts, phrases);
  const { sender } = facts;
  const city = cleanText(sender.city).trim();
  const date = writtenDate(facts.asOf, phrases);
  const model: LetterModel = {
    language: text.language,
    subject: composeSubject(text.subject, values),
    sender: {
      schoolId: sender.schoolId,
      name: cleanText(sender.name),
      boardName: cleanText(sender.boardName),
      lines: senderLines(sender, phrases),
      addressWindow: sender.addressWindow,
    },
    recipient: recipientOf(facts, phrases),
    placeAndDate: city === '' ? date : `${city}, ${date}`,
    blocks: [
      ...reference(facts, phrases),
      ...concerning(facts, phrases),
      ...composeBody(text.body, facts, values, phrases),
    ],
    footer: [phrases.contactShort(contactOf(sender)), phrases.spreadPayment],
    pageLabel: phrases.pageLabel,
  };
  return {
    model,
    problems: [...findProblems(text.subject, text.body), ...missingValues(text, sender), ...missingPlan(text, facts)],
  };
}

/** One line, at most 200 characters; a variable that does not belong in a subject stays as typed. */
function composeSubject(subject: string, values: InlineValues): string {
  const parts = plainPieces(subject).map((piece): InlinePart => {
    if (piece.kind === 'literal') return { kind: 'literal', text: piece.text };
    if (piece.kind === 'value' && !refusedInSubject.has(piece.name)) return { kind: 'value', name: piece.name };
    return { kind: 'literal', text: piece.kind === 'break' ? ' ' : `$$${piece.name}$$` };
  });
  return fillIn(parts, values).replace(/\s+/g, ' ').trim().slice(0, 200);
}

function senderLines(sender: SenderFacts, phrases: Phrases): string[] {
  return [
    ...addressLines(sender, phrases),
    sender.phone ? `${phrases.phone} ${cleanText(sender.phone)}` : '',
    sender.email ? cleanText(sender.email) : '',
    sender.enterpriseNumber
      ? `${phrases.enterpriseNumber} ${formatEnterpriseNumber(cleanText(sender.enterpriseNumber))}`
      : '',
  ].filter((line) => line.trim() !== '');
}

/** What somebody who calls can name, and what stays known when the letter becomes void. */
function reference({ letterNumber = null }: MessageFacts, phrases: Phrases): LetterBlock[] {
  if (letterNumber === null) return [];
  return [{ kind: 'paragraph', lines: [[{ text: phrases.ourReference(cleanText(letterNumber)) }]] }];
}

/** A body that pays for several families needs to know which one this is about. */
function concerning(facts: MessageFacts, phrases: Phrases): LetterBlock[] {
  if (!facts.thirdParty) return [];
  const text = phrases.concerning(payerNames(facts, phrases), pupilsWithClass(facts.pupils, phrases));
  return [{ kind: 'paragraph', lines: [[{ text, bold: true }]] }];
}

function pupilsWithClass(pupils: readonly PupilFacts[], phrases: Phrases): string {
  const named = pupils.map((pupil) =>
    pupil.className === '' ? pupilName(pupil) : `${pupilName(pupil)} (${cleanText(pupil.className)})`,
  );
  return joinWords(named, phrases.and);
}
