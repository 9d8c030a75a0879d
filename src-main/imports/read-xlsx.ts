import type readSheets from 'read-excel-file/universal';
import { Problem } from '#shared/api/problem.ts';
import { cleanCell, maxColumns, type Table, type TableRow } from '#shared/imports/table.ts';
import { damagedFile } from './guard.ts';
import { inspectSheets, type SheetInspection } from './inspect-sheets.ts';

/** One cell as the library hands it over; its own types say `typeof Date` where they mean a date. */
type CellValue = string | number | boolean | Date | null;

export type Sheet = { readonly name: string; readonly table: Table };

/**
 * Reads every sheet of an Excel file that has passed the guard, all cells as text as a Belgian Excel shows them. A
 * formula counts with its last calculated result; a formula without one, and a cell with an error, are marked so that
 * their row is refused when the cell matters. Throws a Problem when the file is damaged.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const { default: readWorkbook } = await import('read-excel-file/universal');
  let inspections: SheetInspection[];
  let sheets: Awaited<ReturnType<typeof readSheets>>;
  try {
    inspections = inspectSheets(bytes);
    sheets = await readWorkbook(new Uint8Array(bytes).buffer);
  } catch (error) {
    // Whatever the library stumbles over, to the user it is one thing: this file cannot be read.
    if (error instanceof Problem) throw error;
    throw damagedFile();
  }
  return sheets.map(({ sheet, data }) => {
    const inspection = inspections.find(({ name }) => name === sheet);
    return { name: sheet, table: toTable(data as readonly (readonly CellValue[])[], inspection) };
  });
}

function toTable(data: readonly (readonly CellValue[])[], inspection: SheetInspection | undefined): Table {
  const rows: TableRow[] = [];
  for (const [index, values] of data.entries()) {
    const number = index + 1;
    const problems = inspection?.problems.get(number);
    const cells = values.map(cellText);
    let end = cells.length;
    while (end > 0 && cells[end - 1] === '') end -= 1;
    if (end > maxColumns) {
      throw new Problem(
        'INVALID',
        `Rij ${number} heeft meer dan ${maxColumns} kolommen. Er is niets ingelezen. Bewaar alleen de nodige kolommen.`,
      );
    }
    if (end === 0 && !problems) continue;
    rows.push(problems ? { number, cells: cells.slice(0, end), problems } : { number, cells: cells.slice(0, end) });
  }
  return { rows, formulaCount: inspection?.formulaCount ?? 0 };
}

function cellText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return cleanCell(value);
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (typeof value === 'number') return numberText(value);
  return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
}

/**
 * A figure as a Belgian Excel shows it: comma for the decimals, and the fifteen digits that Excel itself keeps, so that
 * 0.1 + 0.2 is 0,3.
 */
function numberText(value: number): string {
  return String(Number(value.toPrecision(15))).replace('.', ',');
}
