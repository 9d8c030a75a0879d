import { qrModules, quietZoneModules } from '#main/correspondence/qr.ts';
import type { Sheet, Structure } from './sheet.ts';

/**
 * A QR code as vectors: sharp on every printer. The side includes the quiet zone of four modules, on white. Dark modules
 * that touch in a row are one rectangle, in whole modules: small, and without hairlines between them.
 */
export function drawCode(
  sheet: Sheet,
  parent: Structure,
  payload: string,
  alternative: string,
  place: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const { side, path } = codeOf(payload);
  const scale = place.side / (side + 2 * quietZoneModules);
  const { document } = sheet;
  const options = { alt: alternative, bbox: [place.x, place.y, place.x + place.side, place.y + place.side] };
  const figure = document.struct('Figure', options, () => {
    document.save();
    document.rect(place.x, place.y, place.side, place.side).fill('#ffffff');
    document.translate(place.x + quietZoneModules * scale, place.y + quietZoneModules * scale).scale(scale);
    document.fillColor('#000000').addContent(path);
    document.restore();
  });
  parent.add(figure);
  figure.end();
}

/** A letter is drawn when it is made and again in its pile; so many codes are kept. About 10 kB each. */
const mostCodes = 2000;
const codes = new Map<string, { readonly side: number; readonly path: string }>();

function codeOf(payload: string): { readonly side: number; readonly path: string } {
  const known = codes.get(payload);
  if (known) return known;
  const modules = qrModules(payload);
  const code = { side: modules.length, path: `${modules.flatMap(darkRuns).join('\n')}\nf` };
  if (codes.size >= mostCodes) codes.clear();
  codes.set(payload, code);
  return code;
}

/** `x y width 1 re` for every run of dark modules in a row. */
function darkRuns(row: readonly boolean[], y: number): string[] {
  const runs: string[] = [];
  let start = -1;
  for (let x = 0; x <= row.length; x += 1) {
    const dark = row[x] === true;
    if (dark && start < 0) start = x;
    if (!dark && start >= 0) {
      runs.push(`${start} ${y} ${x - start} 1 re`);
      start = -1;
    }
  }
  return runs;
}
