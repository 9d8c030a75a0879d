import type { Language } from '../api/schemas.ts';
import { usedVariables } from '../correspondence/problems.ts';
import type { RichText } from '../correspondence/rich-text.ts';
import { type TextPiece, textPieces } from '../correspondence/text-pieces.ts';
import type { Mention } from './contract.ts';
import { leastReminderDays } from './reminder-term.ts';
import { namesACost, shortestTermIn } from './reminder-words.ts';

export type MissingMention = { readonly mention: Mention; readonly sentence: string };

type Mentioning = { readonly mention: Mention; readonly variables: readonly string[]; readonly sentence: string };

/** Each mention of the law with the variables that bring it: typed words would be wrong for the next family. */
const mentioning: readonly Mentioning[] = [
  {
    mention: 'balance',
    variables: ['TOTAAL', 'OPENSTAANDE_FACTUREN', 'BETAALBLOK'],
    sentence: 'Het openstaande saldo ontbreekt. Zet $$TOTAAL$$ of $$OPENSTAANDE_FACTUREN$$ in de tekst.',
  },
  {
    mention: 'lumpSum',
    variables: ['ZIN_KOSTEN'],
    sentence:
      'Er staat niet welk bedrag aan schadevergoeding kan volgen, of dat er geen kosten bij komen. Zet $$ZIN_KOSTEN$$ in de tekst.',
  },
  {
    mention: 'creditor',
    variables: ['SCHOOL', 'SCHOOLBESTUUR'],
    sentence: 'De naam van de schuldeiser ontbreekt. Zet $$SCHOOLBESTUUR$$ of $$SCHOOL$$ in de tekst.',
  },
  {
    mention: 'enterpriseNumber',
    variables: ['ONDERNEMINGSNUMMER'],
    sentence: 'Het ondernemingsnummer (KBO) van de schuldeiser ontbreekt. Zet $$ONDERNEMINGSNUMMER$$ in de tekst.',
  },
  {
    mention: 'service',
    variables: ['OPENSTAANDE_FACTUREN'],
    sentence:
      'Er staat niet waarvoor er te betalen is. Zet $$OPENSTAANDE_FACTUREN$$ in de tekst: daar staat elke dienst.',
  },
  {
    mention: 'dueDate',
    variables: ['OPENSTAANDE_FACTUREN'],
    sentence:
      'Er staat niet wanneer elke factuur verviel. Zet $$OPENSTAANDE_FACTUREN$$ in de tekst: daar staat elke vervaldatum.',
  },
  {
    mention: 'term',
    variables: ['BETAAL_VOOR'],
    sentence: 'De termijn om zonder kosten te betalen ontbreekt. Zet $$BETAAL_VOOR$$ in de tekst.',
  },
];

/**
 * What a text for the first reminder lacks, one Dutch sentence each; empty: it may be first. Only variables in the body
 * count: a typed amount or date is right for one family at most. Besides what is missing, words that promise costs
 * without the exact amount, or a typed term shorter than the law gives, are refused. Source: art. XIX.2 WER, law.md 1.2
 * (1.2a–1.2c) and 1.3.
 */
export function checkFirstReminder({
  language,
  body,
}: {
  readonly language: Language;
  readonly body: RichText;
}): MissingMention[] {
  const used = new Set(usedVariables('', body).map(({ name }) => name));
  const lines = typedLines(body);
  const missing = mentioning.flatMap(({ mention, variables, sentence }): MissingMention[] =>
    variables.some((name) => used.has(name)) ? [] : [{ mention, sentence }],
  );
  const cost = lines.map((line) => namesACost(line, language)).find((words) => words !== null);
  const term = lines.map((line) => shortestTermIn(line, language)).filter((days) => days !== null);
  const shortest = Math.min(...term, leastReminderDays);
  return [
    ...missing,
    ...(cost
      ? [
          {
            mention: 'lumpSum' as const,
            sentence: `“${cost}”: een eerste herinnering noemt het juiste bedrag of geen kosten. Laat deze zin weg: $$ZIN_KOSTEN$$ zegt wat er kan volgen.`,
          },
        ]
      : []),
    ...(shortest < leastReminderDays
      ? [
          {
            mention: 'term' as const,
            sentence: `De tekst geeft ${shortest} ${shortest === 1 ? 'dag' : 'dagen'} om te betalen, de wet minstens ${leastReminderDays}. Gebruik alleen $$BETAAL_VOOR$$.`,
          },
        ]
      : []),
  ];
}

/** The words that were typed, line by line; where a variable stands, a sign that no word is. */
function typedLines(body: RichText): string[] {
  return body.content.flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return [typedWords(textPieces(block.content ?? []))];
    return block.content.flatMap((item) =>
      item.content.map((paragraph) => typedWords(textPieces(paragraph.content ?? []))),
    );
  });
}

function typedWords(pieces: readonly TextPiece[]): string {
  return pieces.map((piece) => (piece.kind === 'literal' ? piece.text : piece.kind === 'break' ? ' ' : '…')).join('');
}
