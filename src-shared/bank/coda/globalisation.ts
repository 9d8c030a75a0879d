import type { CodaFindings } from './findings.ts';

/** What choosing between a total and its details needs of a movement. */
export type Booked = {
  readonly line: number;
  readonly amountCents: number;
  /** First digit of the transaction code. */
  readonly type: string;
};

/** A booking (detail number 0000) and the details that follow it under the same number. */
export type Booking<Movement extends Booked> = { readonly total: Movement; readonly details: readonly Movement[] };

/** What counts of a booking: `batch` is the total when these are its details, null when it is the booking itself. */
export type Counted<Movement extends Booked> = { readonly movement: Movement; readonly batch: Movement | null };

/**
 * The details of a batch when they add up to it, otherwise the total with a warning; never both. Only totals of type 1
 * and 2 are batches: the details (8) of type 3 say what something cost. A detail 7 has details of its own (9). The
 * globalisation codes of the bank are not used: they are not always paired, and a batch of one is one movement twice
 * for who trusts them. Source: facts/bank.md section 1.9.
 */
export function countedOf<Movement extends Booked>(
  { total, details }: Booking<Movement>,
  findings: CodaFindings,
): Counted<Movement>[] {
  const isBatch = total.type === '1' || total.type === '2';
  const first = isBatch ? details.filter(({ type }) => type !== '8' && type !== '9') : [];
  if (first.length === 0) return [{ movement: total, batch: null }];
  if (!addsUp(total, first, findings)) return [{ movement: total, batch: null }];
  return first.flatMap((movement) => {
    const second = movement.type === '7' ? ownDetails(movement, details) : [];
    const chosen = second.length > 0 && addsUp(movement, second, findings) ? second : [movement];
    return chosen.map((one) => ({ movement: one, batch: total }));
  });
}

function ownDetails<Movement extends Booked>(movement: Movement, details: readonly Movement[]): Movement[] {
  const after = details.slice(details.indexOf(movement) + 1);
  const end = after.findIndex(({ type }) => type !== '9');
  return end === -1 ? after : after.slice(0, end);
}

function addsUp(total: Booked, details: readonly Booked[], findings: CodaFindings): boolean {
  const sum = details.reduce((cents, { amountCents }) => cents + amountCents, 0);
  if (sum === total.amountCents) return true;
  findings.add('coda.globalisation', total.line, total.amountCents, sum);
  return false;
}
