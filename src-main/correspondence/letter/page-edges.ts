import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import { colour, leading, sheet as paper, size } from './geometry.ts';
import type { Sheet } from './sheet.ts';
import { textWidth, wrapText } from './wrap.ts';

/**
 * What stands at the edges of the pages, drawn when their number is known: contact and spread payment below (read once,
 * on the first page), the page number, and on following pages the school and the subject above.
 */
export function drawPageEdges(sheet: Sheet, model: LetterModel): void {
  sheet.onEachPage((page) => {
    const label = model.pageLabel.replace('{page}', String(page)).replace('{pages}', String(sheet.pageCount));
    const labelWidth = textWidth(label, 'regular', size.footer);
    const footerWidth = paper.right - paper.left - labelWidth - 16;
    const drawFooter = (): void => {
      let y = paper.footerTop + 6;
      for (const line of model.footer) {
        y = sheet.lines(wrapText(line, footerWidth, size.footer), paper.left, y, size.footer, colour.soft);
      }
    };
    if (page === 1) sheet.element(sheet.root, 'P', drawFooter);
    else sheet.artifact('Pagination', drawFooter);
    sheet.artifact('Pagination', () => {
      sheet.rule(paper.footerTop, paper.left, paper.right, colour.line, page);
      sheet.text(label, paper.right - labelWidth, paper.footerTop + 6, 'regular', size.footer, colour.soft);
      if (page === 1) return;
      const top = paper.letterhead.top + 4;
      sheet.text(model.sender.name, paper.left, top, 'bold', size.small, colour.accent);
      const dateWidth = textWidth(model.placeAndDate, 'regular', size.small);
      sheet.text(model.placeAndDate, paper.right - dateWidth, top, 'regular', size.small, colour.soft);
      sheet.rule(top + size.small * leading + 4, paper.left, paper.right, colour.line, page);
    });
  });
}
