import Papa from 'papaparse';
import { Problem } from '#shared/api/problem.ts';
import type { Mapping } from '#shared/imports/contract.ts';
import { findHeader } from '#shared/imports/find-header.ts';
import { cleanCell, maxColumns, type Table, type TableRow } from '#shared/imports/table.ts';

export type Encoding = NonNullable<Mapping['encoding']>;
export type Delimiter = NonNullable<Mapping['delimiter']>;
export type CsvForm = { readonly encoding: Encoding; readonly delimiter: Delimiter };

const delimiters: readonly Delimiter[] = [';', ',', '\t', '|'];

/** Reads a CSV file, with the given encoding and delimiter or with those that its content shows. */
export function readCsv(
  bytes: Uint8Array,
  wanted: Partial<CsvForm> = {},
): { readonly form: CsvForm; readonly table: Table } {
  const encoding = wanted.encoding ?? detectEncoding(bytes);
  const text = decode(bytes, encoding);
  const delimiter = wanted.delimiter ?? detectDelimiter(text);
  return { form: { encoding, delimiter }, table: { rows: parse(text, delimiter), formulaCount: 0 } };
}

/** By byte-order mark; else UTF-16 when every other byte is zero; else UTF-8 when it is valid; else Windows-1252. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'utf-16le';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const start = bytes.subarray(0, 4096);
  let zeros = 0;
  for (const byte of start) if (byte === 0) zeros += 1;
  if (zeros * 4 > start.length) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Text in that encoding, without byte-order mark; bytes that do not fit become the replacement sign. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  // The other byte order is rare; the same name covers both on screen.
  const swapped = encoding === 'utf-16le' && isBigEndian(bytes);
  return new TextDecoder(swapped ? 'utf-16be' : encoding).decode(bytes);
}

function isBigEndian(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return true;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return false;
  return bytes[0] === 0 && bytes[1] !== 0;
}

/** The delimiter with which the headings are recognised best, or else the one that gives the most even columns. */
function detectDelimiter(text: string): Delimiter {
  const hint = /^sep=(.)\r?\n/i.exec(text)?.[1];
  const hinted = delimiters.find((delimiter) => delimiter === hint);
  if (hinted) return hinted;
  const start = text.slice(0, 200_000);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ';', score: 0 };
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(start, { delimiter, preview: 80, skipEmptyLines: true });
    const rows = data.map((cells, index): TableRow => ({ number: index + 1, cells: cells.map(cleanCell) }));
    const recognised = findHeader(rows)?.recognised ?? 0;
    const score = recognised * 1000 + evenness(data);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** How many rows have as many cells as most rows, when that is more than one. */
function evenness(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function parse(text: string, delimiter: Delimiter): TableRow[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) {
    const row = (broken.row ?? 0) + 1;
    throw new Problem(
      'INVALID',
      `Op rij ${row} staat een aanhalingsteken (") dat niet gesloten wordt, waardoor de rest van het bestand niet te lezen is. Er is niets ingelezen. Exporteer opnieuw, of bewaar de lijst als .xlsx.`,
    );
  }
  const rows: TableRow[] = [];
  for (const [index, record] of data.entries()) {
    const cells = record.map(cleanCell);
    let end = cells.length;
    while (end > 0 && cells[end - 1] === '') end -= 1;
    if (end === 0) continue;
    if (end > maxColumns) {
      throw new Problem(
        'INVALID',
        `Rij ${index + 1} heeft meer dan ${maxColumns} kolommen. Er is niets ingelezen. Controleer het scheidingsteken.`,
      );
    }
    rows.push({ number: index + 1, cells: cells.slice(0, end) });
  }
  return rows;
}
