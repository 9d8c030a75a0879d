import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { inHex, type LetterFont } from './fonts.ts';
import { decimal } from './values.ts';

/** The part of a font that is embedded in a file, ready to be written. */
export type FontPart = {
  readonly name: string;
  /** What its description says besides name and file. */
  readonly description: string;
  /** Of each code, in thousandths. */
  readonly widths: string;
  /** The part as a font, packed. */
  readonly file: Buffer;
  /** Which characters each code stands for, packed: so that text can be searched and read aloud. */
  readonly characters: Buffer;
};

const kept = new WeakMap<LetterFont, Map<string, FontPart>>();
/** How many parts of a font are kept: making one costs more than a letter. */
const mostParts = 20;

/** The part with the common glyphs and these, in this order. */
export function fontPart(font: LetterFont, rare: readonly number[]): FontPart {
  const parts = kept.get(font) ?? new Map<string, FontPart>();
  kept.set(font, parts);
  const key = rare.join();
  let part = parts.get(key);
  if (!part) {
    if (parts.size >= mostParts) parts.clear();
    part = makePart(font, [...font.commonCodes.keys(), ...rare]);
    parts.set(key, part);
  }
  return part;
}

function makePart({ parsed }: LetterFont, glyphs: readonly number[]): FontPart {
  const subset = parsed.createSubset();
  for (const glyph of glyphs) subset.includeGlyph(glyph);
  const bytes = subset.encode();
  const scale = 1000 / parsed.unitsPerEm;
  const { bbox, italicAngle } = parsed;
  const scaled = (...units: number[]): string => units.map((value) => decimal(value * scale)).join(' ');
  const symbolic = 4;
  const italic = italicAngle === 0 ? 0 : 64;
  const description = [
    `/Flags ${symbolic + italic}`,
    `/FontBBox [${scaled(bbox.minX, bbox.minY, bbox.maxX, bbox.maxY)}]`,
    `/ItalicAngle ${decimal(italicAngle)}`,
    `/Ascent ${scaled(parsed.ascent)}`,
    `/Descent ${scaled(parsed.descent)}`,
    `/CapHeight ${scaled(parsed.capHeight)}`,
    `/XHeight ${scaled(parsed.xHeight)}`,
    '/StemV 0',
  ].join('\n');
  return {
    name: `${lettersFor(bytes)}+${parsed.postscriptName}`,
    description,
    widths: scaled(...glyphs.map((glyph) => parsed.getGlyph(glyph).advanceWidth)),
    file: deflateSync(bytes),
    characters: deflateSync(Buffer.from(characterMap(glyphs.map((glyph) => parsed.getGlyph(glyph).codePoints)))),
  };
}

/** Six capitals, other ones for another part: readers keep fonts apart by them. */
function lettersFor(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest();
  return String.fromCharCode(...hash.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

/** A CMap as ISO 32000-1, 9.10.3 describes it. */
function characterMap(characters: readonly (readonly number[])[]): string {
  const rows = characters.map((codePoints, code) => {
    const text = String.fromCodePoint(...codePoints);
    const units = Array.from({ length: text.length }, (_, index) => inHex(text.charCodeAt(index)));
    return code === 0 ? '<0000>' : `<${units.join('')}>`;
  });
  const ranges: string[] = [];
  // A range may not go over a change of the first byte.
  for (let first = 0; first < rows.length; first += 256) {
    const range = rows.slice(first, first + 256);
    ranges.push(`<${inHex(first)}> <${inHex(first + range.length - 1)}> [${range.join(' ')}]`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
