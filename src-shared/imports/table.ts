/** Why a cell of a spreadsheet has no value that can be trusted. */
export type CellProblem = 'formulaWithoutResult' | 'errorValue';

/** One row of a file: its number in the file (from 1) and its cells as trimmed text. */
export type TableRow = {
  readonly number: number;
  readonly cells: readonly string[];
  /** Only of spreadsheets: cells that hold an error or a formula that was never calculated, by column index. */
  readonly problems?: ReadonlyMap<number, CellProblem>;
};

/** The rows of one sheet or CSV file, in order; rows without any text are left out. */
export type Table = {
  readonly rows: readonly TableRow[];
  /** Cells that were calculated by a formula and whose last result is used. */
  readonly formulaCount: number;
};

/** The most columns that a file may have; the contract of a mapping says the same. */
export const maxColumns = 300;

/** `A` for 0, `Z` for 25, `AA` for 26: how a spreadsheet names a column. Throws on a negative or fractional index. */
export function columnLetters(index: number): string {
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`Not a column index: ${index}`);
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** A cell as text: no control characters, no surrounding spaces, and Excel's `="0123"` for a text unwrapped. */
export function cleanCell(text: string): string {
  if (text === '') return text;
  // oxlint-disable-next-line no-control-regex
  const clean = text.replace(/[\u0000-\u001f\u007f\u00a0\u202f\ufeff]+/g, ' ').trim();
  const quoted = /^="(.*)"$/.exec(clean);
  return quoted?.[1] === undefined ? clean : quoted[1].trim();
}
