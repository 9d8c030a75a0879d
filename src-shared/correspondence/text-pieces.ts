import { cleanText } from './clean-text.ts';
import type { RichInline, RichMark } from './rich-text.ts';
import { tokenise } from './tokens.ts';
import { type BlockVariable, type InlineVariable, resolveVariable } from './variables.ts';

export type Marks = { readonly bold: boolean; readonly italic: boolean; readonly underline: boolean };

/** A text cut into what it is made of. An unknown variable is a literal: it stays readable as typed. */
export type TextPiece =
  | { readonly kind: 'literal'; readonly text: string; readonly marks: Marks }
  | { readonly kind: 'value'; readonly name: InlineVariable; readonly marks: Marks }
  | { readonly kind: 'break' }
  | { readonly kind: 'block'; readonly name: BlockVariable };

const plain: Marks = { bold: false, italic: false, underline: false };

function marksOf(marks: readonly RichMark[] | undefined): Marks {
  if (!marks || marks.length === 0) return plain;
  const has = (type: RichMark['type']): boolean => marks.some((mark) => mark.type === type);
  return { bold: has('bold'), italic: has('italic'), underline: has('underline') };
}

type Run = { readonly text: string; readonly marks: Marks };

/** Cuts the content of one paragraph. `$$NAME$$` counts also when its letters carry different marks. */
export function textPieces(content: readonly RichInline[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let runs: Run[] = [];
  const flush = (): void => {
    pieces.push(...typedPieces(runs));
    runs = [];
  };
  for (const node of content) {
    if (node.type === 'text') runs.push({ text: node.text, marks: marksOf(node.marks) });
    else {
      flush();
      pieces.push(
        node.type === 'hardBreak'
          ? { kind: 'break' }
          : variablePiece(node.attrs.name, `$$${node.attrs.name}$$`, marksOf(node.marks)),
      );
    }
  }
  flush();
  return pieces;
}

/** Cuts a plain line: a subject. */
export function plainPieces(text: string): TextPiece[] {
  return typedPieces([{ text, marks: plain }]);
}

function variablePiece(name: string, raw: string, marks: Marks): TextPiece {
  const variable = resolveVariable(name);
  if (!variable) return { kind: 'literal', text: cleanText(raw), marks };
  return variable.kind === 'block'
    ? { kind: 'block', name: variable.name }
    : { kind: 'value', name: variable.name, marks };
}

function typedPieces(runs: readonly Run[]): TextPiece[] {
  const typed = runs.map((run) => run.text).join('');
  if (typed === '') return [];
  const pieces: TextPiece[] = [];
  let runIndex = 0;
  let runStart = 0;
  const currentRun = (position: number): Run | undefined => {
    let run = runs[runIndex];
    while (run && position >= runStart + run.text.length) {
      runStart += run.text.length;
      runIndex += 1;
      run = runs[runIndex];
    }
    return run;
  };
  for (const token of tokenise(typed)) {
    const first = currentRun(token.start);
    if (token.kind === 'variable') {
      pieces.push(variablePiece(token.name, token.raw, first?.marks ?? plain));
      continue;
    }
    let position = token.start;
    while (position < token.end) {
      const run = currentRun(position);
      const end = run ? Math.min(token.end, runStart + run.text.length) : token.end;
      pieces.push({ kind: 'literal', text: cleanText(typed.slice(position, end)), marks: run?.marks ?? plain });
      position = end;
    }
  }
  return pieces;
}
