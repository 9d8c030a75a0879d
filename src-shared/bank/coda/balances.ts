import { field, unsignedCents } from './fields.ts';
import type { CodaFindings } from './findings.ts';
import type { CodaLine } from './lines.ts';

/** What the last record of a statement is held against; undefined where an amount could not be read. */
export type CodaSums = {
  readonly counted: number;
  /** Amounts of the bookings, details left out. */
  readonly booked: readonly (number | undefined)[];
};

/** Compares the trailer with what stands above it: number of records, total out, total in. Source: facts/bank.md section 1.7. */
export function checkTrailer(trailer: CodaLine, { counted, booked }: CodaSums, findings: CodaFindings): void {
  const told = field(trailer, 17, 22);
  if (!/^\d{6}$/.test(told) || Number(told) !== counted)
    findings.add('coda.recordCount', trailer.number, told, counted);
  const debits = unsignedCents(trailer, 23, findings);
  const credits = unsignedCents(trailer, 38, findings);
  const amounts = booked.filter((amount) => amount !== undefined);
  // An amount that could not be read is an error already; that the totals differ then says nothing more.
  if (amounts.length < booked.length) return;
  const out = -sum(amounts.filter((amount) => amount < 0)) || 0;
  const into = sum(amounts.filter((amount) => amount > 0));
  if (debits !== undefined && debits !== out) findings.add('coda.totals', trailer.number, 'debit', debits, out);
  if (credits !== undefined && credits !== into) findings.add('coda.totals', trailer.number, 'credit', credits, into);
}

/** Old balance and bookings must give the new balance. `line` is where the new balance stands. */
export function checkBalance(
  line: number,
  opening: number,
  closing: number,
  { booked }: CodaSums,
  findings: CodaFindings,
): void {
  const amounts = booked.filter((amount) => amount !== undefined);
  if (amounts.length < booked.length) return;
  if (opening + sum(amounts) !== closing) findings.add('coda.balance', line, opening, sum(amounts), closing);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
