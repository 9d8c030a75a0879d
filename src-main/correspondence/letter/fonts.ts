import { readFileSync } from 'node:fs';
import { create, type Font, type GlyphPosition, type GlyphRun, type Subset } from 'fontkit';
import { resourcePath } from '#main/adapters/app-root.ts';

export type FontStyle = 'regular' | 'bold' | 'italic' | 'boldItalic';

const fileNames: Readonly<Record<FontStyle, string>> = {
  regular: 'OpenSans-Regular.ttf',
  bold: 'OpenSans-Bold.ttf',
  italic: 'OpenSans-Italic.ttf',
  boldItalic: 'OpenSans-BoldItalic.ttf',
};

/** A parsed font that every document shares. Parsing and shaping cost more than the rest of a letter together. */
export type LetterFont = {
  /** What pdfkit takes as a font. */
  readonly source: Font;
  /** Width of a text at size 1, spaces included. */
  readonly width: (text: string) => number;
};

const loaded = new Map<FontStyle, LetterFont>();

/** The font of a style; read and parsed at first use. */
export function letterFont(style: FontStyle): LetterFont {
  let font = loaded.get(style);
  if (!font) {
    font = shareable(create(readFileSync(resourcePath('fonts', fileNames[style]))));
    loaded.set(style, font);
  }
  return font;
}

/**
 * The characters that letters are made of. Every document has all of them, so that the embedded part of the font is the
 * same in nearly every letter, and is made once; a name with another character gets its own.
 */
export const commonCharacters =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;!?\'’“”"()-–/+&@%€*#_=àáâäçèéêëîïíôöóûüúÉË';

/** How many parts of a font are kept. */
const mostSubsets = 20;

/** Names and words repeat from letter to letter; their shapes are kept, up to this many. */
const mostRuns = 20_000;

function shareable(parsed: Font): LetterFont {
  nameGlyphs(parsed);
  const runs = new Map<string, GlyphRun>();
  const shape = (text: string): GlyphRun => {
    let run = runs.get(text);
    if (!run) {
      if (runs.size >= mostRuns) runs.clear();
      run = parsed.layout(text);
      runs.set(text, run);
    }
    return run;
  };
  const subsets = new Map<string, Uint8Array>();
  const source = Object.create(parsed, {
    createSubset: { value: (): Subset => keptSubset(parsed.createSubset(), subsets) },
    layout: {
      value: (text: string, features?: unknown): GlyphRun =>
        features === undefined ? ownRun(shape(text)) : parsed.layout(text, features),
    },
  }) as Font;
  const widths = new Map<string, number>();
  const measured = (word: string): number => {
    let width = widths.get(word);
    if (width === undefined) {
      if (widths.size >= mostRuns) widths.clear();
      width = shape(word).advanceWidth / parsed.unitsPerEm;
      widths.set(word, width);
    }
    return width;
  };
  const width = (text: string): number => {
    // By word with its space, as pdfkit draws it: no kerning over a space.
    let total = 0;
    let start = 0;
    for (let space = text.indexOf(' '); space !== -1; space = text.indexOf(' ', start)) {
      total += measured(text.slice(start, space + 1));
      start = space + 1;
    }
    return start < text.length ? total + measured(text.slice(start)) : total;
  };
  return { source, width };
}

/** Making the part of a font that a document uses costs a third of a letter; the same glyphs in the same order are the same part. */
function keptSubset(subset: Subset, kept: Map<string, Uint8Array>): Subset {
  const encode = subset.encode.bind(subset);
  subset.encode = () => {
    const key = subset.glyphs.join();
    const known = kept.get(key);
    if (known) return known;
    const made = encode();
    if (kept.size >= mostSubsets) kept.clear();
    kept.set(key, made);
    return made;
  };
  return subset;
}

/** pdfkit scales the positions of a run in place, so each document gets its own. */
function ownRun(run: GlyphRun): GlyphRun {
  const positions = run.positions.map((position): GlyphPosition => ({
    xAdvance: position.xAdvance,
    yAdvance: position.yAdvance,
    xOffset: position.xOffset,
    yOffset: position.yOffset,
  }));
  return {
    glyphs: run.glyphs,
    positions,
    get advanceWidth() {
      return positions.reduce((sum, position) => sum + position.xAdvance, 0);
    },
  };
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
