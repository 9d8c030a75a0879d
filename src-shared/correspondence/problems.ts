import type { TextProblem } from './contract.ts';
import type { RichBlock, RichInline, RichText } from './rich-text.ts';
import { tokenise } from './tokens.ts';
import { nearestVariable, refusedInSubject, resolveVariable } from './variables.ts';

/**
 * What has to be put right before a text can be sent: unknown `$$…$$` with the nearest known one, a `$$` that is never
 * closed, and in the subject anything that shows an amount. In reading order, each spelling once per place. Empty: fine.
 */
export function findProblems(subject: string, body: RichText): TextProblem[] {
  const problems = new Map<string, TextProblem>();
  const add = (problem: TextProblem | undefined): void => {
    if (problem) problems.set(`${problem.where} ${problem.found}`, problem);
  };
  for (const token of tokenise(subject)) {
    if (token.kind === 'variable') add(nameProblem(token.raw, token.name, 'subject'));
    if (token.kind === 'unclosed') add(unclosedProblem('subject'));
  }
  for (const line of textLines(body)) {
    for (const piece of line) {
      if (typeof piece !== 'string') {
        add(nameProblem(`$$${piece.name}$$`, piece.name, 'body'));
        continue;
      }
      for (const token of tokenise(piece)) {
        if (token.kind === 'variable') add(nameProblem(token.raw, token.name, 'body'));
        if (token.kind === 'unclosed') add(unclosedProblem('body'));
      }
    }
  }
  return [...problems.values()];
}

/** The known variables a text uses, by their catalogue name, each once per place. */
export function usedVariables(
  subject: string,
  body: RichText,
): readonly { readonly name: string; readonly where: 'subject' | 'body' }[] {
  const names = (typed: string): string[] =>
    tokenise(typed).flatMap((token) => (token.kind === 'variable' ? [token.name] : []));
  const resolved = (found: readonly string[], where: 'subject' | 'body') =>
    [...new Set(found.flatMap((name) => resolveVariable(name)?.name ?? []))].map((name) => ({ name, where }));
  const inBody = textLines(body)
    .flat()
    .flatMap((piece) => (typeof piece === 'string' ? names(piece) : [piece.name]));
  return [...resolved(names(subject), 'subject'), ...resolved(inBody, 'body')];
}

function nameProblem(raw: string, name: string, where: 'subject' | 'body'): TextProblem | undefined {
  const known = resolveVariable(name);
  if (!known) {
    const nearest = nearestVariable(name);
    const advice = nearest ? `Bedoelt u $$${nearest}$$?` : 'Kies een variabele uit de lijst.';
    return { found: raw, nearest, where, sentence: `${raw} bestaat niet. ${advice}` };
  }
  if (where === 'subject' && refusedInSubject.has(known.name)) {
    const sentence = `${raw} hoort niet in het onderwerp: iedereen die het scherm ziet, kan het lezen. Zet het in de tekst.`;
    return { found: raw, nearest: null, where, sentence };
  }
  return undefined;
}

function unclosedProblem(where: 'subject' | 'body'): TextProblem {
  return {
    found: '$$',
    nearest: null,
    where,
    sentence: 'Hier staat $$ zonder naam of zonder tweede $$. Een variabele ziet er zo uit: $$LEERLING$$.',
  };
}

/** A run of typed text (a variable may be half bold, so marks do not cut it), or a chip. */
type Piece = string | { readonly name: string };

function textLines(body: RichText): Piece[][] {
  return body.content.flatMap(blockLines);
}

function blockLines(block: RichBlock): Piece[][] {
  if (block.type === 'paragraph' || block.type === 'heading') return [inlinePieces(block.content ?? [])];
  return block.content.flatMap((item) => item.content.map((paragraph) => inlinePieces(paragraph.content ?? [])));
}

function inlinePieces(content: readonly RichInline[]): Piece[] {
  const pieces: Piece[] = [];
  let typed = '';
  for (const node of content) {
    if (node.type === 'text') typed += node.text;
    else if (node.type === 'hardBreak') typed += '\n';
    else {
      pieces.push(typed, { name: node.attrs.name });
      typed = '';
    }
  }
  pieces.push(typed);
  return pieces.filter((piece) => piece !== '');
}
