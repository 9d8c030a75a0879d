/** An object of a file: what it says, and the bytes it holds. */
export type PdfObject = { readonly body: string; readonly bytes: Buffer | null };

/**
 * A file as we write it, or wrote it in earlier versions with pdfkit: numbered objects that a table at the end lists,
 * none of them packed inside another. Other files are refused.
 */
export class WrittenPdf {
  readonly #source: Buffer;
  /** In Latin 1: a character is a byte. */
  readonly #text: string;
  /** By number, where an object begins. */
  readonly #offsets: readonly number[];
  /** The number of the catalog. */
  readonly root: number;

  constructor(source: Buffer) {
    this.#source = source;
    this.#text = source.toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(this.#text.slice(-60))?.[1] ?? Number.NaN);
    const rows = /^xref\n0 (\d+)\n/.exec(this.#text.slice(start, start + 30));
    if (!rows) throw new Error('Not a file of ours: no table of objects');
    const first = start + rows[0].length;
    this.#offsets = Array.from({ length: Number(rows[1]) }, (_, number) =>
      Number(this.#text.slice(first + number * 20, first + number * 20 + 10)),
    );
    this.root = namedIn(this.#text.slice(first + this.#offsets.length * 20), 'Root');
  }

  object(number: number): PdfObject {
    const offset = this.#offsets[number];
    const head = `${number} 0 obj\n`;
    if (offset === undefined || !this.#text.startsWith(head, offset))
      throw new Error(`Not a file of ours: object ${number}`);
    const from = offset + head.length;
    const whole = this.#text.slice(from, this.#text.indexOf('\nendobj', from));
    const stream = whole.indexOf('\nstream\n');
    if (stream === -1) return { body: whole, bytes: null };
    const body = whole.slice(0, stream);
    const first = from + stream + '\nstream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(body)?.[1] ?? Number.NaN);
    return { body, bytes: this.#source.subarray(first, first + length) };
  }
}

/** The number that an entry names. */
export function namedIn(body: string, entry: string): number {
  const found = new RegExp(`/${entry} \\[?(\\d+) 0 R`).exec(body)?.[1];
  if (found === undefined) throw new Error(`Not a file of ours: no ${entry}`);
  return Number(found);
}

/** All numbers that an array names. */
export function listedIn(body: string, entry: string): number[] {
  const list = new RegExp(`/${entry} \\[([^\\]]*)\\]`).exec(body)?.[1] ?? '';
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

/** The same with other numbers; words between brackets are left as they are. */
export function renumbered(body: string, numberOf: (number: number) => number): string {
  return body.replaceAll(/\((?:\\[^]|[^\\()])*\)|\b(\d+) 0 R\b/g, (whole, number: string | undefined) =>
    number === undefined ? whole : `${numberOf(Number(number))} 0 R`,
  );
}
