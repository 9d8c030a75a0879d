import { createRequire } from 'node:module';
import { PNG } from 'pngjs';

type Decode = (pixels: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;
// jsqr is one CommonJS bundle whose default export Node cannot see by name.
const decode = (createRequire(import.meta.url)('jsqr') as { readonly default: Decode }).default;

/** What a banking app reads in a picture; null when it reads nothing. */
export function scanPng(bytes: Buffer): string | null {
  const picture = PNG.sync.read(bytes);
  return scanPixels(picture.data, picture.width, picture.height);
}

/** What a banking app reads in rectangles `x y width 1 re` of dark modules, as a letter draws them. */
export function scanRectangles(drawing: string): string | null {
  const runs = [...drawing.matchAll(/^(\d+) (\d+) (\d+) 1 re$/gm)].map((match) => match.slice(1, 4).map(Number));
  const modules = Math.max(...runs.map(([x = 0, , width = 0]) => x + width));
  const scale = 4;
  const side = (modules + 8) * scale;
  const pixels = Buffer.alloc(side * side * 4, 255);
  for (const [x = 0, y = 0, width = 0] of runs) {
    for (let row = (y + 4) * scale; row < (y + 5) * scale; row += 1) {
      for (let column = (x + 4) * scale; column < (x + 4 + width) * scale; column += 1) {
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return scanPixels(pixels, side, side);
}

function scanPixels(pixels: Buffer, width: number, height: number): string | null {
  return decode(new Uint8ClampedArray(pixels), width, height)?.data ?? null;
}
