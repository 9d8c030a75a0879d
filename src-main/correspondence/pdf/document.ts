import { type FontStyle, letterFont } from './fonts.ts';
import type { AboutFile } from './about.ts';
import { EmbeddedFont } from './embedded-font.ts';
import { PdfFile } from './file.ts';
import { Page, pageHeight } from './page.ts';
import type { Picture } from './picture.ts';
import { decimal, reference, textString } from './values.ts';

/** An element of the structure that a screen reader follows. */
export type Tag = {
  readonly number: number;
  readonly type: string;
  readonly parent: number;
  /** What its object says besides. */
  readonly entries: string;
  /** Tags and marked pieces in it, in reading order. */
  readonly kids: string[];
  /** Where its own pieces stand; one on another page names that page itself. */
  page: number | null;
};

export type TagOptions = {
  /** Read instead of what is drawn. */
  readonly alternative?: string;
  /** What it takes of the page: left, top, right, bottom. */
  readonly box?: readonly [number, number, number, number];
  readonly scope?: 'Column';
  readonly language?: string;
};

/** An A4 document with its tags, fonts and pictures: all that our letters and files are made with. */
export class PdfDocument {
  readonly #file = new PdfFile();
  readonly #about: AboutFile;
  readonly #tags: Tag[] = [];
  readonly #sections: number[] = [];
  readonly #pages: Page[] = [];
  readonly #fonts = new Map<
    FontStyle,
    { readonly name: string; readonly number: number; readonly font: EmbeddedFont }
  >();
  readonly #pictures = new Map<Picture, number>();
  /** What is being marked: a tag, or a kind of artifact. */
  #open: Tag | string | null = null;
  #page: Page;

  constructor(about: AboutFile) {
    this.#about = about;
    this.#page = this.#addPage();
  }

  /** Where is drawn. */
  get page(): Page {
    return this.#page;
  }

  /** A part of the document; what is tagged stands in one. */
  section(): Tag {
    const section = this.#tag(this.#file.document, 'Sect', { language: this.#about.language });
    this.#sections.push(section.number);
    return section;
  }

  /** A tag in another, after what is in there. */
  tag(parent: Tag, type: string, options: TagOptions = {}): Tag {
    const tag = this.#tag(parent.number, type, options);
    parent.kids.push(reference(tag.number));
    return tag;
  }

  /** Draws what belongs to a tag. */
  marked(tag: Tag, draw: () => void): void {
    this.#mark(tag, draw);
  }

  /** Draws what a screen reader skips. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.#mark(type, draw);
  }

  /** Goes on on a new page; what is being marked goes on there. */
  nextPage(): void {
    if (this.#open !== null) this.#page.endMark();
    this.#page = this.#addPage();
    this.#beginMark();
  }

  /** Back to a page, counted from 0. */
  switchTo(index: number): void {
    const page = this.#pages[index];
    if (!page || this.#open !== null) throw new RangeError(`No way to page ${index} from here`);
    this.#page = page;
  }

  /** One line of text in one style; `baseline` is its distance from the top of the page. */
  text(text: string, x: number, baseline: number, style: FontStyle, size: number, fill: string): void {
    let known = this.#fonts.get(style);
    if (!known) {
      const font = new EmbeddedFont(letterFont(style));
      known = { name: `F${this.#fonts.size + 1}`, number: this.#file.reserve(), font };
      this.#fonts.set(style, known);
    }
    this.#page.fonts.set(known.name, known.number);
    this.#page.text(known.name, size, fill, known.font.show(text, x, baseline, size));
  }

  /** A picture in a box; it is in the file once, however often it is drawn. */
  picture(
    picture: Picture,
    box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  ): void {
    let number = this.#pictures.get(picture);
    if (number === undefined) {
      number = this.#file.addStream(picture.entries, picture.bytes);
      this.#pictures.set(picture, number);
    }
    const name = `I${number}`;
    this.#page.pictures.set(name, number);
    this.#page.picture(name, picture.turn, box);
  }

  /** The whole file. */
  end(): Buffer {
    for (const page of this.#pages) this.#writePage(page);
    for (const { number, font } of this.#fonts.values()) font.write(this.#file, number);
    for (const tag of this.#tags) this.#file.write(tag.number, bodyOf(tag));
    return this.#file.end(this.#about, this.#sections).toBuffer();
  }

  #addPage(): Page {
    const page = new Page(this.#file.reserve());
    this.#pages.push(page);
    return page;
  }

  #writePage(page: Page): void {
    const parents = this.#file.addPage(page.number, page.tags.map(reference).join(' '));
    const resources = this.#file.add(
      `<<\n/Font <<\n${named(page.fonts)}>>\n/XObject <<\n${named(page.pictures)}>>\n>>`,
    );
    const content = this.#file.addStream('/Filter /FlateDecode', page.packed());
    this.#file.write(
      page.number,
      `<<\n${page.entries(resources, content)}\n/Parent ${reference(this.#file.pages)}\n/StructParents ${parents}\n>>`,
    );
  }

  #tag(parent: number, type: string, options: TagOptions): Tag {
    const number = this.#file.reserve();
    const tag: Tag = { number, type, parent, entries: entriesOf(options), kids: [], page: null };
    this.#tags.push(tag);
    return tag;
  }

  #mark(what: Tag | string, draw: () => void): void {
    if (this.#open !== null) throw new Error('What is marked already is marked again');
    this.#open = what;
    this.#beginMark();
    draw();
    this.#page.endMark();
    this.#open = null;
  }

  #beginMark(): void {
    const open = this.#open;
    if (open === null) return;
    if (typeof open === 'string') {
      this.#page.markArtifact(open);
      return;
    }
    const page = this.#page.number;
    const piece = this.#page.markTag(open.type, open.number);
    open.page ??= page;
    open.kids.push(open.page === page ? `${piece}` : `<</Type /MCR /Pg ${reference(page)} /MCID ${piece}>>`);
  }
}

function named(resources: ReadonlyMap<string, number>): string {
  return [...resources].map(([name, number]) => `/${name} ${reference(number)}\n`).join('');
}

function bodyOf({ type, parent, entries, kids, page }: Tag): string {
  const where = page === null ? '' : `/Pg ${reference(page)}\n`;
  return `<<\n/S /${type}\n${entries}/P ${reference(parent)}\n${where}/K [${kids.join(' ')}]\n>>`;
}

function entriesOf({ alternative, box, scope, language }: TagOptions): string {
  let entries = '';
  if (language !== undefined) entries += `/Lang ${textString(language)}\n`;
  if (alternative !== undefined) entries += `/Alt ${textString(alternative)}\n`;
  if (scope !== undefined) entries += `/A <</O /Table /Scope /${scope}>>\n`;
  if (box !== undefined) {
    const [left, top, right, bottom] = box;
    const corners = [left, pageHeight - bottom, right, pageHeight - top].map(decimal).join(' ');
    entries += `/A <</O /Layout /Placement /Block /BBox [${corners}]>>\n`;
  }
  return entries;
}
