import { type Cents, toCents } from './cents.ts';

/**
 * An amount in a number of instalments: equal and rounded up to the cent, the last one absorbs the rounding; none is ever
 * beyond what is left, so that for a very small amount the last ones are zero. They add up to the amount. Throws on a
 * negative amount or a number that is not whole and positive. Source: domain.md "Plans", scenario P-5.
 */
export function splitInInstalments(amountCents: number, count: number): Cents[] {
  let left: number = toCents(amountCents);
  if (left < 0) throw new RangeError(`Nothing to pay: ${amountCents}`);
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`Not a number of instalments: ${count}`);
  const each = Math.ceil(left / count);
  return Array.from({ length: count }, (_, index) => {
    const part = index === count - 1 ? left : Math.min(each, left);
    left -= part;
    return toCents(part);
  });
}
