import { commonCharacters, type FontStyle, letterFont } from './fonts.ts';
import { colour, leading, sheet } from './geometry.ts';
import type { WrappedLine } from './wrap.ts';

export type Structure = PDFKit.PDFStructureElement;
type Document = PDFKit.PDFDocument;

/**
 * Where a letter is being drawn: the document, how far down the page we are, and the tagged structure that a screen
 * reader follows. One per letter.
 */
export class Sheet {
  readonly document: Document;
  readonly root: Structure;
  /** Top of what comes next, in points from the top of the page. */
  y: number;
  pageCount = 1;
  readonly #firstPage: number;
  /** Lines of each page, by colour and width: drawn together, because drawing each alone costs more than the text. */
  readonly #rules: Map<string, string[]>[] = [];
  /** The colour that stands on this page, when we know it. */
  #fill = '';

  constructor(document: Document, top: number) {
    this.document = document;
    document.addPage();
    this.#firstPage = document.bufferedPageRange().start;
    this.root = document.struct('Sect');
    this.y = top;
  }

  /** Goes on on a new page when `height` does not fit on this one; true when it did. */
  ensure(height: number): boolean {
    if (this.y + height <= sheet.bottom) return false;
    this.nextPage();
    return true;
  }

  /** A new page; open structure goes on there. */
  nextPage(): void {
    this.document.continueOnNewPage();
    this.pageCount += 1;
    this.#fill = '';
    this.y = sheet.followingTop;
  }

  /** Draws something that has a place in the reading order. */
  element(parent: Structure, type: string, draw: () => void): void {
    const element = this.document.struct(type, {}, draw);
    parent.add(element);
    element.end();
  }

  /** Draws something a screen reader skips: lines, repeated headings, page numbers. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
    this.#fill = '';
  }

  /** Draws on every page of this letter, once they are all there; then the lines that were ruled on it. */
  onEachPage(draw: (page: number) => void): void {
    for (let page = 1; page <= this.pageCount; page += 1) {
      this.document.switchToPage(this.#firstPage + page - 1);
      this.#fill = '';
      draw(page);
      this.#drawRules(page);
    }
  }

  /** One line of one style, by its top left corner. */
  text(text: string, x: number, y: number, style: FontStyle, size: number, fill: string = colour.text): void {
    if (text === '') return;
    this.#use(style, size, fill);
    this.document.text(text, x, y, { lineBreak: false });
  }

  /** Wrapped lines from `y` down; returns the y under them. Does not look at the end of the page. */
  lines(lines: readonly WrappedLine[], x: number, y: number, size: number, fill: string = colour.text): number {
    let top = y;
    for (const line of lines) {
      this.line(line, x, top, size, fill);
      top += size * leading;
    }
    return top;
  }

  line(line: WrappedLine, x: number, y: number, size: number, fill: string = colour.text): void {
    for (const stretch of line) {
      if (stretch.text === '') continue;
      this.#use(stretch.style, size, fill);
      this.document.text(stretch.text, x + stretch.x, y, {
        lineBreak: false,
        ...(stretch.underline ? { underline: true } : {}),
      });
    }
  }

  /** A horizontal line on a page (this one, unless told otherwise); a screen reader skips it. */
  rule(y: number, from: number, to: number, stroke: string, page = this.pageCount): void {
    const rules = (this.#rules[page] ??= new Map<string, string[]>());
    const paths = rules.get(stroke) ?? [];
    paths.push(`${from.toFixed(2)} ${y.toFixed(2)} m ${to.toFixed(2)} ${y.toFixed(2)} l`);
    rules.set(stroke, paths);
  }

  #drawRules(page: number): void {
    const rules = this.#rules[page];
    if (!rules) return;
    this.artifact('Layout', () => {
      this.document.lineWidth(0.7);
      for (const [stroke, paths] of rules) this.document.strokeColor(stroke).addContent(`${paths.join('\n')}\nS`);
    });
  }

  #use(style: FontStyle, size: number, fill: string): void {
    this.document.font(style, size);
    shareGlyphs(this.document);
    if (fill === this.#fill) return;
    this.document.fillColor(fill);
    this.#fill = fill;
  }
}

/** Makes the four styles known to a document by name; embedded only when used. */
export function registerFonts(document: Document): void {
  for (const style of ['regular', 'bold', 'italic', 'boldItalic'] as const) {
    // pdfkit takes a parsed font too; its types do not say so.
    document.registerFont(style, letterFont(style).source as unknown as PDFKit.Mixins.PDFFontSource);
  }
}

const sharing = new WeakSet<object>();

/** Gives the font that a document uses now the common glyphs first, so that all letters embed the same part of it. */
function shareGlyphs(document: Document): void {
  // pdfkit's own; its types do not tell of it.
  const { _font: font } = document as unknown as { readonly _font: { readonly encode: (text: string) => unknown } };
  if (sharing.has(font)) return;
  sharing.add(font);
  font.encode(commonCharacters);
}
