import type { LetterBlock, LetterInstalment } from '#shared/correspondence/letter-model.ts';
import type { Tag } from '../pdf/document.ts';
import { drawCode } from './code.ts';
import { colour, contentWidth, leading, mm, sheet as paper, size } from './geometry.ts';
import type { Sheet } from './sheet.ts';
import { wrapText } from './wrap.ts';

type Instalments = Extract<LetterBlock, { kind: 'instalments' }>;

const perRow = 2;
const gap = 4 * mm;
const cardWidth = (contentWidth - (perRow - 1) * gap) / perRow;
const padding = 2 * mm;
/** A code of version 8 with its quiet zone has modules of half a millimetre: any telephone reads it from paper. */
const codeSide = 30 * mm;
const cardHeight = codeSide + 2 * padding;
const rowGap = 3 * mm;

/** Where to pay, then each instalment on a card with its own code, two beside one another; a card is never split. */
export function drawInstalments(sheet: Sheet, block: Instalments): void {
  drawPayTo(sheet, block);
  const list = sheet.document.tag(sheet.root, 'L');
  for (let first = 0; first < block.rows.length; first += perRow) {
    if (sheet.ensure(cardHeight)) drawContinued(sheet, block.continued);
    const top = sheet.y;
    for (const [place, row] of block.rows.slice(first, first + perRow).entries()) {
      drawCard(sheet, list, row, block, { x: paper.left + place * (cardWidth + gap), y: top });
    }
    sheet.y = top + cardHeight + rowGap;
  }
  sheet.y += 5;
}

/** Account, beneficiary and reference are the same for every instalment: once, above them. */
function drawPayTo(sheet: Sheet, { payTo, continued }: Instalments): void {
  const width = (contentWidth - 2 * padding) / Math.max(payTo.length, 1) - padding;
  const columns = payTo.map(({ label, value }) => ({ label, lines: wrapText(value, width, size.table, 'bold') }));
  const tallest = Math.max(...columns.map(({ lines }) => lines.length), 1);
  const height = 2 * padding + size.small * leading + tallest * size.table * leading;
  sheet.y += 2;
  // The first row of cards comes along.
  if (sheet.ensure(height + rowGap + cardHeight)) drawContinued(sheet, continued);
  const top = sheet.y;
  sheet.frame({ x: paper.left, y: top, width: contentWidth, height }, colour.wash);
  const box = sheet.document.tag(sheet.root, 'Div');
  for (const [place, { label, lines }] of columns.entries()) {
    const x = paper.left + padding + place * (width + padding);
    sheet.element(box, 'P', () => {
      sheet.text(label, x, top + padding, 'regular', size.small, colour.soft);
      sheet.lines(lines, x, top + padding + size.small * leading, size.table);
    });
  }
  sheet.y = top + height + rowGap;
}

function drawContinued(sheet: Sheet, text: string): void {
  sheet.artifact('Pagination', () => {
    sheet.text(text, paper.left, sheet.y, 'bold', size.heading2, colour.accent);
  });
  sheet.y += size.heading2 * leading + 6;
}

type Place = { readonly x: number; readonly y: number };

function drawCard(sheet: Sheet, list: Tag, row: LetterInstalment, block: Instalments, { x, y }: Place): void {
  sheet.frame({ x, y, width: cardWidth, height: cardHeight }, '#ffffff');
  const item = sheet.document.tag(sheet.document.tag(list, 'LI'), 'LBody');
  const textX = x + padding + codeSide + 3 * mm;
  const textWidth = cardWidth - codeSide - 2 * padding - 3 * mm;
  const due = wrapText(row.due, textWidth, size.table);
  const textHeight = (size.small + 14 + due.length * size.table + size.small) * leading + 6;
  let top = y + (cardHeight - textHeight) / 2;
  sheet.element(item, 'P', () => {
    sheet.text(row.title, textX, top, 'bold', size.small, colour.accent);
    top += size.small * leading + 1;
    sheet.text(row.amount, textX, top, 'bold', 14);
    top += 14 * leading + 1;
    top = sheet.lines(due, textX, top, size.table) + 4;
    sheet.text(block.reference, textX, top, 'regular', size.small, colour.soft);
  });
  const place = { x: x + padding, y: y + padding, side: codeSide };
  if (row.qrPayload === null) drawNoCode(sheet, item, block.codeLater, place);
  else drawCode(sheet, item, row.qrPayload, `${block.scan}: ${row.title}, ${row.amount}`, place);
}

/** The place of a code that is not there yet. */
function drawNoCode(sheet: Sheet, parent: Tag, text: string, { x, y, side }: Place & { readonly side: number }): void {
  sheet.artifact('Layout', () => sheet.document.page.rectangle(x, y, side, side, colour.faint));
  const lines = wrapText(text, side - 4 * mm, size.small);
  sheet.element(parent, 'P', () => {
    sheet.lines(lines, x + 2 * mm, y + (side - lines.length * size.small * leading) / 2, size.small, colour.soft);
  });
}
