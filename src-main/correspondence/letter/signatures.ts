import type { LetterBlock } from '#shared/correspondence/letter-model.ts';
import { colour, contentWidth, leading, mm, sheet as paper, size } from './geometry.ts';
import type { Sheet } from './sheet.ts';
import { wrapText } from './wrap.ts';

type Signatures = Extract<LetterBlock, { kind: 'signatures' }>;

const gap = 4 * mm;
const padding = 3 * mm;
/** Room for a signature as people write it. */
const signatureHeight = 20 * mm;
const dateHeight = 9 * mm;

/** How much room it takes on one page, in points. */
export function signaturesHeight(block: Signatures): number {
  const { statementLines, height } = measured(block);
  return statementLines.length * size.body * leading + 8 + height;
}

function measured({ statement, parties }: Signatures) {
  const statementLines = wrapText(statement, contentWidth, size.body);
  const width = (contentWidth - (parties.length - 1) * gap) / parties.length;
  const boxes = parties.map(({ role, name }) => ({
    role,
    name: wrapText(name, width - 2 * padding, size.body, 'bold'),
  }));
  const nameHeight = Math.max(...boxes.map(({ name }) => name.length)) * size.body * leading;
  const height = 2 * padding + size.small * leading + nameHeight + dateHeight + signatureHeight;
  return { statementLines, width, boxes, nameHeight, height };
}

/** What is signed for and a box for each party; never split over two pages. */
export function drawSignatures(sheet: Sheet, block: Signatures): void {
  const { labels } = block;
  const { statementLines, width, boxes, nameHeight, height } = measured(block);
  sheet.ensure(signaturesHeight(block));
  sheet.element(sheet.root, 'P', () => {
    sheet.y = sheet.lines(statementLines, paper.left, sheet.y, size.body) + 8;
  });
  const top = sheet.y;
  for (const [place, { role, name }] of boxes.entries()) {
    const x = paper.left + place * (width + gap);
    sheet.frame({ x, y: top, width, height }, '#ffffff');
    const box = sheet.document.tag(sheet.root, 'Div');
    const inside = x + padding;
    let y = top + padding;
    sheet.element(box, 'P', () => {
      sheet.text(role, inside, y, 'regular', size.small, colour.soft);
      sheet.lines(name, inside, y + size.small * leading, size.body);
    });
    y += size.small * leading + nameHeight + dateHeight;
    sheet.element(box, 'P', () => {
      sheet.text(labels.date, inside, y - size.small * leading, 'regular', size.small, colour.soft);
    });
    sheet.rule(y, inside + 22 * mm, x + width - padding, colour.line);
    y += signatureHeight;
    sheet.element(box, 'P', () => {
      sheet.text(labels.signature, inside, y - size.small * leading, 'regular', size.small, colour.soft);
    });
    sheet.rule(y, inside + 22 * mm, x + width - padding, colour.line);
  }
  sheet.y = top + height + 9;
}
