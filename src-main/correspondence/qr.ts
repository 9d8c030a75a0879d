import { PNG } from 'pngjs';
import { encode } from 'uqr';

/** Modules of a payment QR code, without quiet zone; row by row, true is dark. Error level M as EPC069-12 asks. */
export function qrModules(payload: string): readonly (readonly boolean[])[] {
  return encode(payload, { ecc: 'M', boostEcc: false, border: 0, maxVersion: 13 }).data;
}

/** Light modules around a code, at least four by the standard. */
export const quietZoneModules = 4;

/** The code as a PNG picture with its quiet zone, for mail: eight points a module, black on white. */
export function qrPng(payload: string): Buffer {
  const modules = qrModules(payload);
  const scale = 8;
  const side = (modules.length + 2 * quietZoneModules) * scale;
  const picture = new PNG({ width: side, height: side, colorType: 0, inputColorType: 0, inputHasAlpha: false });
  picture.data = Buffer.alloc(side * side, 255);
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (!dark) return;
      const left = (x + quietZoneModules) * scale;
      for (let line = 0; line < scale; line += 1) {
        const start = ((y + quietZoneModules) * scale + line) * side + left;
        picture.data.fill(0, start, start + scale);
      }
    });
  });
  // Without row filters: they cost more than the code itself and win nothing on black and white.
  return PNG.sync.write(picture, { colorType: 0, inputColorType: 0, inputHasAlpha: false, filterType: 0 });
}
