import type { ImportKind } from './contract.ts';
import { mapColumns } from './map-columns.ts';
import type { TableRow } from './table.ts';

/** How far below the top a heading row is looked for: bank and school packages write up to some dozen lines first. */
const rowsToLookAt = 60;

export type FoundHeader = {
  /** Index in the given rows. */
  readonly index: number;
  /** How many different fields its cells name; 0 when it was only chosen by its shape. */
  readonly recognised: number;
};

/**
 * Finds the heading row by its content: the row in which most cells name a field that we know (at least two), the first
 * one when several are equal. When no cell is known, the first row that is as wide as the table below it and holds no
 * figures, so that the columns can still be named by hand. Undefined when there is no table at all.
 */
export function findHeader(rows: readonly TableRow[]): FoundHeader | undefined {
  let best: FoundHeader | undefined;
  const candidates = rows.slice(0, rowsToLookAt);
  for (const [index, row] of candidates.entries()) {
    const recognised = Math.max(recognisedFields('invoices', row.cells), recognisedFields('pupils', row.cells));
    if (recognised >= 2 && recognised > (best?.recognised ?? 0)) best = { index, recognised };
  }
  return best ?? headerByShape(candidates);
}

/** How many different fields a row of headings names for one kind of file. */
export function recognisedFields(kind: ImportKind, headers: readonly string[]): number {
  return mapColumns(kind, headers).filter((field) => field !== null).length;
}

function headerByShape(rows: readonly TableRow[]): FoundHeader | undefined {
  const filled = (row: TableRow): number => row.cells.filter((cell) => cell !== '').length;
  const widest = Math.max(0, ...rows.map(filled));
  if (widest < 2) return undefined;
  const index = rows.findIndex(
    (row, position) =>
      position < rows.length - 1 && filled(row) * 2 > widest && row.cells.every((cell) => !/^[\d.,/ €-]+$/.test(cell)),
  );
  return index < 0 ? undefined : { index, recognised: 0 };
}
