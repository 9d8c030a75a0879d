import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { TalkGuide } from '#shared/talks/contract.ts';
import { colour, contentWidth, leading, mm, sheet as paper, size } from '#main/correspondence/letter/geometry.ts';
import { Sheet } from '#main/correspondence/letter/sheet.ts';
import { columns, openTable, rowCells } from '#main/correspondence/letter/table.ts';
import { wrapText } from '#main/correspondence/letter/wrap.ts';
import { PdfDocument } from '#main/correspondence/pdf/document.ts';
import { drawEdges } from '#main/reports/edges.ts';
import { fact, heading, paragraph } from '#main/reports/parts.ts';

/** The facts and the words of a talk on paper, for on the table: what is open, what is known, and room to write. */
export function drawTalkGuide(guide: TalkGuide, today: PlainDate): Buffer {
  const from = schoolNames(guide);
  const document = new PdfDocument({ title: 'Gespreksblad', author: from, language: 'nl' });
  const sheet = new Sheet(document, paper.followingTop);
  heading(sheet, 'Gespreksblad', 1);
  sheet.y += 6;
  fact(sheet, 'Gezin', [guide.householdName], { boldFirst: true });
  fact(sheet, 'Gesprek met', guide.payerName === null ? [] : [guide.payerName], { boldFirst: true });
  fact(sheet, 'Telefoon', guide.phone === null ? [] : [guide.phone]);
  fact(
    sheet,
    'Kinderen',
    guide.pupils.map(({ name, className, schoolName }) =>
      [name, className, schoolName].filter((part) => part !== '').join(' · '),
    ),
  );
  heading(sheet, 'Wat er openstaat');
  drawOpen(sheet, guide);
  heading(sheet, 'Om mee te beginnen');
  bullets(sheet, guide.opening);
  if (guide.facts.length > 0 || guide.signals.length > 0) {
    heading(sheet, 'Wat we weten');
    bullets(sheet, [...guide.facts, ...guide.signals.flatMap(({ facts }) => facts)]);
  }
  heading(sheet, 'Vragen');
  bullets(sheet, guide.questions);
  heading(sheet, 'Wat kan');
  bullets(sheet, [...guide.offers]);
  drawNotes(sheet);
  drawEdges(sheet, { from, day: formatPlainDate(today), foot: 'Vertrouwelijk, enkel voor dit gesprek' });
  return document.end();
}

function schoolNames({ open, pupils }: TalkGuide): string {
  return [...new Set([...open, ...pupils].map(({ schoolName }) => schoolName))].join(', ');
}

function drawOpen(sheet: Sheet, { open, totalCents, creditCents, paidCents, feasibleCents }: TalkGuide): void {
  if (open.length === 0) paragraph(sheet, 'Er staat niets open.');
  else {
    const widths = columns([0.43, 0.19, 0.19, 0.19], [2, 3]);
    const table = openTable(
      sheet,
      rowCells(widths, ['School', 'Oudste vervaldag', 'Vervallen', 'Open'], { size: size.small }),
    );
    for (const { schoolName, oldestDueDate, dueCents, openCents } of open) {
      const day = oldestDueDate === null ? '' : formatPlainDate(oldestDueDate);
      table.row('TD', rowCells(widths, [schoolName, day, formatCents(dueCents), formatCents(openCents)], {}));
    }
    if (open.length > 1) table.row('TD', rowCells(widths, ['Samen', '', '', formatCents(totalCents)], { bold: true }));
    sheet.y += 8;
  }
  fact(sheet, 'Betaald in een jaar', [formatCents(paidCents)]);
  fact(sheet, 'Tegoed', creditCents > 0 ? [formatCents(creditCents)] : []);
  fact(sheet, 'Haalbaar', feasibleCents === null ? [] : [`${formatCents(feasibleCents)} per maand`]);
}

const indent = 5 * mm;

function bullets(sheet: Sheet, items: readonly string[]): void {
  const list = sheet.document.tag(sheet.root, 'L');
  for (const item of items) {
    const lines = wrapText(item, contentWidth - indent, size.body);
    sheet.ensure(lines.length * size.body * leading);
    const listItem = sheet.document.tag(list, 'LI');
    sheet.element(listItem, 'Lbl', () => sheet.text('•', paper.left, sheet.y, 'regular', size.body, colour.accent));
    sheet.element(listItem, 'LBody', () => {
      sheet.y = sheet.lines(lines, paper.left + indent, sheet.y, size.body);
    });
    sheet.y += 2;
  }
  sheet.y += 2;
}

const notesHeight = 46 * mm;

/** Empty lines, as many as still fit: what is said is written down in the dossier afterwards. */
function drawNotes(sheet: Sheet): void {
  heading(sheet, 'Afgesproken');
  sheet.artifact('Layout', () => {
    const until = Math.min(paper.bottom, sheet.y + notesHeight);
    for (let y = sheet.y + 8 * mm; y <= until; y += 8 * mm) {
      sheet.rule(y, paper.left, paper.right, colour.line, sheet.pageCount);
    }
    sheet.y = until;
  });
}
