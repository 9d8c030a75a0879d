import { type Cents, toCents } from './cents.ts';

/**
 * The amounts of an agreement in `count` instalments: all equal, rounded up to the cent, and the last one is what is left.
 * So few cents that nothing would be left for the last ones: fewer instalments. They add up to the amount. Throws on an
 * amount or a count that is no positive whole number. Source: domain.md "Plans", scenario P-5.
 */
export function instalmentAmounts(amountCents: number, count: number): Cents[] {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`Not a number of instalments: ${count}`);
  if (!Number.isSafeInteger(amountCents) || amountCents < 1) throw new RangeError(`Nothing to divide: ${amountCents}`);
  const each = Math.ceil(amountCents / count);
  const full = Math.floor(amountCents / each);
  const rest = amountCents - full * each;
  const amounts = Array.from({ length: full }, () => toCents(each));
  return rest === 0 ? amounts : [...amounts, toCents(rest)];
}
