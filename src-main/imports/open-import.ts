import { Problem } from '#shared/api/problem.ts';
import type { ImportKind, Mapping } from '#shared/imports/contract.ts';
import { doubleFields, missingFields } from '#shared/imports/field-labels.ts';
import { totalRowKind } from '#shared/imports/find-total.ts';
import { makeRowReader, type RowReader } from '#shared/imports/row-reader.ts';
import type { TableRow } from '#shared/imports/table.ts';
import type { Context } from '#main/api/context.ts';
import { schoolExists } from '#main/schools/queries.ts';
import { readTable } from './read-table.ts';
import { findStagedFile, type StagedFile } from './staging.ts';

export type ImportRequest = {
  readonly fileId: string;
  readonly kind: ImportKind;
  readonly schoolId: number | null;
  readonly mapping: Mapping;
};

/** A file with its mapping, ready to be decided row by row. */
export type OpenedImport = {
  readonly file: StagedFile;
  readonly request: ImportRequest;
  readonly headers: readonly string[];
  readonly reader: RowReader;
  /** The rows of the list, without totals and what stands below them. */
  readonly rows: readonly TableRow[];
  /** The last row that sums the list. */
  readonly totalRow: TableRow | undefined;
  /** Dutch, about the file itself. */
  readonly remarks: readonly string[];
};

/** Refuses a request that cannot be carried out, before any long work starts. */
export function checkRequest(context: Context, request: ImportRequest): StagedFile {
  const file = findStagedFile(context, request.fileId);
  const missing = missingFields(request.kind, request.mapping.columns);
  if (missing.length > 0) {
    throw new Problem(
      'INVALID',
      `In dit bestand is nog niet aangeduid welke kolom dit is: ${missing.join(', ')}. Er is niets ingelezen. Kies de kolom, of exporteer een lijst waar ze in staat.`,
      'mapping.columns',
    );
  }
  const double = doubleFields(request.mapping.columns);
  if (double.length > 0) {
    throw new Problem(
      'INVALID',
      `Twee kolommen hebben dezelfde betekenis: ${double.join(', ')}. Kies er één.`,
      'mapping.columns',
    );
  }
  if (request.schoolId !== null && !schoolExists(context.store, request.schoolId)) {
    throw new Problem(
      'NOT_FOUND',
      'Deze school bestaat niet. Er is niets ingelezen; kies een andere school.',
      'schoolId',
    );
  }
  return file;
}

/** Reads the rows of the file as the request says. */
export async function openImport(context: Context, request: ImportRequest): Promise<OpenedImport> {
  const file = checkRequest(context, request);
  const { columns, headerRow, ...form } = request.mapping;
  const { table } = await readTable(context, file, form);
  const header = table.rows.find(({ number }) => number === headerRow);
  if (!header)
    throw new Problem(
      'INVALID',
      `Rij ${headerRow} is leeg. Kies de rij met de titels van de kolommen.`,
      'mapping.headerRow',
    );
  const below = table.rows.filter(({ number }) => number > headerRow);
  const totals = below.filter((row) => totalRowKind(row) === 'total');
  const totalRow = totals.at(-1);
  const list = below.filter((row) => totalRowKind(row) === undefined);
  const rows = list.filter((row) => !totalRow || row.number < totalRow.number || isListRow(row, columns));
  const remarks: string[] = [];
  const skipped = list.length - rows.length;
  if (skipped > 0)
    remarks.push(
      `${skipped} ${skipped === 1 ? 'rij' : 'rijen'} onder de totaalrij overgeslagen: geen deel van de lijst.`,
    );
  if (table.formulaCount > 0) {
    remarks.push(
      `In ${table.formulaCount} ${table.formulaCount === 1 ? 'cel' : 'cellen'} staat een formule; het laatst berekende resultaat is gebruikt.`,
    );
  }
  const headers = columns.map((_, column) => header.cells[column] ?? '');
  return { file, request, headers, reader: makeRowReader(columns, rows), rows, totalRow, remarks };
}

/** Below the total, packages print a date or a page number; a row that fills half of the mapped columns is no such line. */
function isListRow(row: TableRow, columns: Mapping['columns']): boolean {
  const mapped = columns.filter((field) => field !== null).length;
  const filled = columns.filter((field, column) => field !== null && (row.cells[column] ?? '') !== '').length;
  return filled * 2 >= mapped;
}
