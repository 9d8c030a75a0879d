import { type Cents, toCents } from './cents.ts';

/**
 * Splits an amount over weights so that the parts add up to the cent: floored shares, the cents left over go to the
 * largest remainders (ties: the lowest index). Negative amounts are split as their mirror. Weights all zero: everything
 * to the first. Throws on negative weights or an empty list. Source: domain.md "Liability", scenario S-20, law.md 5.2.
 */
export function splitByWeights(amount: number, weights: readonly number[]): Cents[] {
  if (weights.length === 0) throw new RangeError('Nothing to split over');
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('Weights are whole and not negative');
  }
  const sign = amount < 0 ? -1 : 1;
  const absolute = BigInt(Math.abs(toCents(amount)));
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map((_, index) => (index === 0 ? amount : 0) as Cents);
  const parts = weights.map((weight, index) => {
    const product = absolute * BigInt(weight);
    return { index, floor: product / total, remainder: product % total };
  });
  let left = absolute - parts.reduce((sum, part) => sum + part.floor, 0n);
  const result = parts.map((part) => part.floor);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    result[part.index] = (result[part.index] ?? 0n) + 1n;
    left -= 1n;
  }
  return result.map((cents) => (cents === 0n ? 0 : sign * Number(cents)) as Cents);
}
