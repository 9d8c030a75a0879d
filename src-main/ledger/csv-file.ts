/** As a Belgian spreadsheet opens it without questions: semicolons, and a mark that says UTF-8. */
export async function csvFile(table: readonly (readonly string[])[]): Promise<Buffer> {
  const { default: papaparse } = await import('papaparse');
  const text = papaparse.unparse(table as string[][], { delimiter: ';', newline: '\r\n' });
  return Buffer.from(`\uFEFF${text}\r\n`, 'utf8');
}
