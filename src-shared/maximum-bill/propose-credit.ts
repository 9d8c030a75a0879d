import type { PlainDate } from '../calendar/plain-date.ts';

/** What of one bill falls under a cap. */
export type BilledPart = {
  readonly invoiceId: number;
  readonly number: string;
  readonly issueDate: PlainDate;
  /** Signed cents: a credit note is below zero. */
  readonly amountCents: number;
  /** Credited on it for this cap before, in cents. */
  readonly creditedCents: number;
};
export type CreditLine = { readonly invoiceId: number; readonly number: string; readonly amountCents: number };

/**
 * The bills that so many cents are taken off: the newest first, of each never more than is billed on it under the cap. What
 * is then left over stands on no bill any more and is not credited.
 */
export function proposeCredit(excessCents: number | null, parts: readonly BilledPart[]): CreditLine[] {
  const creditedCents = parts.reduce((sum, part) => sum + part.creditedCents, 0);
  let leftCents = (excessCents ?? 0) - creditedCents;
  const newestFirst = [...parts].sort((a, b) => b.issueDate.localeCompare(a.issueDate) || b.invoiceId - a.invoiceId);
  return newestFirst.flatMap(({ invoiceId, number, amountCents, creditedCents: before }) => {
    const takenCents = Math.min(leftCents, amountCents - before);
    if (takenCents <= 0) return [];
    leftCents -= takenCents;
    return [{ invoiceId, number, amountCents: takenCents }];
  });
}
