import Handlebars from 'handlebars';
import type { InlineValues } from './inline-values.ts';
import type { InlineVariable } from './variables.ts';

/** A piece of a line: words the user typed, or a variable of ours. */
export type InlinePart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'value'; readonly name: InlineVariable };

/** An environment of our own: without any helper, so that a template can look up a value and nothing else. */
const environment = Handlebars.create();
for (const helper of Object.keys(environment.helpers)) environment.unregisterHelper(helper);

type Compiled = (data: { readonly literals: Record<string, string>; readonly values: InlineValues }) => string;
const compiled = new Map<string, Compiled>();
const mostKept = 1000;

/**
 * Fills the variables in. The template holds only names from our catalogue and numbered places for the typed words,
 * which come in as data: `{{…}}`, `constructor` or `__proto__` in a text are words like any other. Strict: a name
 * without a value throws. No escaping here: the result is plain text, escaped where it is drawn.
 */
export function fillIn(parts: readonly InlinePart[], values: InlineValues): string {
  const joined = joinLiterals(parts);
  const [only] = joined;
  if (joined.length === 1 && only?.kind === 'literal') return only.text;
  let filled = '';
  for (let start = 0; start < joined.length; start += mostPartsInTemplate) {
    filled += fillChunk(joined.slice(start, start + mostPartsInTemplate), values);
  }
  return filled;
}

/** A template grows with the text of a user; in pieces of this size a text of any length stays quick. */
const mostPartsInTemplate = 40;

function joinLiterals(parts: readonly InlinePart[]): InlinePart[] {
  const joined: InlinePart[] = [];
  let typed: string[] = [];
  const flush = (): void => {
    if (typed.length > 0) joined.push({ kind: 'literal', text: typed.join('') });
    typed = [];
  };
  for (const part of parts) {
    if (part.kind === 'literal') typed.push(part.text);
    else {
      flush();
      joined.push(part);
    }
  }
  flush();
  return joined;
}

function fillChunk(parts: readonly InlinePart[], values: InlineValues): string {
  const literals: Record<string, string> = {};
  const source = parts
    .map((part, index) => {
      if (part.kind === 'value') return `{{values.${part.name}}}`;
      literals[`at${index}`] = part.text;
      return `{{literals.at${index}}}`;
    })
    .join('');
  return templateFor(source)({ literals, values });
}

/** Texts differ in words, hardly in shape: the shapes are compiled once. */
function templateFor(source: string): Compiled {
  const known = compiled.get(source);
  if (known) return known;
  if (compiled.size >= mostKept) compiled.clear();
  const template: Compiled = environment.compile(source, {
    strict: true,
    noEscape: true,
    knownHelpers: {},
    knownHelpersOnly: true,
  });
  compiled.set(source, template);
  return template;
}
