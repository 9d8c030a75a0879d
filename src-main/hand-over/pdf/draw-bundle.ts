import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { Bundle } from '#shared/hand-over/bundle.ts';
import { sheet as paper } from '#main/correspondence/letter/geometry.ts';
import { Sheet } from '#main/correspondence/letter/sheet.ts';
import { PdfDocument } from '#main/correspondence/pdf/document.ts';
import { drawEdges } from '#main/reports/edges.ts';
import { appendixName, drawReminder } from './appendix.ts';
import { drawBills, drawClause, drawEvents, drawLimitation, drawPostings } from './sections.ts';
import { drawTitlePage } from './title-page.ts';

/** The bundle as one readable document. Its title, which stands in the window of the reader, says only from whom it is. */
export function drawBundle(bundle: Bundle): Buffer {
  const { school, reminders, reference, madeOn } = bundle;
  const day = formatPlainDate(madeOn);
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
  drawEdges(sheet, {
    from: school.name,
    day: reference === '' ? day : `${reference} · ${day}`,
    foot: 'Vertrouwelijk',
  });
  return document.end();
}
