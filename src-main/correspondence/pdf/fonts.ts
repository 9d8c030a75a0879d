import { readFileSync } from 'node:fs';
import { create, type Font, type GlyphRun } from 'fontkit';
import { resourcePath } from '#main/adapters/app-root.ts';
import { decimal } from './values.ts';

export type FontStyle = 'regular' | 'bold' | 'italic' | 'boldItalic';

const fileNames: Readonly<Record<FontStyle, string>> = {
  regular: 'OpenSans-Regular.ttf',
  bold: 'OpenSans-Bold.ttf',
  italic: 'OpenSans-Italic.ttf',
  boldItalic: 'OpenSans-BoldItalic.ttf',
};

/** A glyph in its word; all measures at size 1. */
export type ShapedGlyph = {
  readonly id: number;
  readonly advance: number;
  /** How much less than its own width it takes, in thousandths. */
  readonly kerning: number;
  /** Away from where it would stand. */
  readonly right: number;
  readonly up: number;
};

/** A word with the space after it, as it is drawn. */
export type ShapedWord = {
  readonly advance: number;
  /** What shows it, when all its glyphs are common and stand in a row: the same in every file. */
  readonly common: string | null;
  /** Only when `common` is null. */
  readonly glyphs: readonly ShapedGlyph[];
};

/** A parsed font that every document shares. Parsing and shaping cost more than the rest of a letter together. */
export type LetterFont = {
  readonly parsed: Font;
  /** From the top of a line to its base line, and to its bottom, at size 1. */
  readonly ascent: number;
  readonly lineHeight: number;
  /** The codes of the common glyphs, by glyph. */
  readonly commonCodes: ReadonlyMap<number, number>;
  readonly shape: (word: string) => ShapedWord;
  /** Width of a text at size 1, spaces included. */
  readonly width: (text: string) => number;
};

const loaded = new Map<FontStyle, LetterFont>();

/** The font of a style; read and parsed at first use. */
export function letterFont(style: FontStyle): LetterFont {
  let font = loaded.get(style);
  if (!font) {
    font = shaping(create(readFileSync(resourcePath('fonts', fileNames[style]))));
    loaded.set(style, font);
  }
  return font;
}

/**
 * The characters that letters are made of. Every document has all of them under the same codes, so that the embedded part
 * of the font is the same in nearly every letter, and is made once; a name with another character gets its own.
 */
const commonCharacters =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;!?\'’“”"()-–/+&@%€*#_=àáâäçèéêëîïíôöóûüúÉË';
/** Letters that are drawn as one, as in Sofie. */
const ligatures = ['ff', 'fi', 'fl', 'ffi', 'ffl'];

/** Names and words repeat from letter to letter; their shapes are kept, up to this many. */
const mostWords = 20_000;

function shaping(parsed: Font): LetterFont {
  nameGlyphs(parsed);
  const commonCodes = new Map([[0, 0]]);
  for (const characters of [...commonCharacters, ...ligatures])
    for (const { id } of parsed.layout(characters).glyphs)
      if (!commonCodes.has(id)) commonCodes.set(id, commonCodes.size);
  const words = new Map<string, ShapedWord>();
  const shape = (word: string): ShapedWord => {
    let shaped = words.get(word);
    if (shaped === undefined) {
      if (words.size >= mostWords) words.clear();
      shaped = shapedWord(parsed.layout(word), parsed.unitsPerEm, commonCodes);
      words.set(word, shaped);
    }
    return shaped;
  };
  return {
    parsed,
    ascent: parsed.ascent / parsed.unitsPerEm,
    lineHeight: (parsed.ascent - parsed.descent) / parsed.unitsPerEm,
    commonCodes,
    shape,
    width: (text) => wordsOf(text).reduce((sum, word) => sum + shape(word).advance, 0),
  };
}

/** The words of a text, each with the space after it: there is no kerning over a space. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let start = 0;
  for (let space = text.indexOf(' '); space !== -1; space = text.indexOf(' ', start)) {
    words.push(text.slice(start, space + 1));
    start = space + 1;
  }
  if (start < text.length) words.push(text.slice(start));
  return words;
}

function shapedWord(run: GlyphRun, unitsPerEm: number, commonCodes: ReadonlyMap<number, number>): ShapedWord {
  const glyphs = run.glyphs.map(({ id, advanceWidth }, index): ShapedGlyph => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[index] ?? {};
    return {
      id,
      advance: xAdvance / unitsPerEm,
      kerning: ((advanceWidth - xAdvance) / unitsPerEm) * 1000,
      right: xOffset / unitsPerEm,
      up: yOffset / unitsPerEm,
    };
  });
  const isCommon = glyphs.every(({ id, right, up }) => commonCodes.has(id) && right === 0 && up === 0);
  const common = isCommon ? inRow(glyphs, ({ id }) => commonCodes.get(id) ?? 0) : null;
  return { advance: run.advanceWidth / unitsPerEm, common, glyphs: common === null ? glyphs : [] };
}

/** What shows glyphs in a row, between `[` and `] TJ`. */
export function inRow(glyphs: readonly ShapedGlyph[], codeOf: (glyph: ShapedGlyph) => number): string {
  let shown = '<';
  for (const glyph of glyphs) {
    shown += inHex(codeOf(glyph));
    if (glyph.kerning !== 0) shown += `> ${decimal(glyph.kerning)} <`;
  }
  return `${shown}>`.replace('<>', '');
}

/** Four digits. */
export function inHex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

/**
 * fontkit remembers a glyph with the character by which it was met first. A glyph met first as the body of an accented
 * one would have no character, and its text could not be searched or read aloud; so each is met by its own name here.
 * Ligatures are left out: they are met as the letters they join. Space goes before the no-break space it shares a glyph with.
 */
function nameGlyphs(parsed: Font): void {
  for (const codePoint of [...parsed.characterSet].sort((a, b) => a - b)) {
    const ligature = codePoint >= 0xfb00 && codePoint <= 0xfb06;
    if (!ligature) parsed.glyphForCodePoint(codePoint);
  }
}
