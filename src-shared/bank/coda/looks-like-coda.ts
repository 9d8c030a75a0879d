import { decodeBankText } from '../bank-text.ts';

const header = /^0000[0 ]\d{6}[\d ]{3}05[D ] {7}/;
const record = /^(?:0000|1[0-3]|2[123]\d{8}|3[123]\d{8}|8\d{3}|4 \d{8}|9 {15}\d{6})/;

/**
 * Whether these bytes are a CODA file, whatever its name: by the header of the first line, or, when that is damaged, by
 * lines that are records of 128 characters. Version 1 is a CODA too; the reader refuses it with words.
 */
export function looksLikeCoda(bytes: Uint8Array): boolean {
  return textLooksLikeCoda(decodeBankText(bytes.subarray(0, 8192)));
}

/** The same of a text. */
export function textLooksLikeCoda(text: string): boolean {
  const lines = text
    .slice(0, 8192)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
  if (header.test(lines[0] ?? '')) return true;
  const records = lines.filter((line) => line.length === 128 && record.test(line));
  return records.length >= 2 && records.length * 2 > lines.length;
}
