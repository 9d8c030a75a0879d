import type { CodaFindings } from './findings.ts';

/** One record: its number in the file (from 1) and its 128 characters. */
export type CodaLine = { readonly number: number; readonly text: string };

const width = 128;

/**
 * Up to where a line must reach before what is missing can be only spaces: the last field that is never blank. Of the
 * texts (2.2, 2.3, 3.x, 4) only the numbers.
 */
const least: Readonly<Record<string, number>> = { '0': 128, '1': 64, '2': 10, '3': 10, '8': 63, '4': 10, '9': 52 };
const leastOfMovement = 121;

const blankLine = /^[\s\p{Cc}]*$/u;
const unreadable = /[\p{Cc}\ufffd]/u;

/**
 * The records of a text, each brought to 128 characters. LF, CRLF and CR end a line; blank lines at the end, and what old
 * programs put there (0x1A), are no lines. Lines that are only short of spaces, or have too many, are a warning; others an error.
 */
export function codaLines(text: string, findings: CodaFindings): CodaLine[] {
  const lines: CodaLine[] = [];
  let blank: number | null = null;
  const all = text.split(/\r\n|\n|\r/);
  for (const [index, line] of all.entries()) {
    const number = index + 1;
    if (blankLine.test(line)) {
      blank ??= number;
      continue;
    }
    if (blank !== null) findings.add('coda.blankLine', blank);
    blank = null;
    if (unreadable.test(line)) findings.add('coda.characters', number);
    lines.push({ number, text: line.length === width ? line : brought(line, number, findings) });
  }
  return lines;
}

function brought(line: string, number: number, findings: CodaFindings): string {
  const needed = line.startsWith('21') ? leastOfMovement : (least[line.charAt(0)] ?? width);
  const whole = line.length < width ? line.length >= needed : line.slice(width).trim() === '';
  findings.add(whole ? 'coda.trailingSpaces' : 'coda.lineLength', number, line.length);
  return line.slice(0, width).padEnd(width);
}
