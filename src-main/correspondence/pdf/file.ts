import { aboutXml, type AboutFile } from './about.ts';
import { Bytes } from './bytes.ts';
import { reference, textString } from './values.ts';

/** Text that is waiting is written out at this many bytes, so that a thick file does not stay in memory as text. */
const waitingBytes = 256 * 1024;

/**
 * A tagged PDF as it is written: numbered objects one after the other, at the end a table of where each stands. Every page
 * and every tag hangs under one list of pages and one `Document`.
 */
export class PdfFile {
  readonly #written = new Bytes();
  /** In Latin 1: a character is a byte. */
  #waiting = '%PDF-1.7\n%\xff\xff\xff\xff\n';
  readonly #offsets: number[] = [];
  readonly #pageNumbers: number[] = [];
  readonly #parents: string[] = [];
  /** The list of all pages, which each page names. */
  readonly pages = this.reserve();
  /** Where the tags begin. */
  readonly structure = this.reserve();
  /** The outermost tag. */
  readonly document = this.reserve();

  /** The number of an object that is written later. */
  reserve(): number {
    return this.#offsets.push(0);
  }

  /** Writes an object under a number that was reserved; with bytes, `body` must say how many. */
  write(number: number, body: string, bytes: Buffer | null = null): void {
    this.#offsets[number - 1] = this.#written.length + this.#waiting.length;
    this.#waiting += `${number} 0 obj\n${body}\n`;
    if (bytes !== null) {
      this.#waiting += 'stream\n';
      this.#writeOut();
      this.#written.write(bytes);
      this.#waiting = '\nendstream\n';
    }
    this.#waiting += 'endobj\n';
    if (this.#waiting.length > waitingBytes) this.#writeOut();
  }

  add(body: string): number {
    const number = this.reserve();
    this.write(number, body);
    return number;
  }

  /** Writes bytes with the entries that say what they are. */
  addStream(entries: string, bytes: Buffer): number {
    const number = this.reserve();
    this.write(number, `<<\n${entries}\n/Length ${bytes.length}\n>>`, bytes);
    return number;
  }

  /** The next page. `parents` names the tag of each marked piece on it, in their order; answers what the page has as `StructParents`. */
  addPage(number: number, parents: string): number {
    this.#pageNumbers.push(number);
    return this.#parents.push(parents) - 1;
  }

  /** Writes what holds it together; answers the whole file. `sections` are the tags in the `Document`, in reading order. */
  end(about: AboutFile, sections: readonly number[]): Bytes {
    this.write(this.document, `<<\n/S /Document\n/P ${reference(this.structure)}\n/K [${list(sections)}]\n>>`);
    const parents = this.#parents.map((tags, key) => `${key} [${tags}]`).join('\n');
    this.write(
      this.structure,
      `<<\n/Type /StructTreeRoot\n/K [${reference(this.document)}]\n/ParentTreeNextKey ${this.#parents.length}\n/ParentTree <<\n/Nums [\n${parents}\n]\n>>\n>>`,
    );
    const pages = this.#pageNumbers;
    this.write(this.pages, `<<\n/Type /Pages\n/Count ${pages.length}\n/Kids [${list(pages)}]\n>>`);
    const metadata = this.addStream('/Type /Metadata\n/Subtype /XML', Buffer.from(aboutXml(about)));
    const catalog = this.add(
      `<<\n/Type /Catalog\n/Pages ${reference(this.pages)}\n/Lang ${textString(about.language)}\n/MarkInfo <<\n/Marked true\n>>\n/StructTreeRoot ${reference(this.structure)}\n/ViewerPreferences <<\n/DisplayDocTitle true\n>>\n/Metadata ${reference(metadata)}\n>>`,
    );
    const author = textString(about.author);
    const info = this.add(`<<\n/Title ${textString(about.title)}\n/Author ${author}\n/Creator ${author}\n>>`);
    this.#writeTrailer(catalog, info);
    return this.#written;
  }

  #writeTrailer(catalog: number, info: number): void {
    const start = this.#written.length + this.#waiting.length;
    const size = this.#offsets.length + 1;
    const rows = this.#offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    this.#waiting += `xref\n0 ${size}\n0000000000 65535 f \n${rows}`;
    this.#writeOut();
    const id = `<${this.#written.sha256().slice(0, 32)}>`;
    this.#waiting = `trailer\n<<\n/Size ${size}\n/Root ${reference(catalog)}\n/Info ${reference(info)}\n/ID [${id} ${id}]\n>>\nstartxref\n${start}\n%%EOF\n`;
    this.#writeOut();
  }

  #writeOut(): void {
    this.#written.write(Buffer.from(this.#waiting, 'latin1'));
    this.#waiting = '';
  }
}

function list(numbers: readonly number[]): string {
  return numbers.map(reference).join(' ');
}
