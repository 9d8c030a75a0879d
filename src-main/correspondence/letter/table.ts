import { colour, contentWidth, leading, sheet as paper, size } from './geometry.ts';
import type { Tag } from '../pdf/document.ts';
import type { Sheet } from './sheet.ts';
import { textWidth, type WrappedLine, wrapText } from './wrap.ts';

export type Column = { readonly x: number; readonly width: number; readonly right: boolean };
export type Cell = { readonly column: Column; readonly lines: readonly WrappedLine[] };
type Fill = { readonly fill?: string; readonly size?: number; readonly bold?: boolean };

const cellGap = 8;
const rowPadding = 2.5;

/** Columns that divide the width of the text; the last one, or those that are named, are for amounts. */
export function columns(shares: readonly number[], amounts: readonly number[] = [shares.length - 1]): Column[] {
  let x: number = paper.left;
  return shares.map((share, index) => {
    const width = share * contentWidth;
    const column = {
      x,
      width: width - (index === shares.length - 1 ? 0 : cellGap),
      right: amounts.includes(index),
    };
    x += width;
    return column;
  });
}

/** One text per column, wrapped. */
export function rowCells(widths: readonly Column[], texts: readonly string[], style: Fill): Cell[] {
  return widths.map((column, index) => ({
    column,
    lines: wrapText(texts[index] ?? '', column.width, style.size ?? size.table, style.bold ? 'bold' : 'regular'),
  }));
}

type RowOptions = {
  readonly size?: number;
  readonly text?: string;
  readonly fill?: string;
  readonly rule?: string;
  /** Rows that must fit on the same page after this one. */
  readonly keepWith?: number;
};
export type Table = {
  readonly row: (type: 'TD' | 'TH', cells: readonly Cell[], options?: RowOptions) => void;
};

function rowHeight(cells: readonly Cell[], points: number): number {
  return Math.max(...cells.map((cell) => cell.lines.length), 1) * points * leading + 2 * rowPadding;
}

/** Starts a table; rows stay whole, and where it goes on on the next page its heading is repeated. */
export function openTable(sheet: Sheet, heading: readonly Cell[]): Table {
  const table = sheet.document.tag(sheet.root, 'Table');
  const headingHeight = rowHeight(heading, size.small);
  const single = size.table * leading + 2 * rowPadding;
  sheet.ensure(headingHeight + single);
  const head = sheet.document.tag(table, 'THead');
  drawRow(sheet, head, 'TH', heading, { size: size.small, text: colour.soft, rule: colour.accent });
  const body = sheet.document.tag(table, 'TBody');
  return {
    row: (type, cells, options = {}) => {
      const height = rowHeight(cells, options.size ?? size.table) + (options.keepWith ?? 0) * single;
      if (sheet.ensure(height)) {
        sheet.artifact('Pagination', () => {
          drawCells(sheet, heading, sheet.y + rowPadding, size.small, colour.soft);
          sheet.y += headingHeight;
          sheet.rule(sheet.y, paper.left, paper.right, colour.accent);
        });
      }
      drawRow(sheet, body, type, cells, options);
    },
  };
}

function drawRow(sheet: Sheet, parent: Tag, type: 'TD' | 'TH', cells: readonly Cell[], options: RowOptions): void {
  const points = options.size ?? size.table;
  const top = sheet.y;
  const height = rowHeight(cells, points);
  const { fill, rule } = options;
  if (fill !== undefined) {
    sheet.artifact('Layout', () => {
      sheet.document.page.rectangle(paper.left, top, contentWidth, height, fill);
    });
  }
  const row = sheet.document.tag(parent, 'TR');
  for (const cell of cells) {
    const draw = (): void => drawCells(sheet, [cell], top + rowPadding, points, options.text);
    sheet.element(row, type, draw, type === 'TH' ? { scope: 'Column' } : {});
  }
  sheet.y = top + height;
  sheet.rule(sheet.y, paper.left, paper.right, rule ?? colour.faint);
}

function drawCells(sheet: Sheet, cells: readonly Cell[], top: number, points: number, fill?: string): void {
  for (const { column, lines } of cells) {
    lines.forEach((line, index) => {
      const last = line.at(-1);
      const width = last ? last.x + textWidth(last.text, last.style, points) : 0;
      const x = column.right ? column.x + column.width - width : column.x;
      sheet.line(line, x, top + index * points * leading, points, fill);
    });
  }
}
