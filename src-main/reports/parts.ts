import { colour, contentWidth, leading, mm, sheet as paper, size } from '#main/correspondence/letter/geometry.ts';
import type { Sheet } from '#main/correspondence/letter/sheet.ts';
import { wrapText } from '#main/correspondence/letter/wrap.ts';

const gap = 6;

/** A heading that stays with what it announces. */
export function heading(sheet: Sheet, text: string, level: 1 | 2 = 2): void {
  const points = level === 1 ? 18 : size.heading2;
  const lines = wrapText(text, contentWidth, points, 'bold');
  const height = lines.length * points * leading;
  sheet.ensure(12 + height + 5 * size.body * leading);
  sheet.y += level === 1 ? 0 : 12;
  sheet.element(sheet.root, level === 1 ? 'H1' : 'H2', () => {
    sheet.y = sheet.lines(lines, paper.left, sheet.y, points, colour.accent);
  });
  sheet.y += 4;
}

/** Plain text, each line of it a line; it may go on on the next page. */
export function paragraph(
  sheet: Sheet,
  text: string,
  style: { readonly soft?: boolean; readonly bold?: boolean } = {},
): void {
  const points = style.soft === true ? size.small : size.body;
  const fill = style.soft === true ? colour.soft : colour.text;
  const lines = text
    .split('\n')
    .flatMap((line) => wrapText(line, contentWidth, points, style.bold ? 'bold' : 'regular'));
  sheet.element(sheet.root, 'P', () => {
    for (const line of lines) {
      sheet.ensure(points * leading);
      sheet.line(line, paper.left, sheet.y, points, fill);
      sheet.y += points * leading;
    }
  });
  sheet.y += gap;
}

const labelWidth = 42 * mm;

/** A name and what it is, line by line; without lines it is left out. */
export function fact(
  sheet: Sheet,
  label: string,
  lines: readonly string[],
  style: { readonly boldFirst?: boolean; readonly small?: boolean } = {},
): void {
  if (lines.length === 0) return;
  const points = style.small === true ? size.small : size.body;
  const width = contentWidth - labelWidth;
  const wrapped = lines.flatMap((line, index) =>
    wrapText(line, width, points, style.boldFirst === true && index === 0 ? 'bold' : 'regular'),
  );
  sheet.ensure(wrapped.length * points * leading + gap);
  sheet.element(sheet.root, 'P', () => {
    sheet.text(label, paper.left, sheet.y + (points - size.small) * 0.8, 'regular', size.small, colour.soft);
    sheet.y = sheet.lines(wrapped, paper.left + labelWidth, sheet.y, points);
  });
  sheet.y += gap;
}
