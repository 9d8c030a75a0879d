import { codaLines, type CodaInput } from '#shared/demo/exports/coda-lines.ts';
import { encodeWindows1252 } from '#shared/bank/windows-1252.ts';

export { codaLines } from '#shared/demo/exports/coda-lines.ts';
export type { CodaInput, CodaMovement, CodaStatement } from '#shared/demo/exports/coda-lines.ts';

/** A valid CODA 2.6 file as a bank sends it: records of 128 characters, CRLF, Windows-1252. */
export function codaFile(input: CodaInput): Uint8Array {
  return codaBytes(codaLines(input));
}

/** Lines, whatever is in them, as a file. */
export function codaBytes(lines: readonly string[], lineEnd = '\r\n'): Uint8Array {
  return encodeWindows1252(lines.map((line) => line + lineEnd).join(''));
}
