import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { demoStatement } from '#shared/demo/exports/bank-statement.ts';
import { codaLines } from '#shared/demo/exports/coda-lines.ts';
import { coaccountTable, lpvTable } from '#shared/demo/exports/pupil-tables.ts';
import { openInvoiceListing, openInvoiceTable } from '#shared/demo/exports/open-invoice-tables.ts';
import type { ExportCell, ExportTable } from '#shared/demo/exports/table.ts';
import type { DemoGroup } from '#shared/demo/group.ts';
import { formatCentsPlain } from '#shared/money/cents.ts';
import { encodeWindows1252 } from '#shared/bank/windows-1252.ts';

export type DemoFile = { readonly name: string; readonly bytes: Uint8Array };

/** The exports of a group, as school packages and the bank make them. The same group gives the same bytes. */
export async function demoFiles(group: DemoGroup): Promise<DemoFile[]> {
  return [
    { name: 'leerlingen-lpv.xlsx', bytes: await toXlsx(lpvTable(group)) },
    { name: 'leerlingen-coaccounts.csv', bytes: toCsv(coaccountTable(group)) },
    { name: 'openstaande-facturen.xlsx', bytes: await toXlsx(openInvoiceTable(group)) },
    { name: 'openstaande-facturen.csv', bytes: toCsv(openInvoiceListing(group)) },
    { name: 'bankuittreksel.cod', bytes: toCoda(group) },
  ];
}

/** A statement of the bank, in the code page of the bank. */
function toCoda(group: DemoGroup): Uint8Array {
  const lines = codaLines({ statements: [demoStatement(group)] });
  return encodeWindows1252(lines.map((line) => `${line}\r\n`).join(''));
}

/** A workbook with dates and amounts as real cells. */
export async function toXlsx(table: ExportTable): Promise<Uint8Array> {
  const rows: Row[] = [
    ...table.preamble.map((line) => [...line]),
    table.header.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...[...table.rows, ...(table.totals ? [table.totals] : [])].map((row) => row.map(xlsxCell)),
  ];
  const columns = table.header.map((title) => ({ width: Math.max(10, title.length + 2) }));
  const workbook = await writeXlsxFile(rows, { sheet: table.title, columns, stickyRowsCount: 1 }).toBuffer();
  // Zipped anew: the library stamps the parts with the time of writing. DOS times are local, so a local date it is.
  return zipSync(unzipSync(workbook), { mtime: new Date(2000, 0, 1), level: 9 });
}

function xlsxCell(cell: ExportCell): Row[number] {
  if (cell === '') return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  if ('date' in cell) return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  return { value: cell.cents / 100, type: Number, format: '#,##0.00' };
}

/** Text with `;`, `1.234,56` and `dd/mm/jjjj` in Windows-1252, as Belgian packages write it. */
export function toCsv(table: ExportTable): Uint8Array {
  const lines = [...table.preamble, table.header, ...table.rows, ...(table.totals ? [table.totals] : [])];
  return encodeWindows1252(lines.map((line) => `${line.map(csvCell).join(';')}\r\n`).join(''));
}

function csvCell(cell: ExportCell): string {
  const text =
    typeof cell === 'string' ? cell : 'date' in cell ? formatPlainDate(cell.date) : formatCentsPlain(cell.cents);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
