/** What letters need of fontkit, which ships no types. */
declare module 'fontkit' {
  export type GlyphPosition = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
  export type GlyphRun = {
    readonly glyphs: readonly { readonly id: number; readonly advanceWidth: number }[];
    readonly positions: GlyphPosition[];
    readonly advanceWidth: number;
  };
  export type Subset = {
    /** Ids, in the order in which they were met. */
    readonly glyphs: readonly number[];
    encode: () => Uint8Array;
  };
  export type Font = {
    readonly unitsPerEm: number;
    readonly characterSet: readonly number[];
    readonly layout: (text: string, features?: unknown) => GlyphRun;
    readonly createSubset: () => Subset;
    readonly glyphForCodePoint: (codePoint: number) => unknown;
  };
  export function create(bytes: Uint8Array): Font;
}
