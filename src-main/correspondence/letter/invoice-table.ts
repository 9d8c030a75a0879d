import type { LetterBlock } from '#shared/correspondence/letter-model.ts';
import { colour, contentWidth, leading, sheet as paper, size } from './geometry.ts';
import type { Sheet, Structure } from './sheet.ts';
import { textWidth, type WrappedLine, wrapText } from './wrap.ts';

type OpenInvoices = Extract<LetterBlock, { kind: 'openInvoices' }>;
type Column = { readonly x: number; readonly width: number; readonly right: boolean };
type Cell = { readonly column: Column; readonly lines: readonly WrappedLine[] };
type Fill = { readonly fill?: string; readonly size?: number; readonly bold?: boolean };

const cellGap = 8;
const rowPadding = 2.5;

function columns(shares: readonly number[]): Column[] {
  let x: number = paper.left;
  return shares.map((share, index) => {
    const width = share * contentWidth;
    const column = {
      x,
      width: width - (index === shares.length - 1 ? 0 : cellGap),
      right: index === shares.length - 1,
    };
    x += width;
    return column;
  });
}

const dueColumns = columns([0.17, 0.13, 0.14, 0.38, 0.18]);
const upcomingColumns = columns([0.17, 0.13, 0.26, 0.26, 0.18]);
/** Missing in the types of pdfkit. */
const columnScope = { scope: 'Column' } as PDFKit.Mixins.StructureElementOptions;
/** A label over all columns but the last, and the amount under the last. */
const sumColumns = columns([0.8, 0.2]);

/** The table of open invoices; rows stay whole, and a table that goes on repeats its heading. */
export function drawInvoices(sheet: Sheet, block: OpenInvoices): void {
  sheet.y += 2;
  if (block.groups.length > 0 || block.credit) drawDue(sheet, block);
  if (block.upcoming) drawUpcoming(sheet, block.upcoming);
  sheet.y += 10;
}

function drawDue(sheet: Sheet, block: OpenInvoices): void {
  const { headings } = block;
  const heading = rowCells(
    dueColumns,
    [headings.number, headings.issueDate, headings.dueDate, headings.billingGroup, headings.open],
    { size: size.small, bold: true },
  );
  const table = openTable(sheet, heading);
  for (const group of block.groups) {
    if (group.heading !== '') {
      const label = rowCells(sumColumns, [group.heading, group.subtotal], { bold: true });
      // The name of a child stays with its first invoice.
      table.row('TH', label, { keepWith: 1, fill: colour.wash });
    }
    for (const row of group.rows) {
      table.row('TD', rowCells(dueColumns, [row.number, row.issueDate, row.dueDate, row.billingGroup, row.open], {}));
    }
  }
  if (block.credit) table.row('TD', rowCells(sumColumns, [block.credit.label, block.credit.amount], {}));
  const points = size.body;
  table.row('TD', rowCells(sumColumns, [block.totalLabel, block.total], { bold: true, size: points }), {
    rule: colour.accent,
    size: points,
  });
  table.end();
}

function drawUpcoming(sheet: Sheet, upcoming: NonNullable<OpenInvoices['upcoming']>): void {
  sheet.y += 8;
  const title = rowCells(columns([1]), [''], {});
  const heading: Cell[] = title.map((cell) => ({
    column: { ...cell.column, right: false },
    lines: wrapText(upcoming.title, contentWidth, size.small, 'bold'),
  }));
  const table = openTable(sheet, heading);
  for (const row of upcoming.rows) {
    const cells = rowCells(upcomingColumns, [row.number, row.dueDate, row.pupil, row.billingGroup, row.open], {
      size: size.small,
    });
    table.row('TD', cells, { size: size.small, text: colour.soft });
  }
  table.end();
}

function rowCells(widths: readonly Column[], texts: readonly string[], style: Fill): Cell[] {
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
type Table = {
  readonly row: (type: 'TD' | 'TH', cells: readonly Cell[], options?: RowOptions) => void;
  readonly end: () => void;
};

function rowHeight(cells: readonly Cell[], points: number): number {
  return Math.max(...cells.map((cell) => cell.lines.length), 1) * points * leading + 2 * rowPadding;
}

function openTable(sheet: Sheet, heading: readonly Cell[]): Table {
  const table = sheet.document.struct('Table');
  sheet.root.add(table);
  const headingHeight = rowHeight(heading, size.small);
  const single = size.table * leading + 2 * rowPadding;
  sheet.ensure(headingHeight + single);
  const head = sheet.document.struct('THead');
  table.add(head);
  drawRow(sheet, head, 'TH', heading, { size: size.small, text: colour.soft, rule: colour.accent });
  head.end();
  const body = sheet.document.struct('TBody');
  table.add(body);
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
    end: () => {
      body.end();
      table.end();
    },
  };
}

function drawRow(
  sheet: Sheet,
  parent: Structure,
  type: 'TD' | 'TH',
  cells: readonly Cell[],
  options: RowOptions,
): void {
  const points = options.size ?? size.table;
  const top = sheet.y;
  const height = rowHeight(cells, points);
  const { fill, rule } = options;
  if (fill !== undefined) {
    sheet.artifact('Layout', () => {
      sheet.document.rect(paper.left, top, contentWidth, height).fill(fill);
    });
  }
  const row = sheet.document.struct('TR');
  parent.add(row);
  for (const cell of cells) {
    const element = sheet.document.struct(type, type === 'TH' ? columnScope : {}, () => {
      drawCells(sheet, [cell], top + rowPadding, points, options.text);
    });
    row.add(element);
    element.end();
  }
  row.end();
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
