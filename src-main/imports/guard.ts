import { type Entry, fromBufferPromise } from 'yauzl';
import { Problem } from '#shared/api/problem.ts';

export type FileFormat = 'xlsx' | 'csv';

/** SECURITY: the limits that keep a file from filling the memory of this computer. */
export const maxFileBytes = 50 * 1024 * 1024;
const maxUnpackedBytes = 256 * 1024 * 1024;
const maxEntries = 2_000;

const asCsvOrXlsx = 'Bewaar de lijst als Excel-bestand (.xlsx) of als CSV en probeer opnieuw.';
const nothingKept = 'Er is niets ingelezen.';

/** Refuses a file that is empty or too large, before a byte of it is read. */
export function refuseSize(byteCount: number): void {
  if (byteCount === 0) throw new Problem('INVALID', `Dit bestand is leeg. ${nothingKept} Exporteer de lijst opnieuw.`);
  if (byteCount <= maxFileBytes) return;
  const megabytes = Math.ceil(byteCount / 1024 / 1024);
  throw new Problem(
    'INVALID',
    `Dit bestand is ${megabytes} MB groot; meer dan 50 MB lezen we niet. ${nothingKept} Exporteer een kortere periode of één school.`,
  );
}

/**
 * Tells from the bytes what a file is, whatever its name says. Throws a Problem for everything that is not a spreadsheet
 * or CSV, for a password, an old .xls and a zip that would unpack to far more than it seems.
 */
export async function recogniseFormat(bytes: Uint8Array): Promise<FileFormat> {
  refuseSize(bytes.length);
  const starts = (...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw oleProblem(bytes);
  if (starts(0x50, 0x4b)) {
    await inspectZip(bytes);
    return 'xlsx';
  }
  refuseOtherFormats(bytes, starts);
  return 'csv';
}

/** Old Office container: an .xlsx with a password, an old .xls, or something else of Office. */
function oleProblem(bytes: Uint8Array): Problem {
  const directory = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = (name: string): boolean => directory.includes(Buffer.from(name, 'utf16le'));
  if (names('EncryptedPackage')) {
    return new Problem(
      'INVALID',
      `Dit bestand is beveiligd met een wachtwoord. ${nothingKept} Open het in Excel, neem het wachtwoord weg en bewaar het opnieuw.`,
    );
  }
  if (names('Workbook') || names('Book')) {
    return new Problem(
      'INVALID',
      `Dit is een Excel-bestand van vóór 2007 (.xls). ${nothingKept} Open het in Excel, bewaar het als .xlsx en probeer opnieuw.`,
    );
  }
  return notASpreadsheet();
}

function notASpreadsheet(): Problem {
  return new Problem('INVALID', `Dit is geen rekenblad. ${nothingKept} ${asCsvOrXlsx}`);
}

function refuseOtherFormats(bytes: Uint8Array, starts: (...signature: number[]) => boolean): void {
  const isImage = starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38);
  const isPacked = starts(0x1f, 0x8b) || starts(0x37, 0x7a, 0xbc, 0xaf) || starts(0x52, 0x61, 0x72, 0x21);
  const isText = starts(0x25, 0x50, 0x44, 0x46) || starts(0x7b, 0x5c, 0x72, 0x74, 0x66);
  if (isImage || isPacked || isText) throw notASpreadsheet();
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').trimStart();
  if (/^(?:ï»¿)?\s*<(?:!doctype|html|table|head|body|meta|\?xml|workbook)/i.test(start)) {
    throw new Problem(
      'INVALID',
      `Dit is een webpagina of XML die op een rekenblad lijkt. ${nothingKept} Open het bestand in Excel, bewaar het als .xlsx en probeer opnieuw.`,
    );
  }
  if (/^(?:ï»¿)?\s*[[{]\s*["[{]/.test(start)) throw notASpreadsheet();
  if (isBinary(bytes)) throw notASpreadsheet();
}

/** Control characters that no text has; UTF-16 has every other byte zero and is text. */
function isBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 64 * 1024);
  let control = 0;
  const zeros = [0, 0];
  for (let index = 0; index < end; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26) control += 1;
  }
  if (control * 50 > end) return true;
  const [even = 0, odd = 0] = zeros;
  const looksLikeUtf16 = Math.max(even, odd) * 4 > end && Math.min(even, odd) * 20 < end;
  return even + odd > 0 && !looksLikeUtf16;
}

/** SECURITY: reads only the directory of the zip; nothing is unpacked before its sizes are known. */
async function inspectZip(bytes: Uint8Array): Promise<void> {
  refuseZip64(bytes);
  const entries = await listEntries(bytes);
  const names = new Set(entries.map(({ fileName }) => fileName));
  if (entries.some((entry) => entry.isEncrypted())) {
    throw new Problem(
      'INVALID',
      `Dit bestand is beveiligd met een wachtwoord. ${nothingKept} Neem het wachtwoord weg en probeer opnieuw.`,
    );
  }
  if (!names.has('xl/workbook.xml')) {
    if (names.has('xl/workbook.bin')) {
      throw new Problem(
        'INVALID',
        `Dit is een binair Excel-bestand (.xlsb). ${nothingKept} Bewaar het in Excel als .xlsx en probeer opnieuw.`,
      );
    }
    if (names.has('content.xml') && names.has('mimetype')) {
      throw new Problem(
        'INVALID',
        `Dit is een bestand van LibreOffice (.ods). ${nothingKept} Bewaar het als .xlsx of CSV en probeer opnieuw.`,
      );
    }
    throw new Problem(
      'INVALID',
      `Dit is een zip-bestand zonder rekenblad. ${nothingKept} Pak het eerst uit, of bewaar de lijst als .xlsx of CSV.`,
    );
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (unpacked > maxUnpackedBytes) {
    throw new Problem(
      'INVALID',
      `Dit bestand pakt uit tot ${Math.round(unpacked / 1024 / 1024)} MB en wordt uit voorzorg niet geopend. ${nothingKept} Exporteer een kortere periode, of bewaar alleen dit blad in een nieuw bestand.`,
    );
  }
}

export function damagedFile(): Problem {
  return new Problem(
    'INVALID',
    `Dit Excel-bestand is beschadigd of onvolledig. ${nothingKept} Exporteer of download het opnieuw.`,
  );
}

/** SECURITY: no file under 50 MB needs the large-zip directory, and readers disagree about which of the two counts. */
function refuseZip64(bytes: Uint8Array): void {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-70_000);
  if (tail.includes(Buffer.from([0x50, 0x4b, 0x06, 0x07]))) throw damagedFile();
}

async function listEntries(bytes: Uint8Array): Promise<Entry[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
    if (zip.entryCount > maxEntries) throw damagedFile();
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return entries;
  } catch {
    throw damagedFile();
  }
}
