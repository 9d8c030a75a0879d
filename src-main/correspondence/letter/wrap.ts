import type { LetterLine } from '#shared/correspondence/letter-model.ts';
import { type FontStyle, letterFont, wordsOf } from '../pdf/fonts.ts';

/** A stretch of one style on one line; `x` and `width` in points, `x` from the start of the line. */
export type Stretch = {
  readonly text: string;
  readonly style: FontStyle;
  readonly underline: boolean;
  readonly x: number;
  readonly width: number;
};
export type WrappedLine = readonly Stretch[];

type Word = { readonly text: string; readonly style: FontStyle; readonly underline: boolean };

/** Width of a plain text in points. */
export function textWidth(text: string, style: FontStyle, size: number): number {
  return letterFont(style).width(text) * size;
}

function styleOf(bold: boolean, italic: boolean): FontStyle {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}

/**
 * Breaks lines to a width, left-aligned, between words; a word wider than the line is broken between letters. A
 * no-break space (in amounts) does not break.
 */
export function wrap(lines: readonly LetterLine[], width: number, size: number, allBold = false): WrappedLine[] {
  return lines.flatMap((line) => {
    const words = line.flatMap((inline) => {
      const style = styleOf(allBold || inline.bold === true, inline.italic === true);
      return wordsOf(inline.text).map((text): Word => ({ text, style, underline: inline.underline === true }));
    });
    return wrapWords(words, width, size);
  });
}

/** Breaks plain text. */
export function wrapText(text: string, width: number, size: number, style: FontStyle = 'regular'): WrappedLine[] {
  return wrap([[{ text, bold: style === 'bold', italic: style === 'italic' }]], width, size);
}

/** Words that are not parted by a space (a name half in bold) stay together: they make one unit. */
function units(words: readonly Word[]): Word[][] {
  const result: Word[][] = [];
  let open = false;
  for (const word of words) {
    if (open) result.at(-1)?.push(word);
    else result.push([word]);
    open = !word.text.endsWith(' ');
  }
  return result;
}

function wrapWords(words: readonly Word[], width: number, size: number): WrappedLine[] {
  const lines: Stretch[][] = [[]];
  let x = 0;
  const place = (word: Word, wordWidth: number): void => {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line && last && last.style === word.style && last.underline === word.underline) {
      line[line.length - 1] = { ...last, text: last.text + word.text, width: last.width + wordWidth };
    } else line?.push({ ...word, x, width: wordWidth });
    x += wordWidth;
  };
  const newLine = (): void => {
    lines.push([]);
    x = 0;
  };
  const measure = (word: Word): number => letterFont(word.style).width(word.text) * size;
  for (const unit of units(words)) {
    const bare = unit.reduce((sum, word) => sum + textWidth(word.text.trimEnd(), word.style, size), 0);
    if (x > 0 && x + bare > width) newLine();
    for (const word of unit) {
      if (bare <= width) place(word, measure(word));
      else placeBroken(word);
    }
  }
  return lines.map(withoutTrailingSpace);

  function placeBroken(word: Word): void {
    for (const character of word.text) {
      const letter = { ...word, text: character };
      const letterWidth = measure(letter);
      if (x > 0 && x + letterWidth > width && character !== ' ') newLine();
      place(letter, letterWidth);
    }
  }
}

function withoutTrailingSpace(line: readonly Stretch[]): WrappedLine {
  const last = line.at(-1);
  if (!last || !last.text.endsWith(' ')) return line;
  return [...line.slice(0, -1), { ...last, text: last.text.trimEnd() }];
}
