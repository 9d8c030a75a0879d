import { type Cents, sumCents, toCents } from '../money/cents.ts';
import { splitByWeights } from '../money/split.ts';

/**
 * An amount over creditors by what each is owed, in cents: `A × Cᵢ / ΣC`, floored, the cents left over to the largest
 * remainders (ties: the first). Nobody gets more than is owed: when the amount covers everything, everybody is paid. Throws on
 * amounts that are no whole cents or below zero. Source: domain.md "Pro rata", law.md 5.2 (5e, 5g).
 */
export function proRata(amountCents: number, claimsCents: readonly number[]): Cents[] {
  const owed = sumCents(claimsCents);
  if (amountCents >= owed) return claimsCents.map((cents) => toCents(cents));
  return splitByWeights(amountCents, claimsCents);
}

/** In how many months such a share pays what is owed; null: never. */
export function monthsToPay(owedCents: number, shareCents: number): number | null {
  if (owedCents === 0) return 0;
  return shareCents === 0 ? null : Math.ceil(owedCents / shareCents);
}
