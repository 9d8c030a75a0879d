import type { LetterBlock, LetterLine } from '#shared/correspondence/letter-model.ts';
import { codeSide, colour, contentWidth, leading, mm, sheet as paper, size } from './geometry.ts';
import { drawInstalments } from './instalments.ts';
import { drawInvoices } from './invoice-table.ts';
import { drawPayment } from './payment.ts';
import { drawCode } from './code.ts';
import { drawSignatures, signaturesHeight } from './signatures.ts';
import type { Tag } from '../pdf/document.ts';
import type { Sheet } from './sheet.ts';
import { wrap, type WrappedLine, wrapText } from './wrap.ts';

/** Draws the body, block by block. */
export function drawBlocks(sheet: Sheet, blocks: readonly LetterBlock[]): void {
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    if (next && index === blocks.length - 2) keepClosingTogether(sheet, block, next);
    drawBlock(sheet, block, next);
  });
}

const paragraphGap = 6;

/** A signature does not go to the next page alone: the paragraph before it comes along. */
function keepClosingTogether(sheet: Sheet, block: LetterBlock, last: LetterBlock): void {
  if (block.kind !== 'paragraph' || last.kind !== 'paragraph') return;
  const lines = [block, last].map((one) => wrap(one.lines, contentWidth, size.body).length);
  const [before = 0, closing = 0] = lines;
  if (before <= 8 && closing <= 6) sheet.ensure((before + closing) * size.body * leading + paragraphGap);
}

function drawBlock(sheet: Sheet, block: LetterBlock, next: LetterBlock | undefined): void {
  switch (block.kind) {
    case 'paragraph':
      drawFlowing(sheet, sheet.root, 'P', wrap(block.lines, contentWidth, size.body), paper.left);
      sheet.y += paragraphGap;
      return;
    case 'heading':
      drawHeading(sheet, block.level, block.line, next);
      return;
    case 'list':
      drawList(sheet, block);
      return;
    case 'openInvoices':
      drawInvoices(sheet, block);
      return;
    case 'payment':
      drawPayment(sheet, block.payment);
      return;
    case 'qr':
      drawQr(sheet, block);
      return;
    case 'instalments':
      drawInstalments(sheet, block);
      return;
    case 'signatures':
      drawSignatures(sheet, block);
      return;
    default:
      block satisfies never;
  }
}

/** Lines that may go on on the next page; never one line alone at the bottom of several. */
function drawFlowing(sheet: Sheet, parent: Tag, type: string, lines: readonly WrappedLine[], x: number): void {
  const height = size.body * leading;
  sheet.ensure(Math.min(lines.length, 2) * height);
  sheet.element(parent, type, () => {
    lines.forEach((line, index) => {
      const lastTwo = index === lines.length - 2 && lines.length > 2;
      sheet.ensure(lastTwo ? 2 * height : height);
      sheet.line(line, x, sheet.y, size.body);
      sheet.y += height;
    });
  });
}

function drawHeading(sheet: Sheet, level: 2 | 3, line: LetterLine, next: LetterBlock | undefined): void {
  const points = level === 2 ? size.heading2 : size.heading3;
  const lines = wrap([line], contentWidth, points, true);
  const height = lines.length * points * leading;
  // A heading stays with what it announces.
  const following = next?.kind === 'signatures' ? signaturesHeight(next) : next ? 4 * size.body * leading : 0;
  sheet.ensure(7 + height + following);
  sheet.y += 4;
  sheet.element(sheet.root, `H${level}`, () => {
    sheet.y = sheet.lines(lines, paper.left, sheet.y, points, colour.accent);
  });
  sheet.y += 3;
}

function drawList(sheet: Sheet, block: Extract<LetterBlock, { kind: 'list' }>): void {
  const indent = 6 * mm;
  const list = sheet.document.tag(sheet.root, 'L');
  block.items.forEach((item, index) => {
    const label = block.ordered ? `${index + 1}.` : '•';
    const lines = wrap(item, contentWidth - indent, size.body);
    sheet.ensure(Math.min(lines.length, 2) * size.body * leading);
    const listItem = sheet.document.tag(list, 'LI');
    sheet.element(listItem, 'Lbl', () => {
      sheet.text(label, paper.left + 2 * mm, sheet.y, 'regular', size.body, colour.accent);
    });
    drawFlowing(sheet, listItem, 'LBody', lines, paper.left + indent);
    sheet.y += 2;
  });
  sheet.y += paragraphGap - 2;
}

function drawQr(sheet: Sheet, block: Extract<LetterBlock, { kind: 'qr' }>): void {
  const caption = wrapText(block.caption, contentWidth, size.footer);
  sheet.ensure(codeSide + caption.length * size.footer * leading + 6);
  drawCode(sheet, sheet.root, block.payload, block.caption, { x: paper.left, y: sheet.y, side: codeSide });
  sheet.y += codeSide;
  sheet.element(sheet.root, 'Caption', () => {
    sheet.y = sheet.lines(caption, paper.left, sheet.y, size.footer, colour.soft);
  });
  sheet.y += paragraphGap;
}
