import { Problem } from '#shared/api/problem.ts';
import type { Mapping } from '#shared/imports/contract.ts';
import { findHeader } from '#shared/imports/find-header.ts';
import type { Table } from '#shared/imports/table.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { type FileFormat, recogniseFormat } from './guard.ts';
import { type CsvForm, readCsv } from './read-csv.ts';
import { readXlsx, type Sheet } from './read-xlsx.ts';
import type { StagedFile } from './staging.ts';

/** How the table is to be looked for; null: by content. */
export type TableForm = Pick<Mapping, 'sheet' | 'delimiter' | 'encoding'>;

export type ReadTable = {
  readonly format: FileFormat;
  readonly sheets: readonly string[];
  readonly form: TableForm;
  readonly table: Table;
};

type Parsed =
  | { readonly format: 'xlsx'; readonly sheets: readonly Sheet[] }
  | { readonly format: 'csv'; readonly form: CsvForm; readonly table: Table };

/** The last file that was parsed: dropping, looking again, preview and import mostly follow each other. */
const lastParsed = new WeakMap<Store, { readonly key: string; readonly parsed: Parsed }>();

/** More rows than this are no list of one school year. */
const maxRows = 300_000;

/** Reads the rows of a staged file. Throws a Problem with a Dutch sentence for every file that is not a usable table. */
export async function readTable(context: Context, file: StagedFile, wanted: TableForm): Promise<ReadTable> {
  const parsed = await parse(context, file, wanted);
  const read = parsed.format === 'csv' ? asRead(parsed) : chooseSheet(parsed.sheets, wanted.sheet);
  if (read.table.rows.length === 0) {
    throw new Problem('INVALID', 'Er staat niets in dit bestand. Er is niets ingelezen. Exporteer de lijst opnieuw.');
  }
  if (read.table.rows.length > maxRows) {
    throw new Problem(
      'INVALID',
      `Dit bestand heeft meer dan ${maxRows} rijen. Er is niets ingelezen. Exporteer een kortere periode of één school.`,
    );
  }
  return read;
}

/** Forgets the parsed rows once they are imported: they hold names and addresses. */
export function forgetTable(context: Context): void {
  lastParsed.delete(context.store);
}

async function parse(context: Context, file: StagedFile, wanted: TableForm): Promise<Parsed> {
  const key = `${file.fileId}|${wanted.delimiter ?? ''}|${wanted.encoding ?? ''}`;
  const last = lastParsed.get(context.store);
  if (last?.key === key) return last.parsed;
  const format = await recogniseFormat(file.bytes);
  let parsed: Parsed;
  if (format === 'xlsx') parsed = { format, sheets: await readXlsx(file.bytes) };
  else {
    const csv = readCsv(file.bytes, {
      ...(wanted.delimiter === null ? {} : { delimiter: wanted.delimiter }),
      ...(wanted.encoding === null ? {} : { encoding: wanted.encoding }),
    });
    parsed = { format, ...csv };
  }
  lastParsed.set(context.store, { key, parsed });
  if (parsed.format === 'csv') {
    // The same reading, asked for by what was found.
    lastParsed.set(context.store, { key: `${file.fileId}|${parsed.form.delimiter}|${parsed.form.encoding}`, parsed });
  }
  return parsed;
}

function asRead({ form, table }: Extract<Parsed, { format: 'csv' }>): ReadTable {
  return { format: 'csv', sheets: [], form: { sheet: null, ...form }, table };
}

/** The sheet that was asked for, or the one whose headings are recognised best. */
function chooseSheet(sheets: readonly Sheet[], wanted: string | null): ReadTable {
  const names = sheets.map(({ name }) => name);
  let chosen = wanted === null ? undefined : sheets.find(({ name }) => name === wanted);
  if (wanted !== null && !chosen) {
    throw new Problem(
      'INVALID',
      `Het blad “${wanted}” staat niet in dit bestand. Kies een ander blad.`,
      'mapping.sheet',
    );
  }
  let best = -1;
  for (const sheet of chosen ? [] : sheets) {
    const score = findHeader(sheet.table.rows)?.recognised ?? (sheet.table.rows.length > 0 ? 0 : -1);
    if (score > best) [chosen, best] = [sheet, score];
  }
  if (!chosen) {
    throw new Problem('INVALID', 'Er staat niets in dit bestand. Er is niets ingelezen. Exporteer de lijst opnieuw.');
  }
  return {
    format: 'xlsx',
    sheets: names,
    form: { sheet: chosen.name, delimiter: null, encoding: null },
    table: chosen.table,
  };
}
