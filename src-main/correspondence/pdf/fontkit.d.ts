/** What letters need of fontkit, which ships no types. */
declare module 'fontkit' {
  export type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] };
  export type GlyphPosition = {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  };
  export type GlyphRun = {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly GlyphPosition[];
    readonly advanceWidth: number;
  };
  export type Subset = {
    readonly includeGlyph: (id: number) => number;
    encode: () => Uint8Array;
  };
  export type Font = {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly xHeight: number;
    readonly italicAngle: number;
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
    readonly characterSet: readonly number[];
    readonly layout: (text: string) => GlyphRun;
    readonly createSubset: () => Subset;
    readonly getGlyph: (id: number) => Glyph;
    readonly glyphForCodePoint: (codePoint: number) => Glyph;
  };
  export function create(bytes: Uint8Array): Font;
}
