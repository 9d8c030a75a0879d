import type { PlainDate } from '../../calendar/plain-date.ts';
import type { CodaFindings } from './findings.ts';
import type { CodaLine } from './lines.ts';

/** The characters from one position to another, both counted from 1 as the specification does. */
export function field({ text }: CodaLine, from: number, to: number): string {
  return text.slice(from - 1, to);
}

/** One line of text out of fields: ends cut, runs of spaces made one. */
export function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The same, null when nothing is there. */
export function wordsOrNull(text: string): string | null {
  return words(text) || null;
}

/**
 * Cents of a sign (0 credit, 1 debit) and an amount of 15 digits in thousandths. Undefined, with a finding, when it is no
 * number or not a whole number of cents.
 */
export function signedCents(line: CodaLine, signAt: number, findings: CodaFindings): number | undefined {
  const sign = field(line, signAt, signAt);
  const cents = unsignedCents(line, signAt + 1, findings);
  if (cents === undefined) return undefined;
  if (sign === '0') return cents;
  if (sign === '1') return cents === 0 ? 0 : -cents;
  findings.add('coda.amount', line.number, sign + field(line, signAt + 1, signAt + 15));
  return undefined;
}

/** Cents of 15 digits in thousandths, without a sign; the same refusals. */
export function unsignedCents(line: CodaLine, from: number, findings: CodaFindings): number | undefined {
  const digits = field(line, from, from + 14);
  if (/^\d{14}0$/.test(digits)) return Number(digits) / 10;
  findings.add('coda.amount', line.number, digits);
  return undefined;
}

/**
 * The day of six characters DDMMYY: null for zeros or spaces, and, with a finding, for something that is no day. Years
 * from 80 are of the century before.
 */
export function dateAt(line: CodaLine, from: number, findings: CodaFindings): PlainDate | null {
  const digits = field(line, from, from + 5);
  if (digits === '000000' || digits.trim() === '') return null;
  const date = /^\d{6}$/.test(digits) ? dayOf(digits) : null;
  if (date === null) findings.add('coda.date', line.number, digits);
  return date;
}

/** Asked twice for each movement, so by arithmetic alone. */
function dayOf(digits: string): PlainDate | null {
  const [day, month, short] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
  const year = Number(short) + (short >= '80' ? 1900 : 2000);
  const february = year % 4 === 0 ? 29 : 28;
  const last = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return day !== '00' && Number(day) <= last ? `${year}-${month}-${day}` : null;
}
