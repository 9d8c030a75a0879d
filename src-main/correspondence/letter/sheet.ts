import type { PdfDocument, Tag, TagOptions } from '../pdf/document.ts';
import { type FontStyle, letterFont } from '../pdf/fonts.ts';
import { colour, leading, sheet } from './geometry.ts';
import type { Stretch, WrappedLine } from './wrap.ts';

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Rule = { readonly from: number; readonly to: number; readonly y: number };

/**
 * Where a letter is being drawn: the document, how far down the page we are, and the tags that a screen reader follows.
 * One per document.
 */
export class Sheet {
  readonly document: PdfDocument;
  readonly root: Tag;
  /** Top of what comes next, in points from the top of the page. */
  y: number;
  pageCount = 1;
  /** Lines of each page, by colour: drawn together, as one thing that is skipped. */
  readonly #rules: Map<string, Rule[]>[] = [];

  constructor(document: PdfDocument, top: number) {
    this.document = document;
    this.root = document.section();
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
    this.document.nextPage();
    this.pageCount += 1;
    this.y = sheet.followingTop;
  }

  /** Draws something that has a place in the reading order. */
  element(parent: Tag, type: string, draw: () => void, options?: TagOptions): void {
    this.document.marked(this.document.tag(parent, type, options), draw);
  }

  /** Draws something a screen reader skips: lines, repeated headings, page numbers. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.document.artifact(type, draw);
  }

  /** Draws on every page, once they are all there; then the lines that were ruled on it. */
  onEachPage(draw: (page: number) => void): void {
    for (let page = 1; page <= this.pageCount; page += 1) {
      this.document.switchTo(page - 1);
      draw(page);
      this.#drawRules(page);
    }
  }

  /** One line of one style, by its top left corner. */
  text(text: string, x: number, y: number, style: FontStyle, size: number, fill: string = colour.text): void {
    if (text === '') return;
    this.document.text(text, x, y + letterFont(style).ascent * size, style, size, fill);
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
      if (stretch.underline) this.#underline(stretch, x + stretch.x, y, size, fill);
      this.text(stretch.text, x + stretch.x, y, stretch.style, size, fill);
    }
  }

  /** A horizontal line on a page (this one, unless told otherwise); a screen reader skips it. */
  rule(y: number, from: number, to: number, stroke: string, page = this.pageCount): void {
    const rules = (this.#rules[page] ??= new Map<string, Rule[]>());
    const lines = rules.get(stroke) ?? [];
    lines.push({ from, to, y });
    rules.set(stroke, lines);
  }

  /** A frame with round corners, behind what comes; a screen reader skips it. */
  frame(place: Rectangle, fill: string): void {
    this.artifact('Layout', () => {
      this.document.page.roundedRectangle({ ...place, radius: 5 }, { fill, stroke: colour.line, lineWidth: 0.8 });
    });
  }

  #drawRules(page: number): void {
    const rules = this.#rules[page];
    if (!rules) return;
    this.artifact('Layout', () => {
      for (const [stroke, lines] of rules) this.document.page.lines(lines, stroke, 0.7);
    });
  }

  #underline({ text, style }: Stretch, x: number, y: number, size: number, fill: string): void {
    const { lineHeight, width } = letterFont(style);
    const thick = size < 10 ? 0.5 : Math.floor(size / 10);
    const line = { from: x, to: x + width(text) * size, y: y + lineHeight * size - thick };
    this.document.page.lines([line], fill, thick);
  }
}
