import { inflateSync } from 'node:zlib';

export type PdfPage = {
  /** Every piece of text in drawing order. */
  readonly texts: readonly string[];
  /** With the place of its base line: points from the left and from the top of the page. */
  readonly placed: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  /** The drawing instructions. */
  readonly content: string;
};

type PdfObject = { readonly dictionary: string; readonly stream: Buffer | null };

/** Reads a PDF as we write it (plain objects, deflated streams): enough to see what a reader would see. */
export function readPdf(bytes: Buffer): { readonly pages: PdfPage[]; readonly source: string } {
  const objects = readObjects(bytes);
  const object = (id: string | undefined): PdfObject => {
    const found = objects.get(Number(id));
    if (!found) throw new Error(`No object ${id}`);
    return found;
  };
  const tree = [...objects.values()].find(({ dictionary }) => /\/Type \/Pages\b/.test(dictionary));
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree?.dictionary ?? '')?.[1] ?? '';
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const { dictionary } = object(id);
    const content = object(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1]).stream?.toString('latin1') ?? '';
    const resources = object(/\/Resources (\d+) 0 R/.exec(dictionary)?.[1]).dictionary;
    const fonts = /\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? '';
    const maps = new Map(
      [...fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', fontId]) => {
        const cmap = object(/\/ToUnicode (\d+) 0 R/.exec(object(fontId).dictionary)?.[1]).stream;
        return [name, readCmap(cmap?.toString('latin1') ?? '')] as const;
      }),
    );
    const placed = readTexts(content, maps);
    return { content, placed, texts: placed.map((one) => one.text) };
  });
  const dictionaries = [...objects.values()].map(({ dictionary }) => dictionary);
  return { pages, source: dictionaries.join('\n') };
}

function readObjects(bytes: Buffer): Map<number, PdfObject> {
  const text = bytes.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endobj', start);
    const body = text.slice(start, end);
    const streamAt = body.indexOf('\nstream\n');
    if (streamAt < 0) {
      objects.set(Number(match[1]), { dictionary: body, stream: null });
      continue;
    }
    const dictionary = body.slice(0, streamAt);
    const from = start + streamAt + '\nstream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const raw = bytes.subarray(from, from + length);
    const deflated = dictionary.includes('/FlateDecode') && !dictionary.includes('/Image');
    objects.set(Number(match[1]), { dictionary, stream: deflated ? inflateSync(raw) : raw });
  }
  return objects;
}

/** Glyph number to the characters it stands for. */
function readCmap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, first = '', values = ''] of cmap.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    [...values.matchAll(/<([^>]*)>/g)].forEach(([, hex = ''], index) => {
      const codes = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      map.set(
        Number.parseInt(first, 16) + index,
        String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16))),
      );
    });
  }
  return map;
}

const pageHeight = 841.89;

function readTexts(content: string, maps: ReadonlyMap<string, ReadonlyMap<number, string>>): PdfPage['placed'] {
  return [...content.matchAll(/BT\n([\s\S]*?)\nET/g)].map(([, block = '']) => {
    const map = maps.get(/\/(F\d+) /.exec(block)?.[1] ?? '');
    const [, x = '', y = ''] = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/.exec(block) ?? [];
    const text = [...block.matchAll(/<([0-9a-f]+)>/g)]
      .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      .map((glyph) => map?.get(Number.parseInt(glyph, 16)) ?? '\ufffd')
      .join('');
    return { text, x: Number(x), y: pageHeight - Number(y) };
  });
}
