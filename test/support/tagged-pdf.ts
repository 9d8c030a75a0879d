import { WrittenPdf, listedIn, namedIn } from '#main/correspondence/pdf/read.ts';
import { readPdf } from './pdf.ts';

export type TaggedPage = {
  readonly content: string;
  /** Of each marked piece, the path of tags to it from the outermost. */
  readonly tags: readonly (readonly string[])[];
  /** How many pieces the instructions mark as belonging to a tag. */
  readonly marked: number;
  /** Under which key the page stands in the tree of tags. */
  readonly parents: number;
};

/** What a screen reader finds on each page: every piece is looked up in the tree, and each tag must name its piece back. */
export function taggedPages(bytes: Buffer): TaggedPage[] {
  const pdf = new WrittenPdf(bytes);
  const catalog = pdf.object(pdf.root).body;
  const tree = pdf.object(namedIn(catalog, 'StructTreeRoot')).body;
  const parents = tree.slice(tree.indexOf('/Nums ['));
  const byKey = new Map([...parents.matchAll(/(\d+) \[([^\]]*)\]/g)].map(([, key, list = '']) => [Number(key), list]));
  const contents = readPdf(bytes).pages;
  return listedIn(pdf.object(namedIn(catalog, 'Pages')).body, 'Kids').map((number, index) => {
    const { body } = pdf.object(number);
    const key = Number(/\/StructParents (\d+)/.exec(body)?.[1]);
    const owners = [...(byKey.get(key) ?? '').matchAll(/(\d+) 0 R/g)].map(([, owner]) => Number(owner));
    const content = contents[index]?.content ?? '';
    const tags = owners.map((owner, piece) => {
      if (!names(pdf.object(owner).body, number, piece)) throw new Error(`Tag ${owner} does not name piece ${piece}`);
      return pathTo(pdf, owner);
    });
    return { content, tags, marked: [...content.matchAll(/\/MCID \d+/g)].length, parents: key };
  });
}

/** Whether a tag names a piece of a page: by its number alone when it is on the page of the tag. */
function names(tag: string, page: number, piece: number): boolean {
  const kids = tag.slice(tag.indexOf('/K ['));
  const apart = [...kids.matchAll(/\/Pg (\d+) 0 R\s*\/MCID (\d+)/g)];
  if (apart.some(([, other, mcid]) => Number(other) === page && Number(mcid) === piece)) return true;
  const own = kids.replaceAll(/<<[^>]*>>/g, '').replaceAll(/\d+ 0 R/g, '');
  const isOnPage = new RegExp(`/Pg ${page} 0 R`).test(tag.replaceAll(/<<\s*\/Type \/MCR[^>]*>>/g, ''));
  return isOnPage && (own.match(/\d+/g) ?? []).map(Number).includes(piece);
}

function pathTo(pdf: WrittenPdf, number: number): string[] {
  const { body } = pdf.object(number);
  const type = /\/S \/(\w+)/.exec(body)?.[1];
  if (type === undefined) return [];
  const language = /\/Lang (\(\w+\))/.exec(body)?.[1];
  return [...pathTo(pdf, namedIn(body, 'P')), language === undefined ? type : `${type} ${language}`];
}
