import { strToU8, zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';

/** Cells of a made-up spreadsheet; a date is written as Excel keeps it. */
export type GivenCell = string | number | Date | null;

/** An Excel file as a package makes it. */
export async function xlsx(rows: readonly (readonly GivenCell[])[], sheet = 'Lijst'): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value) => (value === null ? null : value instanceof Date ? { value, format: 'dd/mm/yyyy' } : { value })),
  );
  return await (await writeWorkbook(cells, { sheet })).toBuffer();
}

/** An Excel file with exactly this XML for the rows of its one sheet: for formulas, errors and attacks. */
export function rawXlsx(sheetRows: string, extra: Record<string, string | Uint8Array> = {}): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Blad &amp; 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheetRows}</sheetData></worksheet>`,
    ...extra,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file]),
    ),
  );
}

/** A row of inline texts: `textRow(1, 'a', 'b')`. */
export function textRow(number: number, ...texts: readonly string[]): string {
  const cells = texts.map(
    (text, index) => `<c r="${String.fromCharCode(65 + index)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}
