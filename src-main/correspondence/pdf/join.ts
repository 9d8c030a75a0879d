import { createHash } from 'node:crypto';
import type { AboutFile } from './about.ts';
import type { Bytes } from './bytes.ts';
import { PdfFile } from './file.ts';
import { listedIn, namedIn, renumbered, WrittenPdf } from './read.ts';

/**
 * Files of ours one after the other in one file: each page and tag as it was, under one list of pages and one `Document`.
 * Fonts and pictures that several have are in it once.
 */
export class JoinedPdf {
  readonly #file = new PdfFile();
  readonly #sections: number[] = [];
  /** By what they say and hold, the objects that pages may share. */
  readonly #shared = new Map<string, number>();

  add(source: Buffer): void {
    const written = new WrittenPdf(source);
    const catalog = written.object(written.root).body;
    const pages = namedIn(catalog, 'Pages');
    const structure = namedIn(catalog, 'StructTreeRoot');
    const document = namedIn(written.object(structure).body, 'K');
    const numbers = new Map([
      [pages, this.#file.pages],
      [structure, this.#file.structure],
      [document, this.#file.document],
    ]);
    const pageNumbers = listedIn(written.object(pages).body, 'Kids');
    // Known before anything is copied: a tag may name a page further on.
    for (const page of pageNumbers) numbers.set(page, this.#file.reserve());
    const copy = (number: number): number => this.#copy(written, number, numbers);
    const tags = tagsOfPages(written.object(structure).body);
    for (const page of pageNumbers) {
      const { body } = written.object(page);
      const resources = namedIn(body, 'Resources');
      numbers.set(resources, this.#share(written, resources));
      const key = this.#file.addPage(copy(page), renumbered(tags.get(numberIn(body, 'StructParents')) ?? '', copy));
      this.#file.write(copy(page), renumbered(body, copy).replace(/\/StructParents \d+/, `/StructParents ${key}`));
    }
    this.#sections.push(...listedIn(written.object(document).body, 'K').map(copy));
  }

  /** The whole file. */
  end(about: AboutFile): Bytes {
    return this.#file.end(about, this.#sections);
  }

  /** The new number of an object; with it comes all that it names. */
  #copy(written: WrittenPdf, number: number, numbers: Map<number, number>): number {
    const known = numbers.get(number);
    if (known !== undefined) return known;
    const copied = this.#file.reserve();
    numbers.set(number, copied);
    const { body, bytes } = written.object(number);
    const own = renumbered(body, (other) => this.#copy(written, other, numbers));
    this.#file.write(copied, own, bytes);
    return copied;
  }

  /** The same for what names no page or tag: it is copied once, from whatever file it comes. */
  #share(written: WrittenPdf, number: number): number {
    const { body, bytes } = written.object(number);
    const own = renumbered(body, (other) => this.#share(written, other));
    const key = bytes === null ? own : `${own} ${createHash('sha256').update(bytes).digest('base64')}`;
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const copied = this.#file.reserve();
    this.#shared.set(key, copied);
    this.#file.write(copied, own, bytes);
    return copied;
  }
}

/** By `StructParents`, the tags of the marked pieces of a page. */
function tagsOfPages(tree: string): Map<number, string> {
  const list = tree.slice(tree.indexOf('/Nums ['));
  return new Map([...list.matchAll(/(\d+) \[([^\]]*)\]/g)].map(([, key, tags = '']) => [Number(key), tags]));
}

function numberIn(body: string, entry: string): number {
  return Number(new RegExp(`/${entry} (\\d+)`).exec(body)?.[1] ?? Number.NaN);
}
