import type { PaymentBox } from '#shared/correspondence/letter-model.ts';
import { drawCode } from './code.ts';
import { codeSide, colour, contentWidth, leading, mm, sheet as paper, size } from './geometry.ts';
import type { Sheet } from './sheet.ts';
import { wrapText } from './wrap.ts';

const padding = 3 * mm;

/** The payment box; never split over two pages. */
export function drawPayment(sheet: Sheet, payment: PaymentBox): void {
  const hasCode = payment.qrPayload !== null;
  const textWidth = contentWidth - 2 * padding - (hasCode ? codeSide + padding : 0);
  const labelWidth = 40 * mm;
  const rows = [
    { label: payment.labels.amount, value: payment.amount, bold: true },
    { label: payment.labels.beneficiary, value: payment.beneficiary, bold: false },
    { label: payment.labels.iban, value: payment.iban, bold: true },
    { label: payment.labels.reference, value: payment.reference, bold: true },
  ]
    .filter((row) => row.value !== '')
    .map((row) => ({
      label: row.label,
      lines: wrapText(row.value, textWidth - labelWidth, size.body, row.bold ? 'bold' : 'regular'),
    }));
  const rowGap = 3.5;
  const rowsHeight = rows.reduce((sum, row) => sum + row.lines.length * size.body * leading + rowGap, 0);
  const caption = hasCode ? wrapText(payment.labels.scan, textWidth, size.small) : [];
  const textHeight = size.heading3 * leading + 5 + rowsHeight + caption.length * size.small * leading;
  const height = Math.max(textHeight, hasCode ? codeSide : 0) + 2 * padding;
  sheet.y += 3;
  sheet.ensure(height);
  const top = sheet.y;
  sheet.frame({ x: paper.left, y: top, width: contentWidth, height }, colour.wash);
  const box = sheet.document.tag(sheet.root, 'Div');
  const x = paper.left + padding;
  let y = top + padding;
  sheet.element(box, 'P', () => {
    sheet.text(payment.labels.title, x, y, 'bold', size.heading3, colour.accent);
  });
  y += size.heading3 * leading + 5;
  for (const row of rows) {
    sheet.element(box, 'P', () => {
      sheet.text(row.label, x, y + 1.2, 'regular', size.small, colour.soft);
      y = sheet.lines(row.lines, x + labelWidth, y, size.body);
    });
    y += rowGap;
  }
  if (payment.qrPayload !== null) {
    const codeX = paper.right - padding - codeSide;
    const alternative = `${payment.labels.scan}: ${payment.amount}`;
    drawCode(sheet, box, payment.qrPayload, alternative, { x: codeX, y: top + padding, side: codeSide });
    sheet.element(box, 'P', () => {
      const captionTop = top + height - padding - caption.length * size.small * leading;
      sheet.lines(caption, x, captionTop, size.small, colour.soft);
    });
  }
  sheet.y = top + height + 9;
}
