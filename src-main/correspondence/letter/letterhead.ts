import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import { colour, contentWidth, leading, sheet as paper, size } from './geometry.ts';
import type { Picture } from '../pdf/picture.ts';
import { logoSize } from './logo.ts';
import type { Sheet } from './sheet.ts';
import { textWidth, wrapText } from './wrap.ts';

/** Sender, window, place and date, subject: everything above the first paragraph. Leaves the sheet at the body. */
export function drawLetterhead(sheet: Sheet, model: LetterModel, logo: Picture | null): void {
  drawSender(sheet, model, logo);
  drawWindow(sheet, model);
  sheet.rule(paper.foldMark, 4, 14, colour.line);
  sheet.y = paper.bodyTop;
  const dateWidth = textWidth(model.placeAndDate, 'regular', size.small);
  const subject = wrapText(model.subject, contentWidth - dateWidth - 16, size.subject, 'bold');
  const subjectTop = sheet.y;
  sheet.element(sheet.root, 'P', () => {
    const y = subjectTop + (size.subject - size.small) * 1.1;
    sheet.text(model.placeAndDate, paper.right - dateWidth, y, 'regular', size.small, colour.soft);
  });
  sheet.element(sheet.root, 'H1', () => {
    sheet.y = sheet.lines(subject, paper.left, subjectTop, size.subject, colour.accent);
  });
  sheet.y += 8;
}

function drawSender(sheet: Sheet, model: LetterModel, logo: Picture | null): void {
  const { letterhead } = paper;
  const { sender } = model;
  let left: number = paper.left;
  if (logo) {
    left += drawLogo(sheet, logo, sender.name) + 12;
  }
  const linesWidth = Math.max(...sender.lines.map((line) => textWidth(line, 'regular', size.footer)), 0);
  const nameWidth = paper.right - linesWidth - 18 - left;
  const name = wrapText(sender.name, Math.max(nameWidth, 120), 14, 'bold');
  sheet.element(sheet.root, 'P', () => {
    let y = sheet.lines(name, left, letterhead.top, 14, colour.accent);
    if (sender.boardName !== '' && sender.boardName !== sender.name) {
      const board = wrapText(sender.boardName, Math.max(nameWidth, 120), size.small);
      y = sheet.lines(board, left, y, size.small, colour.soft);
    }
  });
  sheet.element(sheet.root, 'P', () => {
    let y = letterhead.top + 2;
    for (const line of sender.lines) {
      const width = textWidth(line, 'regular', size.footer);
      sheet.text(line, paper.right - width, y, 'regular', size.footer, colour.soft);
      y += size.footer * leading;
    }
  });
  sheet.rule(letterhead.bottom, paper.left, paper.right, colour.accent);
}

/** Width taken. */
function drawLogo(sheet: Sheet, logo: Picture, alternative: string): number {
  const { width, height } = logoSize(logo);
  const box = { x: paper.left, y: paper.letterhead.top, width, height };
  sheet.element(sheet.root, 'Figure', () => sheet.document.picture(logo, box), { alternative });
  return width;
}

/** Name and address, shrunk rather than cut when they would leave the window. */
function drawWindow(sheet: Sheet, model: LetterModel): void {
  const { window } = paper;
  const x = window.x[model.sender.addressWindow] + window.inset;
  const width = window.width - 2 * window.inset;
  const height = window.height - 2 * window.inset;
  let points: number = 11;
  const wrapAll = () => [
    ...wrapText(model.recipient.name, width, points, 'bold'),
    ...model.recipient.addressLines.flatMap((line) => wrapText(line, width, points)),
  ];
  let lines = wrapAll();
  while (lines.length * points * leading > height && points > 6) {
    points -= 0.5;
    lines = wrapAll();
  }
  sheet.element(sheet.root, 'P', () => {
    sheet.lines(lines, x, window.top + window.inset, points);
  });
}
