import type { PdfFile } from './file.ts';
import { fontPart } from './font-part.ts';
import { inHex, inRow, type LetterFont, type ShapedGlyph, wordsOf } from './fonts.ts';
import { place } from './page.ts';
import { reference } from './values.ts';

/** A font in one file: which glyphs the file uses, and under which codes. */
export class EmbeddedFont {
  readonly #font: LetterFont;
  /** Glyphs besides the common ones, with their codes. */
  readonly #rare = new Map<number, number>();

  constructor(font: LetterFont) {
    this.#font = font;
  }

  /** Instructions that show a text at a base line. */
  show(text: string, x: number, baseline: number, size: number): string {
    let shown = `1 0 0 1 ${place(x, baseline)} Tm\n[`;
    let at = x;
    for (const word of wordsOf(text)) {
      const { glyphs, advance, common } = this.#font.shape(word);
      const end = at + advance * size;
      if (common !== null) shown += common;
      else if (glyphs.every(({ right, up }) => right === 0 && up === 0)) shown += inRow(glyphs, this.#codeOf);
      else shown += `] TJ\n${this.#showApart(glyphs, at, baseline, size)}1 0 0 1 ${place(end, baseline)} Tm\n[`;
      at = end;
    }
    return `${shown}] TJ`;
  }

  /** Each glyph at its own place: a mark above or under a letter does not stand in the row. */
  #showApart(glyphs: readonly ShapedGlyph[], x: number, baseline: number, size: number): string {
    let shown = '';
    let at = x;
    for (const glyph of glyphs) {
      const where = place(at + glyph.right * size, baseline - glyph.up * size);
      shown += `1 0 0 1 ${where} Tm\n<${inHex(this.#codeOf(glyph))}> Tj\n`;
      at += glyph.advance * size;
    }
    return shown;
  }

  /** Writes the font under a number. */
  write(file: PdfFile, number: number): void {
    const part = fontPart(this.#font, [...this.#rare.keys()]);
    const name = `/BaseFont /${part.name}`;
    const fontFile = reference(file.addStream('/Filter /FlateDecode', part.file));
    const characters = reference(file.addStream('/Filter /FlateDecode', part.characters));
    const descriptor = file.add(
      `<<\n/Type /FontDescriptor\n/FontName /${part.name}\n${part.description}\n/FontFile2 ${fontFile}\n>>`,
    );
    const system = '/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n/CIDToGIDMap /Identity';
    const descendant = file.add(
      `<<\n/Type /Font\n/Subtype /CIDFontType2\n${name}\n${system}\n/FontDescriptor ${reference(descriptor)}\n/W [0 [${part.widths}]]\n>>`,
    );
    file.write(
      number,
      `<<\n/Type /Font\n/Subtype /Type0\n${name}\n/Encoding /Identity-H\n/DescendantFonts [${reference(descendant)}]\n/ToUnicode ${characters}\n>>`,
    );
  }

  readonly #codeOf = ({ id }: ShapedGlyph): number => {
    let code = this.#font.commonCodes.get(id) ?? this.#rare.get(id);
    if (code === undefined) {
      code = this.#font.commonCodes.size + this.#rare.size;
      this.#rare.set(id, code);
    }
    return code;
  };
}
