import { unzipSync } from 'fflate';
import { type CellProblem, maxColumns } from '#shared/imports/table.ts';
import { damagedFile } from './guard.ts';

/** What the reader of cell values does not tell about a sheet. */
export type SheetInspection = {
  readonly name: string;
  /** By row number (from 1), then by column index (from 0). */
  readonly problems: ReadonlyMap<number, ReadonlyMap<number, CellProblem>>;
  readonly formulaCount: number;
};

/** SECURITY: a single cell far away would make a reader fill everything before it with empty cells. */
const maxCells = 12_000_000;
const maxSheets = 60;

const tag =
  /<(\/?)(?:[\w.-]{1,20}:)?(row|c|f|v|is)(?=[\s/>])((?:[^<>"']|"[^"<]{0,300}"|'[^'<]{0,300}'){0,300}?)(\/?)>/g;
const rowOrCellAddress = /\sr\s*=\s*["']([A-Z]{1,3})?(\d{1,10})["']/g;
const writtenOtherwise = /<(?:[\w.-]{1,20}:)?(?:row|c)\s[^<>]{0,300}?\br\s*=\s*["'](?![A-Z]{0,3}\d{1,10}["'])/;

/**
 * Looks through the XML of every sheet, before the cells are read, for what must be known about them: formulas that were
 * never calculated and cells that hold an error (both of which read as empty), and how far the sheet reaches. The file
 * has passed the guard: its unpacked size is known to be bearable.
 */
export function inspectSheets(bytes: Uint8Array): SheetInspection[] {
  const files = unzipSync(bytes, {
    filter: ({ name }) => name === 'xl/workbook.xml' || name === 'xl/_rels/workbook.xml.rels' || isSheetPath(name),
  });
  const text = (path: string): string => new TextDecoder().decode(files[path]);
  const targets = new Map<string, string>();
  for (const [, attributes = ''] of text('xl/_rels/workbook.xml.rels').matchAll(
    /<(?:\w+:)?Relationship\s([^>]{0,2000})>/g,
  )) {
    const target = attribute(attributes, 'Target');
    const path = target?.startsWith('/') ? target.slice(1) : `xl/${target ?? ''}`;
    targets.set(attribute(attributes, 'Id') ?? '', path);
  }
  const sheets: SheetInspection[] = [];
  for (const [, attributes = ''] of text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s([^>]{0,2000})>/g)) {
    const path = targets.get(attribute(attributes, '(?:\\w+:)?id') ?? '');
    if (path === undefined || files[path] === undefined) continue;
    sheets.push({ name: attribute(attributes, 'name') ?? '', ...inspectSheet(text(path)) });
    if (sheets.length > maxSheets) throw damagedFile();
  }
  return sheets;
}

function isSheetPath(name: string): boolean {
  return name.startsWith('xl/') && name.endsWith('.xml') && /sheet/i.test(name);
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value
    ?.replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&amp;/g, '&');
}

function inspectSheet(xml: string): Omit<SheetInspection, 'name'> {
  refuseReach(xml);
  const hasFormulas = /<(?:[\w.-]{1,20}:)?f[\s/>]/.test(xml);
  const hasErrors = /\st\s*=\s*["']e["']/.test(xml);
  return hasFormulas || hasErrors ? inspectCells(xml) : { problems: new Map(), formulaCount: 0 };
}

/** SECURITY: rows and columns up to the furthest address are filled by the reader, whether the file holds them or not. */
function refuseReach(xml: string): void {
  let lastRow = 0;
  let lastColumn = 0;
  for (const { index, 1: letters, 2: digits } of xml.matchAll(rowOrCellAddress)) {
    const row = Number(digits);
    if (row > 1_048_576) throw damagedFile();
    if (letters === undefined) continue;
    const column = columnIndex(letters) + 1;
    // An empty cell that only carries a format (`<c … />`) is not filled up to.
    if ((column > maxColumns || row > 100_000) && xml[xml.indexOf('>', index) - 1] === '/') continue;
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
  }
  if (lastRow * lastColumn > maxCells || writtenOtherwise.test(xml)) throw damagedFile();
}

function inspectCells(xml: string): Omit<SheetInspection, 'name'> {
  const problems = new Map<number, Map<number, CellProblem>>();
  let formulaCount = 0;
  let cell: Cell | undefined;
  const closeCell = (): void => {
    if (!cell) return;
    if (cell.formula && cell.value && !cell.isError) formulaCount += 1;
    const problem = cell.isError ? 'errorValue' : cell.formula && !cell.value ? 'formulaWithoutResult' : undefined;
    if (problem) {
      const ofRow = problems.get(cell.row) ?? new Map<number, CellProblem>();
      ofRow.set(cell.column, problem);
      problems.set(cell.row, ofRow);
    }
    cell = undefined;
  };
  for (const [, closing, name, attributes = '', selfClosing] of xml.matchAll(tag)) {
    if (name === 'row') continue;
    if (name === 'c') {
      closeCell();
      const address = closing === '/' ? null : /\sr\s*=\s*["']([A-Z]{1,3})(\d{1,9})["']/.exec(attributes);
      if (!address) continue;
      const isError = /\st\s*=\s*["']e["']/.test(attributes);
      cell = { row: Number(address[2]), column: columnIndex(address[1] ?? ''), isError, formula: false, value: false };
      if (selfClosing === '/') closeCell();
    } else if (cell && closing !== '/') {
      if (name === 'f') cell.formula = true;
      else if (selfClosing !== '/') cell.value = true;
    }
  }
  closeCell();
  return { problems, formulaCount };
}

type Cell = {
  readonly row: number;
  readonly column: number;
  readonly isError: boolean;
  formula: boolean;
  value: boolean;
};

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}
