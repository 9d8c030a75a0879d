import type { PlainDate } from '../calendar/plain-date.ts';
import type { InvoiceAmounts, InvoiceKind } from './read-invoice-amounts.ts';

export type PlannedPosting = {
  readonly kind: 'charge' | 'credit' | 'receipt' | 'settledElsewhere';
  readonly amountCents: number;
  readonly valueDate: PlainDate;
  readonly description: string;
};

/** What a known invoice stands at. Cents. */
export type InvoiceStanding = {
  readonly kind: InvoiceKind;
  readonly balanceCents: number;
  /** The part of it that was booked here (receipts of the bank, write-offs …), which the file may not know of. */
  readonly bookedHereCents: number;
  /** Sum of charges and credits, before payments; asked for only when the open amount went down. */
  readonly chargedCents: () => number;
};

/**
 * The postings that bring a new invoice into the ledger: the whole amount on its issue date and, when less is open, what
 * was paid (or used, of a credit note) before. Their sum is what the file says is open.
 */
export function openingPostings(amounts: InvoiceAmounts, issueDate: PlainDate, today: PlainDate): PlannedPosting[] {
  const isCreditNote = amounts.kind === 'creditNote';
  const total = amounts.totalCents ?? amounts.openCents;
  const postings: PlannedPosting[] = [
    {
      kind: isCreditNote ? 'credit' : 'charge',
      amountCents: total,
      valueDate: issueDate,
      description: 'volgens import',
    },
    {
      kind: isCreditNote ? 'settledElsewhere' : 'receipt',
      amountCents: amounts.openCents - total,
      valueDate: today,
      description: isCreditNote ? 'verrekend volgens import' : 'betaald volgens import',
    },
  ];
  return postings.filter(({ amountCents }) => amountCents !== 0);
}

/**
 * The postings that bring a known invoice to the open amount in the file; none when it stands there already, so that the
 * same file twice moves nothing. Lower: a credit as far as the total went down, the rest a receipt. Higher: a charge.
 * What was booked here counts: an open amount between what files alone would make and where the invoice stands is a file
 * that does not know all of our bookings yet, and moves nothing. So what the bank brought is never asked again.
 */
export function correctingPostings(file: InvoiceAmounts, today: PlainDate, known: InvoiceStanding): PlannedPosting[] {
  const withoutOurs = known.balanceCents - known.bookedHereCents;
  const posting = (kind: PlannedPosting['kind'], amountCents: number, description: string): PlannedPosting => ({
    kind,
    amountCents,
    valueDate: today,
    description,
  });
  if (known.kind === 'creditNote') {
    const difference = beyond(file.openCents, known.balanceCents, withoutOurs);
    if (difference === 0) return [];
    return difference > 0
      ? [posting('settledElsewhere', difference, 'verrekend volgens import')]
      : [posting('credit', difference, 'correctie volgens import')];
  }
  const lower = Math.min(0, file.openCents - withoutOurs);
  const lowered = lower === 0 || file.totalCents === null ? 0 : Math.min(0, file.totalCents - known.chargedCents());
  const credited = Math.max(lower, lowered);
  const rest = beyond(file.openCents, known.balanceCents + credited, withoutOurs + credited);
  const postings: PlannedPosting[] = [];
  if (credited < 0) postings.push(posting('credit', credited, 'correctie volgens import'));
  if (rest < 0) postings.push(posting('receipt', rest, 'betaald volgens import'));
  if (rest > 0) postings.push(posting('charge', rest, 'correctie volgens import'));
  return postings;
}

/** How far an amount lies outside two others; between them: not at all. */
function beyond(cents: number, one: number, other: number): number {
  return cents - Math.max(Math.min(one, other), Math.min(Math.max(one, other), cents));
}
