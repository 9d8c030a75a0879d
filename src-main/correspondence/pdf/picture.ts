import { deflateSync } from 'node:zlib';

/** A picture ready to stand in a file. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly entries: string;
  readonly bytes: Buffer;
  /** How the unit square is turned to show it upright. */
  readonly turn: string;
};

const upright = '1 0 0 1 0 0';

/** Points in rows, three bytes each. */
export function pictureOfPoints(width: number, height: number, points: Buffer): Picture {
  const entries = `${entriesOf(width, height, 8, 'DeviceRGB')}\n/Filter /FlateDecode`;
  return { width, height, entries, bytes: deflateSync(points, { level: 9 }), turn: upright };
}

/** What `SOF` says by its number of colours; of four, Adobe turned light and dark around. */
const colourSpaces: Readonly<Record<number, string>> = {
  1: 'DeviceGray',
  3: 'DeviceRGB',
  4: 'DeviceCMYK\n/Decode [1 0 1 0 1 0 1 0]',
};

/** A JPEG as it is; null when it cannot be read. */
export function pictureOfJpeg(bytes: Buffer): Picture | null {
  let turn = upright;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const length = bytes.readUInt16BE(at + 2);
    if (isFrame(marker)) return at + 10 <= bytes.length ? pictureOfFrame(bytes, at + 4, turn) : null;
    if (marker === 0xe1) turn = turnOf(bytes.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  return null;
}

/** A start of frame; between them stand tables (C4, C8 and CC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function pictureOfFrame(bytes: Buffer, at: number, turn: string): Picture | null {
  const colours = colourSpaces[bytes[at + 5] ?? 0];
  if (colours === undefined) return null;
  const [height, width] = [bytes.readUInt16BE(at + 1), bytes.readUInt16BE(at + 3)];
  if (width === 0 || height === 0) return null;
  const entries = `${entriesOf(width, height, bytes[at] ?? 8, colours)}\n/Filter /DCTDecode`;
  return { width, height, entries, bytes, turn };
}

function entriesOf(width: number, height: number, bits: number, colours: string): string {
  return `/Type /XObject\n/Subtype /Image\n/Width ${width}\n/Height ${height}\n/BitsPerComponent ${bits}\n/ColorSpace /${colours}`;
}

/** By the orientation that a camera wrote: mirrored, upside down or on its side. Source: Exif 2.3, tag 0x0112. */
const turns: readonly string[] = [
  upright,
  upright,
  '-1 0 0 1 1 0',
  '-1 0 0 -1 1 1',
  '1 0 0 -1 0 1',
  '0 -1 -1 0 1 1',
  '0 -1 1 0 0 1',
  '0 1 1 0 0 0',
  '0 1 -1 0 1 0',
];

function turnOf(exif: Buffer): string {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0') return upright;
  const tiff = exif.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  // The first directory stands near the beginning; what would need four bytes is not looked for.
  const directory = little ? short(4) : short(6);
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (short(at) === 0x0112) return turns[short(at + 8)] ?? upright;
  }
  return upright;
}
