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
 */
export function correctingPostings(file: InvoiceAmounts, today: PlainDate, known: InvoiceStanding): PlannedPosting[] {
  const difference = file.openCents - known.balanceCents;
  if (difference === 0) return [];
  const posting = (kind: PlannedPosting['kind'], amountCents: number, description: string): PlannedPosting => ({
    kind,
    amountCents,
    valueDate: today,
    description,
  });
  if (known.kind === 'creditNote') {
    return difference > 0
      ? [posting('settledElsewhere', difference, 'verrekend volgens import')]
      : [posting('credit', difference, 'correctie volgens import')];
  }
  if (difference > 0) return [posting('charge', difference, 'correctie volgens import')];
  const lowered = file.totalCents === null ? 0 : Math.min(0, file.totalCents - known.chargedCents());
  const credited = Math.max(difference, lowered);
  const postings: PlannedPosting[] = [];
  if (credited < 0) postings.push(posting('credit', credited, 'correctie volgens import'));
  if (difference !== credited) postings.push(posting('receipt', difference - credited, 'betaald volgens import'));
  return postings;
}
