import type { Language } from '#shared/api/schemas.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { sheet as paper, size } from '#main/correspondence/letter/geometry.ts';
import { Sheet } from '#main/correspondence/letter/sheet.ts';
import { columns, openTable, rowCells } from '#main/correspondence/letter/table.ts';
import { PdfDocument } from '#main/correspondence/pdf/document.ts';
import { drawEdges } from './edges.ts';
import { fact, heading, paragraph } from './parts.ts';

export type ReportTable = {
  /** Width of each column as a part of the whole; together 1. */
  readonly shares: readonly number[];
  /** Columns of amounts, at the right. */
  readonly amounts?: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};
export type ReportSection = {
  /** Left out: it goes on under the heading before. */
  readonly heading?: string;
  readonly paragraphs?: readonly string[];
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly table?: ReportTable;
};
export type Report = {
  /** Neutral: it also stands in the window of the reader. */
  readonly title: string;
  readonly author: string;
  readonly madeOn: PlainDate;
  readonly language?: Language;
  readonly sections: readonly ReportSection[];
};

/** A report as one tagged document: headings, sentences, facts and tables that go on over pages. */
export function reportPdf(report: Report): Buffer {
  const { title, author, madeOn, language = 'nl', sections } = report;
  const document = new PdfDocument({ title, author, language });
  const sheet = new Sheet(document, paper.followingTop);
  heading(sheet, title, 1);
  sheet.y += 6;
  for (const section of sections) drawSection(sheet, section);
  drawEdges(sheet, { from: author, day: formatPlainDate(madeOn), language });
  return document.end();
}

function drawSection(sheet: Sheet, { heading: title, paragraphs = [], facts = [], table }: ReportSection): void {
  if (title !== undefined) heading(sheet, title);
  for (const text of paragraphs) paragraph(sheet, text);
  for (const [name, value] of facts) fact(sheet, name, [value]);
  if (table && table.rows.length > 0) drawTable(sheet, table);
}

function drawTable(sheet: Sheet, { shares, amounts = [], head, rows }: ReportTable): void {
  const widths = columns(shares, amounts);
  const small = { size: size.small };
  const table = openTable(sheet, rowCells(widths, head, { ...small, bold: true }));
  for (const row of rows) table.row('TD', rowCells(widths, row, small), small);
  sheet.y += 8;
}
