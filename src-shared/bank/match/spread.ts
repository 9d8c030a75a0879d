import { allocate } from '../../ledger/allocate.ts';
import type { ClaimPart } from './fitting.ts';

/**
 * Puts an amount on claims by the rules of allocation, never more on one than is free of it (both in cents); what is left
 * over is for none of them.
 */
export function spread(amountCents: number, open: readonly ClaimPart[]): ClaimPart[] {
  const byId = new Map(open.map((part) => [part.claim.invoiceId, part.claim]));
  const claims = open.map(({ claim, amountCents: freeCents }) => ({
    invoiceId: claim.invoiceId,
    openCents: freeCents,
    dueDate: claim.dueDate,
    issueDate: claim.issueDate,
  }));
  return allocate(amountCents, claims, null).allocations.flatMap((part) => {
    const claim = byId.get(part.invoiceId);
    return claim ? [{ claim, amountCents: part.amountCents }] : [];
  });
}
