import Papa from 'papaparse';
import { type CsvRow, findCsvHeader } from '#shared/bank/csv/find-csv-header.ts';
import { readBankRows } from '#shared/bank/csv/read-bank-rows.ts';
import type { BankFileContent } from '#shared/bank/statement.ts';
import { cleanCell } from '#shared/imports/table.ts';
import { decode, detectEncoding } from '#main/imports/read-csv.ts';

const delimiters = [';', ',', '\t', '|'] as const;

/** Reads the bytes of a bank's CSV, in whatever encoding and with whatever line ends. Never throws. */
export function readBankCsv(bytes: Uint8Array): BankFileContent {
  const text = decode(bytes, detectEncoding(bytes)).replace(/\r\n?/g, '\n');
  const delimiter = detectDelimiter(text);
  const quoted = parseQuoted(text, delimiter);
  const rows = quoted && !quoted.some(isSuspect) ? quoted : preferred(quoted, parsePlain(text, delimiter));
  if (rows) return readBankRows(rows.map(onOneLine));
  const sentence =
    'In dit bestand staat een aanhalingsteken (") dat niet gesloten wordt, waardoor de rest niet te lezen is. Er is niets ingelezen. Download het opnieuw, liefst als CODA.';
  return { format: 'csv', statements: [], findings: [{ level: 'error', rule: 'csv.quotes', line: null, sentence }] };
}

/** The one with which the headings of a bank are recognised best. */
function detectDelimiter(text: string): string {
  const start = text.slice(0, 20_000);
  const scored = delimiters.map((delimiter) => {
    return { delimiter, recognised: findCsvHeader(parsePlain(start, delimiter))?.recognised ?? 0 };
  });
  return scored.reduce((best, one) => (one.recognised > best.recognised ? one : best)).delimiter;
}

/** A cell over several lines: how the file means it, or a quote of a communication that swallowed the rows below it. */
function isSuspect({ cells }: CsvRow): boolean {
  return cells.some((cell) => cell.includes('\n'));
}

/** A cell over several lines reads as one text. */
function onOneLine(row: CsvRow): CsvRow {
  return isSuspect(row) ? { ...row, cells: row.cells.map(cleanCell) } : row;
}

/**
 * Most banks do not quote at all, so a quote belongs to the text. Without quotes is right when every row then has as many
 * cells as the headings; else the quotes are meant, if they fit. Undefined when neither reads.
 */
function preferred(quoted: readonly CsvRow[] | undefined, plain: readonly CsvRow[]): readonly CsvRow[] | undefined {
  const header = findCsvHeader(plain);
  const width = header ? (plain[header.index]?.cells.length ?? 0) : 0;
  const isEven = header && plain.slice(header.index + 1).every(({ cells }) => cells.length === width || isBlank(cells));
  return isEven ? plain : quoted;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function parseQuoted(text: string, delimiter: string): CsvRow[] | undefined {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  if (errors.some(({ type }) => type === 'Quotes')) return undefined;
  return numbered(data);
}

function parsePlain(text: string, delimiter: string): CsvRow[] {
  return numbered(text.split('\n').map((line) => line.split(delimiter)));
}

/** With the line on which each row starts; what is in a cell over several lines stays recognisable until it is cleaned. */
function numbered(records: readonly (readonly string[])[]): CsvRow[] {
  let line = 1;
  return records.map((cells) => {
    const row = { line, cells: cells.map(keepLineEnds) };
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return row;
  });
}

function keepLineEnds(cell: string): string {
  return cell.split('\n').map(cleanCell).join('\n');
}
