import type { Cell } from 'write-excel-file/node';
import type { FileOut } from '#shared/api/schemas.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { ExportColumn, OpenItem } from '#shared/ledger/contract.ts';
import { harmlessText } from '#shared/ledger/harmless-text.ts';
import { decimalComma } from '#shared/money/decimal-comma.ts';
import type { Context } from '#main/api/context.ts';
import { csvFile } from './csv-file.ts';
import { type ExportCell, exportColumns } from './export-columns.ts';
import { allRows, type OpenItemsView } from './open-items.ts';

type Export = OpenItemsView & { readonly columns: readonly ExportColumn[]; readonly format: 'xlsx' | 'csv' };

/** The view as a file, with the columns as they stand on screen. The name says nothing about whom or what. */
export async function exportOpenItems(context: Context, view: Export): Promise<FileOut> {
  const rows = allRows(context, view);
  const bytes = view.format === 'xlsx' ? await xlsx(rows, view.columns) : await csv(rows, view.columns);
  return {
    fileName: `lijst-${context.clock.today()}.${view.format}`,
    mediaType:
      view.format === 'xlsx'
        ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        : 'text/csv; charset=utf-8',
    contentBase64: bytes.toString('base64'),
  };
}

async function xlsx(rows: readonly OpenItem[], columns: readonly ExportColumn[]): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const header = columns.map((column): Cell => ({ value: exportColumns[column].title, fontWeight: 'bold' }));
  const body = rows.map((row) => columns.map((column) => xlsxCell(exportColumns[column].cell(row))));
  return writeXlsxFile([header, ...body], {
    columns: columns.map((column) => ({ width: exportColumns[column].width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

function xlsxCell(cell: ExportCell): Cell {
  switch (cell.kind) {
    case 'text':
      return cell.text === '' ? null : { value: harmlessText(cell.text), type: String };
    case 'amount':
      return { value: cell.cents / 100, type: Number, format: '#,##0.00' };
    case 'date':
      return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
    case 'count':
      return { value: cell.count, type: Number };
  }
}

function csv(rows: readonly OpenItem[], columns: readonly ExportColumn[]): Promise<Buffer> {
  return csvFile([
    columns.map((column) => exportColumns[column].title),
    ...rows.map((row) => columns.map((column) => csvCell(exportColumns[column].cell(row)))),
  ]);
}

function csvCell(cell: ExportCell): string {
  switch (cell.kind) {
    case 'text':
      return harmlessText(cell.text);
    case 'amount':
      return decimalComma(cell.cents);
    case 'date':
      return formatPlainDate(cell.date);
    case 'count':
      return String(cell.count);
  }
}
