import { sumCents } from '../money/cents.ts';

type ClaimInOrder = {
  readonly invoiceId: number;
  /** What may be paid on it with this money; below zero counts as nothing. */
  readonly openCents: number;
};

/**
 * Money on a plan: it pays the claims in their order, and what is left when one is settled goes to the next. What is left
 * after the last one is credit; every cent goes somewhere. Throws on an amount below zero. Source: domain.md "Plans",
 * scenarios P-3 and P-4.
 */
export function payInOrder(
  amountCents: number,
  claims: readonly ClaimInOrder[],
): { readonly allocations: { invoiceId: number; amountCents: number }[]; readonly creditCents: number } {
  if (amountCents < 0) throw new RangeError(`Nothing to divide: ${amountCents}`);
  let left = amountCents;
  const allocations = claims.flatMap(({ invoiceId, openCents }) => {
    const part = Math.min(left, Math.max(0, openCents));
    left -= part;
    return part === 0 ? [] : [{ invoiceId, amountCents: part }];
  });
  return { allocations, creditCents: amountCents - sumCents(allocations.map((one) => one.amountCents)) };
}
