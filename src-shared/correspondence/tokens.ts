/** A piece of a text as typed; `start` and `end` are positions in it, `end` just past the last character. */
export type Token =
  | { readonly kind: 'literal'; readonly start: number; readonly end: number; readonly raw: string }
  | {
      readonly kind: 'variable';
      readonly start: number;
      readonly end: number;
      /** With the dollars, as typed. */
      readonly raw: string;
      /** Between the dollars, trimmed, as typed. */
      readonly name: string;
    }
  /** A `$$` without its partner. */
  | { readonly kind: 'unclosed'; readonly start: number; readonly end: number; readonly raw: string };

/** What may stand between the dollars: no dollar, no line break, not longer than anything we could mean. */
const variable = /\$\$([^$\n]{1,60})\$\$/y;

/**
 * Cuts a text at its `$$VARIABLES$$`. Every character is in exactly one token, in order; nothing is judged here: an
 * unknown name is still a variable token. A `$$` that is never closed is a token of its own. Linear in the length.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let literalStart = 0;
  let position = text.indexOf('$$');
  const closeLiteral = (end: number): void => {
    if (end > literalStart) {
      tokens.push({ kind: 'literal', start: literalStart, end, raw: text.slice(literalStart, end) });
    }
  };
  while (position !== -1) {
    variable.lastIndex = position;
    const match = variable.exec(text);
    const name = match?.[1]?.trim() ?? '';
    closeLiteral(position);
    const raw = match && name !== '' ? match[0] : '$$';
    const end = position + raw.length;
    tokens.push(
      raw === '$$'
        ? { kind: 'unclosed', start: position, end, raw }
        : { kind: 'variable', start: position, end, raw, name },
    );
    literalStart = end;
    position = text.indexOf('$$', end);
  }
  closeLiteral(text.length);
  return tokens;
}
