import type { LetterBlock } from '#shared/correspondence/letter-model.ts';
import { colour, contentWidth, size } from './geometry.ts';
import type { Sheet } from './sheet.ts';
import { type Cell, columns, openTable, rowCells } from './table.ts';
import { wrapText } from './wrap.ts';

type OpenInvoices = Extract<LetterBlock, { kind: 'openInvoices' }>;
const dueColumns = columns([0.17, 0.13, 0.14, 0.38, 0.18]);
const upcomingColumns = columns([0.17, 0.13, 0.26, 0.26, 0.18]);
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
}
