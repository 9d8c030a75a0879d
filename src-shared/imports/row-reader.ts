import { parsePlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { decimalStyle, readAmount, type ReadAmount, type DecimalStyle } from './amount-style.ts';
import { fieldLabel } from './field-labels.ts';
import type { ImportField } from './fields.ts';
import { columnLetters, type TableRow } from './table.ts';

/** Reads the mapped cells of the rows of one file. */
export type RowReader = {
  /** True when a column means this field. */
  readonly has: (field: ImportField) => boolean;
  readonly columnOf: (field: ImportField) => number | undefined;
  /** The cell as text; empty when the field is not mapped or the row is shorter. */
  readonly text: (row: TableRow, field: ImportField) => string;
  /** Null for an empty cell, undefined for a cell that is no date. */
  readonly date: (row: TableRow, field: ImportField) => PlainDate | null | undefined;
  /** Null for an empty cell. */
  readonly amount: (row: TableRow, field: ImportField) => ReadAmount | null;
  readonly amountText: (text: string, field: ImportField) => ReadAmount;
  /** Dutch reason why a mapped cell of this row cannot be trusted, or undefined. */
  readonly cellProblem: (row: TableRow) => string | undefined;
};

const amountFields = ['total', 'paid', 'open'] as const;

/**
 * Makes the reader for a file: decides per amount column how its decimals are written, and remembers dates that it has
 * read before (a file repeats the same few hundred).
 */
export function makeRowReader(columns: readonly (ImportField | null)[], rows: readonly TableRow[]): RowReader {
  const columnOf = new Map<ImportField, number>();
  for (const [index, field] of columns.entries()) {
    if (field !== null && !columnOf.has(field)) columnOf.set(field, index);
  }
  const styles = new Map<ImportField, DecimalStyle>();
  for (const field of amountFields) {
    const column = columnOf.get(field);
    if (column !== undefined) styles.set(field, decimalStyle(rows.map((row) => row.cells[column] ?? '')));
  }
  const dates = new Map<string, PlainDate | undefined>();
  const readDate = (text: string): PlainDate | undefined => {
    if (dates.has(text)) return dates.get(text);
    const date = parsePlainDate(text);
    dates.set(text, date);
    return date;
  };
  const text = (row: TableRow, field: ImportField): string => {
    const column = columnOf.get(field);
    return column === undefined ? '' : (row.cells[column] ?? '');
  };
  const amountText = (cell: string, field: ImportField): ReadAmount => readAmount(cell, styles.get(field) ?? 'comma');
  return {
    has: (field) => columnOf.has(field),
    columnOf: (field) => columnOf.get(field),
    text,
    amountText,
    date: (row, field) => {
      const cell = text(row, field);
      // Smartschool writes an unknown date as 0000-00-00.
      return cell === '' || cell.startsWith('0000-00-00') ? null : readDate(cell);
    },
    amount: (row, field) => {
      const cell = text(row, field);
      return cell === '' ? null : amountText(cell, field);
    },
    cellProblem: (row) => {
      for (const [column, problem] of row.problems ?? []) {
        const field = columns[column];
        if (!field) continue;
        const cell = `cel ${columnLetters(column)}${row.number} (${fieldLabel(field)})`;
        return problem === 'formulaWithoutResult'
          ? `${cell} is een formule zonder berekend resultaat; open het bestand in Excel, bewaar het en lees het opnieuw in`
          : `${cell} bevat een fout uit Excel`;
      }
      return undefined;
    },
  };
}
