import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { Bundle } from '#shared/hand-over/bundle.ts';
import { colour, leading, sheet as paper, size } from '#main/correspondence/letter/geometry.ts';
import { Sheet } from '#main/correspondence/letter/sheet.ts';
import { textWidth } from '#main/correspondence/letter/wrap.ts';
import { PdfDocument } from '#main/correspondence/pdf/document.ts';
import { appendixName, drawReminder } from './appendix.ts';
import { drawBills, drawClause, drawEvents, drawLimitation, drawPostings } from './sections.ts';
import { drawTitlePage } from './title-page.ts';

/** The bundle as one readable document. Its title, which stands in the window of the reader, says only from whom it is. */
export function drawBundle(bundle: Bundle): Buffer {
  const { school, reminders } = bundle;
  const document = new PdfDocument({ title: `Dossier van ${school.name}`, author: school.name, language: 'nl' });
  const sheet = new Sheet(document, paper.followingTop);
  drawTitlePage(sheet, bundle);
  sheet.nextPage();
  drawBills(sheet, bundle);
  drawLimitation(sheet, bundle);
  drawPostings(sheet, bundle);
  drawEvents(sheet, bundle);
  drawClause(sheet, bundle);
  for (const [index, reminder] of reminders.entries()) {
    drawReminder(sheet, appendixName(reminders.length, index), reminder);
  }
  drawEdges(sheet, bundle);
  return document.end();
}

/** From whom and of which day on every page, and which page it is. */
function drawEdges(sheet: Sheet, { school, reference, madeOn }: Bundle): void {
  const day = reference === '' ? formatPlainDate(madeOn) : `${reference} · ${formatPlainDate(madeOn)}`;
  const top = paper.letterhead.top + 4;
  const right = (text: string, points: number): number => paper.right - textWidth(text, 'regular', points);
  sheet.onEachPage((page) => {
    const label = `Pagina ${page} van ${sheet.pageCount}`;
    sheet.artifact('Pagination', () => {
      sheet.text(school.name, paper.left, top, 'bold', size.small, colour.accent);
      sheet.text(day, right(day, size.small), top, 'regular', size.small, colour.soft);
      sheet.rule(top + size.small * leading + 4, paper.left, paper.right, colour.line, page);
      sheet.rule(paper.footerTop, paper.left, paper.right, colour.line, page);
      sheet.text('Vertrouwelijk', paper.left, paper.footerTop + 6, 'regular', size.footer, colour.soft);
      sheet.text(label, right(label, size.footer), paper.footerTop + 6, 'regular', size.footer, colour.soft);
    });
  });
}
