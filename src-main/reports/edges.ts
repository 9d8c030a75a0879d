import type { Language } from '#shared/api/schemas.ts';
import { colour, leading, sheet as paper, size } from '#main/correspondence/letter/geometry.ts';
import type { Sheet } from '#main/correspondence/letter/sheet.ts';
import { textWidth } from '#main/correspondence/letter/wrap.ts';

type Edges = {
  readonly from: string;
  /** A day, with what else tells this copy from another. */
  readonly day: string;
  /** At the foot of every page, beside its number. */
  readonly foot?: string;
  readonly language?: Language;
};

const pageWords = { nl: 'Pagina', fr: 'Page', en: 'Page' } as const;
const ofWords = { nl: 'van', fr: 'sur', en: 'of' } as const;

/** From whom and of which day on every page, and which page it is; drawn last, when the pages are counted. */
export function drawEdges(sheet: Sheet, { from, day, foot, language = 'nl' }: Edges): void {
  const top = paper.letterhead.top + 4;
  const bottom = paper.footerTop + 6;
  const right = (text: string, points: number): number => paper.right - textWidth(text, 'regular', points);
  sheet.onEachPage((page) => {
    const label = `${pageWords[language]} ${page} ${ofWords[language]} ${sheet.pageCount}`;
    sheet.artifact('Pagination', () => {
      sheet.text(from, paper.left, top, 'bold', size.small, colour.accent);
      sheet.text(day, right(day, size.small), top, 'regular', size.small, colour.soft);
      sheet.rule(top + size.small * leading + 4, paper.left, paper.right, colour.line, page);
      sheet.rule(paper.footerTop, paper.left, paper.right, colour.line, page);
      if (foot !== undefined) sheet.text(foot, paper.left, bottom, 'regular', size.footer, colour.soft);
      sheet.text(label, right(label, size.footer), bottom, 'regular', size.footer, colour.soft);
    });
  });
}
