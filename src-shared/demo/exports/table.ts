import type { PlainDate } from '../../calendar/plain-date.ts';

/** A cell of an export, before it becomes a spreadsheet cell or text: '' is empty. */
export type ExportCell = string | { readonly date: PlainDate } | { readonly cents: number };

export type ExportTable = {
  /** Name of the sheet. */
  readonly title: string;
  /** Lines above the header row. */
  readonly preamble: readonly (readonly string[])[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
  /** The file's own total row, when the package writes one. */
  readonly totals: readonly ExportCell[] | null;
};

/** A column: its heading, and what it shows of a row. */
export type ExportColumn<Row> = readonly [heading: string, cell: (row: Row) => ExportCell];

/** Lays the rows out in the columns; `totals` and `preamble` are added by the exports that have them. */
export function makeTable<Row>(
  title: string,
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): ExportTable {
  return {
    title,
    preamble: [],
    header: columns.map(([heading]) => heading),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
    totals: null,
  };
}
