import { qrModules, quietZoneModules } from '#main/correspondence/qr.ts';
import type { Tag } from '../pdf/document.ts';
import type { Sheet } from './sheet.ts';

/**
 * A QR code as vectors: sharp on every printer. The side includes the quiet zone of four modules, on white. Dark modules
 * that touch in a row are one rectangle, in whole modules: small, and without hairlines between them.
 */
export function drawCode(
  sheet: Sheet,
  parent: Tag,
  payload: string,
  alternative: string,
  place: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const modules = qrModules(payload);
  const scale = place.side / (modules.length + 2 * quietZoneModules);
  const margin = quietZoneModules * scale;
  const path = `${modules.flatMap(darkRuns).join('\n')}\nf`;
  const { page } = sheet.document;
  const draw = (): void => {
    page.rectangle(place.x, place.y, place.side, place.side, '#ffffff');
    page.drawing(path, place.x + margin, place.y + margin, scale);
  };
  const box = [place.x, place.y, place.x + place.side, place.y + place.side] as const;
  sheet.element(parent, 'Figure', draw, { alternative, box });
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
