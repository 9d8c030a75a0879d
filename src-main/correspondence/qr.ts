import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

type Modules = readonly (readonly boolean[])[];

/** Error level M as EPC069-12 asks. */
const level = { ecc: 'M', boostEcc: false, border: 0, maxVersion: 13 } as const;

/**
 * Modules of a payment QR code for paper, without quiet zone; row by row, true is dark. Of the eight masks the one that
 * reads best is looked for, as ISO/IEC 18004 describes.
 */
export function qrModules(payload: string): Modules {
  return encode(payload, level).data;
}

/** Light modules around a code, at least four by the standard. */
export const quietZoneModules = 4;

/**
 * The code as a PNG picture with its quiet zone, for mail: eight points a module, black on white. With one mask for all:
 * on a screen each of them reads well, and looking for the best took longer than the rest of a mail together.
 */
export function qrPng(payload: string): Buffer {
  const modules = encode(payload, { ...level, maskPattern: 4 }).data;
  const side = modules.length + 2 * quietZoneModules;
  // One bit a point makes a module of eight points one byte; each line starts with its filter, 0: none.
  const lines = Buffer.alloc(side * 8 * (1 + side), 0xff);
  for (let line = 0; line < side * 8; line += 1) {
    const start = line * (1 + side);
    lines[start] = 0;
    const row = modules[Math.floor(line / 8) - quietZoneModules] ?? [];
    for (const [x, dark] of row.entries()) if (dark) lines[start + 1 + quietZoneModules + x] = 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side * 8, 0);
  header.writeUInt32BE(side * 8, 4);
  // One bit a point, grey; the rest is 0: the only way of packing and filtering there is, and not interlaced.
  header[8] = 1;
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 1 })),
    chunk('IEND'),
  ]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A part of a PNG: length, name, content, checksum of the last two. */
function chunk(name: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}
