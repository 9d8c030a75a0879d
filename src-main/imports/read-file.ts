import { Problem } from '#shared/api/problem.ts';
import type { ImportKind, Mapping, ReadFileResult } from '#shared/imports/contract.ts';
import { findHeader } from '#shared/imports/find-header.ts';
import { totalRowKind } from '#shared/imports/find-total.ts';
import { guessKind, looksLikeBankList } from '#shared/imports/guess-kind.ts';
import { mapColumns, type OwnNames } from '#shared/imports/map-columns.ts';
import type { Table, TableRow } from '#shared/imports/table.ts';
import type { Context } from '#main/api/context.ts';
import { listCategories } from '#main/maximum-bill/categories.ts';
import type { Store } from '#main/store/store.ts';
import { type GivenFile, takeFile } from './given-file.ts';
import { findProfile } from './profiles.ts';
import { findEarlierImport, loadBillingGroups } from './queries.ts';
import { readTable, type TableForm } from './read-table.ts';
import { findStagedFile, type StagedFile, stageFile } from './staging.ts';

const byContent: TableForm = { sheet: null, delimiter: null, encoding: null };
const sampleRows = 8;
/** So many rows decide what a column holds when its heading does not. */
const rowsForContent = 50;

/** Reads a file, keeps it aside and proposes how to map it. A file that cannot be used is not kept. */
export async function readFile(context: Context, input: GivenFile): Promise<ReadFileResult> {
  const file = takeFile(context, input);
  const result = await describe(context, file, byContent, null, null);
  stageFile(context, file);
  return result;
}

/** Looks again at a kept file with another sheet, delimiter, encoding, header row or kind. */
export async function rereadFile(
  context: Context,
  input: { readonly fileId: string; readonly kind: ImportKind; readonly mapping: Omit<Mapping, 'columns'> },
): Promise<ReadFileResult> {
  const { headerRow, ...form } = input.mapping;
  return describe(context, findStagedFile(context, input.fileId), form, input.kind, headerRow);
}

async function describe(
  context: Context,
  file: StagedFile,
  wanted: TableForm,
  wantedKind: ImportKind | null,
  wantedHeaderRow: number | null,
): Promise<ReadFileResult> {
  const { format, sheets, form, table } = await readTable(context, file, wanted);
  const header = wantedHeaderRow === null ? headerByContent(table) : headerAt(table, wantedHeaderRow);
  const below = table.rows.filter(({ number, cells }) => number > header.number && cells.length > 0);
  if (below.length === 0) {
    throw new Problem(
      'INVALID',
      `Onder de titelrij (rij ${header.number}) staan geen rijen. Er is niets ingelezen. Exporteer de lijst opnieuw.`,
    );
  }
  const headers = headersOf(header, below);
  if (looksLikeBankList(headers)) {
    throw new Problem(
      'INVALID',
      'Dit is een lijst van bankverrichtingen, geen lijst van leerlingen of facturen. Er is niets ingelezen. Exporteer de openstaande facturen uit het schoolpakket.',
    );
  }
  const known = findProfile(context.store, headers, wantedKind);
  const kind = wantedKind ?? known?.profile.kind ?? guessKind(headers);
  const content = below.slice(0, rowsForContent).map(({ cells }) => cells);
  const columns = known ? [...known.columns] : mapColumns(kind, headers, content, ownNames(context.store));
  return {
    fileId: file.fileId,
    fileName: file.fileName,
    kind,
    format,
    sheets: [...sheets],
    mapping: { ...form, headerRow: header.number, columns },
    headers,
    sample: below.slice(0, sampleRows).map(({ cells }) => headers.map((_, column) => cells[column] ?? '')),
    rowCount: below.filter((row) => totalRowKind(row) === undefined).length,
    profile: known?.profile ?? null,
    importedBefore: findEarlierImport(context.store, file.fileId) ?? null,
  };
}

function ownNames(store: Store): OwnNames {
  const categories = listCategories(store).filter(({ isRemoved }) => !isRemoved);
  return {
    costCategories: categories.map(({ name }) => name),
    billingGroups: loadBillingGroups(store).map(({ name }) => name),
  };
}

function headerByContent(table: Table): TableRow {
  const found = findHeader(table.rows);
  const header = found && table.rows[found.index];
  if (!header) {
    throw new Problem(
      'INVALID',
      'In dit bestand staat geen lijst met kolommen die we herkennen. Er is niets ingelezen. Exporteer de leerlingen of de openstaande facturen als lijst met een titelrij.',
    );
  }
  return header;
}

function headerAt(table: Table, headerRow: number): TableRow {
  const header = table.rows.find(({ number }) => number === headerRow);
  if (!header)
    throw new Problem(
      'INVALID',
      `Rij ${headerRow} is leeg. Kies de rij met de titels van de kolommen.`,
      'mapping.headerRow',
    );
  return header;
}

/** The headings, as many as the widest row; a column without one is named after its letter by the screen. */
export function headersOf(header: TableRow, below: readonly TableRow[]): string[] {
  const width = below.reduce((widest, { cells }) => Math.max(widest, cells.length), header.cells.length);
  return Array.from({ length: width }, (_, column) => header.cells[column] ?? '');
}
