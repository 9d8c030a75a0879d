import { promisify } from 'node:util';
import { fromBuffer, type Options, type ZipFile } from 'yauzl';
import { fileExtension, safeFileName, withExtension } from '#shared/dossier/file-name.ts';

export type DocumentType = {
  readonly mediaType: string;
  /** As kept: safe, with an extension that tells what is inside. */
  readonly fileName: string;
};

type Kind = { readonly mediaType: string; readonly extensions: readonly [string, ...string[]] };

const kinds = {
  pdf: { mediaType: 'application/pdf', extensions: ['.pdf'] },
  png: { mediaType: 'image/png', extensions: ['.png'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['.jpg', '.jpeg'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['.docx'],
  },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['.xlsx'] },
  eml: { mediaType: 'message/rfc822', extensions: ['.eml'] },
  text: { mediaType: 'text/plain', extensions: ['.txt'] },
} as const satisfies Record<string, Kind>;

/**
 * What a file is by what stands in it; undefined when it is none of the kinds a dossier keeps. A picture or office file
 * with another extension gets the right one; text that calls itself anything but .txt or .eml (a page, a script) is
 * refused, because another program would run it.
 */
export async function documentType(bytes: Buffer, givenName: string): Promise<DocumentType | undefined> {
  const name = safeFileName(givenName);
  const kind = binaryKind(bytes) ?? (await officeKind(bytes)) ?? textKind(bytes, fileExtension(name));
  if (!kind) return undefined;
  const fits = (kind.extensions as readonly string[]).includes(fileExtension(name));
  return { mediaType: kind.mediaType, fileName: fits ? name : withExtension(name, kind.extensions[0]) };
}

function binaryKind(bytes: Buffer): Kind | undefined {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return kinds.pdf;
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return kinds.png;
  if (bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return kinds.jpeg;
  return undefined;
}

const openZip = promisify<Buffer, Options, ZipFile>(fromBuffer);
const mostEntries = 5000;

/** Word and Excel files are ZIP archives; only their table of contents is read, nothing is unpacked. No macros. */
async function officeKind(bytes: Buffer): Promise<Kind | undefined> {
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return undefined;
  let names: ReadonlySet<string>;
  try {
    names = await entryNames(await openZip(bytes, { lazyEntries: true }));
  } catch {
    return undefined;
  }
  if (!names.has('[Content_Types].xml') || [...names].some((name) => /vbaProject\.bin$/i.test(name))) return undefined;
  if (names.has('word/document.xml')) return kinds.docx;
  if (names.has('xl/workbook.xml')) return kinds.xlsx;
  return undefined;
}

function entryNames(zip: ZipFile): Promise<ReadonlySet<string>> {
  return new Promise((resolve, reject) => {
    const names = new Set<string>();
    zip.on('entry', (entry) => {
      names.add(entry.fileName);
      if (names.size > mostEntries) reject(new Error('Too many entries'));
      else zip.readEntry();
    });
    zip.once('end', () => resolve(names));
    zip.once('error', reject);
    zip.readEntry();
  });
}

const headerLine = /^[A-Za-z][A-Za-z0-9-]*:[ \t]?\S/;
const mailHeaders = /^(from|to|date|subject|received|return-path|message-id|mime-version|delivered-to):/im;

function textKind(bytes: Buffer, extension: string): Kind | undefined {
  if (!isText(bytes)) return undefined;
  if (extension === '.eml') {
    const head = bytes.subarray(0, 16_384).toString('latin1');
    return headerLine.test(head) && mailHeaders.test(head) ? kinds.eml : undefined;
  }
  return extension === '.txt' ? kinds.text : undefined;
}

/** No zero bytes or control characters but white space; in whatever encoding. */
function isText(bytes: Buffer): boolean {
  return bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b);
}
