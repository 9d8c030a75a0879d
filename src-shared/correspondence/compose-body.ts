import { fillIn, type InlinePart } from './inline-template.ts';
import type { InlineValues } from './inline-values.ts';
import type { LetterBlock, LetterInline, LetterLine } from './letter-model.ts';
import type { MessageFacts } from './message-facts.ts';
import { openInvoicesBlock } from './open-invoices.ts';
import { paymentBox } from './payment-box.ts';
import type { Phrases } from './phrases.ts';
import { planBlocks } from './plan-blocks.ts';
import type { RichBlock, RichInline, RichList, RichText } from './rich-text.ts';
import { type Marks, type TextPiece, textPieces } from './text-pieces.ts';
import type { BlockVariable } from './variables.ts';

/**
 * The body of a message as blocks. A block variable inside running text cuts the paragraph in two; inside a list or a
 * heading it comes after it. Paragraphs without words are left out.
 */
export function composeBody(
  body: RichText,
  facts: MessageFacts,
  values: InlineValues,
  phrases: Phrases,
): LetterBlock[] {
  const draw = (name: BlockVariable): LetterBlock[] => drawBlock(name, facts, phrases);
  return body.content.flatMap((block) => composeBlock(block, values, draw));
}

function composeBlock(
  block: RichBlock,
  values: InlineValues,
  draw: (name: BlockVariable) => LetterBlock[],
): LetterBlock[] {
  switch (block.type) {
    case 'paragraph':
      return composeParagraph(block.content ?? [], values, draw);
    case 'heading': {
      const sections = cutAtBlocks(textPieces(block.content ?? []));
      const line = sections.flatMap((section) => lines(section.pieces, values)).flat();
      const heading: LetterBlock[] = line.length > 0 ? [{ kind: 'heading', level: block.attrs.level, line }] : [];
      return [...heading, ...sections.flatMap((section) => (section.block ? draw(section.block) : []))];
    }
    default:
      return composeList(block, values, draw);
  }
}

function composeParagraph(
  content: readonly RichInline[],
  values: InlineValues,
  draw: (name: BlockVariable) => LetterBlock[],
): LetterBlock[] {
  return cutAtBlocks(textPieces(content)).flatMap((section): LetterBlock[] => {
    const paragraph = lines(section.pieces, values);
    return [
      ...(paragraph.length > 0 ? [{ kind: 'paragraph' as const, lines: paragraph }] : []),
      ...(section.block ? draw(section.block) : []),
    ];
  });
}

function composeList(
  list: RichList,
  values: InlineValues,
  draw: (name: BlockVariable) => LetterBlock[],
): LetterBlock[] {
  const after: LetterBlock[] = [];
  const items = list.content.map((item) =>
    item.content.flatMap((paragraph) =>
      cutAtBlocks(textPieces(paragraph.content ?? [])).flatMap((section) => {
        if (section.block) after.push(...draw(section.block));
        return lines(section.pieces, values);
      }),
    ),
  );
  const filled = items.filter((item) => item.length > 0);
  const drawn: LetterBlock[] =
    filled.length > 0 ? [{ kind: 'list', ordered: list.type === 'orderedList', items: filled }] : [];
  return [...drawn, ...after];
}

type Section = { readonly pieces: readonly TextPiece[]; readonly block: BlockVariable | null };

/** The pieces up to each block variable, and the rest. */
function cutAtBlocks(pieces: readonly TextPiece[]): Section[] {
  const sections: Section[] = [];
  let current: TextPiece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'block') {
      sections.push({ pieces: current, block: piece.name });
      current = [];
    } else current.push(piece);
  }
  // What follows a table is often only the full stop of the sentence.
  const alone =
    sections.length > 0 && current.every((piece) => piece.kind === 'literal' && /^[\s.,;:]*$/.test(piece.text));
  if (!alone) sections.push({ pieces: current, block: null });
  return sections;
}

/** Pieces to lines, without empty lines at the edges. */
function lines(pieces: readonly TextPiece[], values: InlineValues): LetterLine[] {
  const result: LetterInline[][] = [[]];
  let parts: InlinePart[] = [];
  let marks: Marks | null = null;
  const flush = (): void => {
    if (parts.length > 0 && marks) {
      const text = fillIn(parts, values);
      if (text !== '') result.at(-1)?.push(markedInline(text, marks));
    }
    parts = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'block') continue;
    if (piece.kind === 'break') {
      flush();
      result.push([]);
      continue;
    }
    if (marks && !sameMarks(marks, piece.marks)) flush();
    marks = piece.marks;
    parts.push(piece.kind === 'literal' ? { kind: 'literal', text: piece.text } : { kind: 'value', name: piece.name });
  }
  flush();
  const empty = (line: LetterLine | undefined): boolean =>
    line !== undefined && line.every((inline) => inline.text.trim() === '');
  while (result.length > 0 && empty(result[0])) result.shift();
  while (result.length > 0 && empty(result.at(-1))) result.pop();
  return result;
}

function sameMarks(a: Marks, b: Marks): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.underline === b.underline;
}

function markedInline(text: string, marks: Marks): LetterInline {
  return {
    text,
    ...(marks.bold ? { bold: true } : {}),
    ...(marks.italic ? { italic: true } : {}),
    ...(marks.underline ? { underline: true } : {}),
  };
}

function drawBlock(name: BlockVariable, facts: MessageFacts, phrases: Phrases): LetterBlock[] {
  const sentence = (text: string): LetterBlock => ({ kind: 'paragraph', lines: [[{ text }]] });
  if (name === 'OPENSTAANDE_FACTUREN') return [openInvoicesBlock(facts, phrases) ?? sentence(phrases.nothingDue)];
  if (name === 'AFBETAALPLAN') return planBlocks(facts, phrases) ?? [sentence(phrases.plan.notAPlan)];
  const payment = paymentBox(facts, phrases);
  if (!payment) return name === 'BETAALBLOK' ? [sentence(phrases.nothingToPay)] : [];
  if (name === 'BETAALBLOK') return [{ kind: 'payment', payment }];
  return payment.qrPayload === null ? [] : [{ kind: 'qr', payload: payment.qrPayload, caption: phrases.payment.scan }];
}
