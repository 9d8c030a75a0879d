import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';
import { type Picture, pictureOfJpeg, pictureOfPoints } from '../pdf/picture.ts';
import { mm, sheet as paper } from './geometry.ts';

/** Dots in the width and height a logo takes at 300 dots an inch; more is never seen on paper. */
const dotsPerPoint = 300 / 72;
const mostWide = Math.round(paper.letterhead.logoWidth * dotsPerPoint);
const mostHigh = Math.round(paper.letterhead.logoHeight * dotsPerPoint);

const prepared = new Map<string, Picture | null>();
const mostPrepared = 50;

/**
 * A logo ready for paper, or null when it cannot be read: a letter without logo is better than none. A PNG is put on
 * white and made no larger than the printer can show, because every letter is kept on its own with the logo inside. A JPEG
 * goes in unchanged. The same bytes are the same picture, which is in a pile of letters once.
 */
export function logoPicture(logo: Buffer): Picture | null {
  const key = createHash('sha256').update(logo).digest('hex');
  let result = prepared.get(key);
  if (result === undefined) {
    if (prepared.size >= mostPrepared) prepared.clear();
    result = prepare(logo);
    prepared.set(key, result);
  }
  return result;
}

function prepare(logo: Buffer): Picture | null {
  const isJpeg = logo[0] === 0xff && logo[1] === 0xd8;
  if (isJpeg) return pictureOfJpeg(logo);
  try {
    return flattened(PNG.sync.read(logo));
  } catch {
    return null;
  }
}

function flattened(source: PNG): Picture {
  const factor = Math.max(1, source.width / mostWide, source.height / mostHigh);
  const width = Math.max(1, Math.round(source.width / factor));
  const height = Math.max(1, Math.round(source.height / factor));
  const points = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      points.set(averageOnWhite(source, x * factor, y * factor, factor), (y * width + x) * 3);
    }
  }
  return pictureOfPoints(width, height, points);
}

/** The mean colour of a square of the source, seen on white paper. */
function averageOnWhite(source: PNG, left: number, top: number, side: number): readonly number[] {
  const fromX = Math.floor(left);
  const fromY = Math.floor(top);
  const toX = Math.min(source.width, Math.max(fromX + 1, Math.floor(left + side)));
  const toY = Math.min(source.height, Math.max(fromY + 1, Math.floor(top + side)));
  const sums = [0, 0, 0];
  for (let y = fromY; y < toY; y += 1) {
    for (let x = fromX; x < toX; x += 1) {
      const at = (y * source.width + x) * 4;
      const alpha = (source.data[at + 3] ?? 255) / 255;
      for (const band of [0, 1, 2]) {
        sums[band] = (sums[band] ?? 0) + (source.data[at + band] ?? 255) * alpha + 255 * (1 - alpha);
      }
    }
  }
  const count = Math.max(1, (toX - fromX) * (toY - fromY));
  return sums.map((sum) => Math.round(sum / count));
}

/** Width and height in points that keep the proportions inside the letterhead. */
export function logoSize(image: { readonly width: number; readonly height: number }): {
  readonly width: number;
  readonly height: number;
} {
  const { logoWidth, logoHeight } = paper.letterhead;
  // A small logo is not blown up beyond 96 dots an inch.
  const scale = Math.min(logoWidth / image.width, logoHeight / image.height, (25.4 / 96) * mm);
  return { width: image.width * scale, height: image.height * scale };
}
