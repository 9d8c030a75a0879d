import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumCents } from '#shared/money/cents.ts';
import { monthsToPay, proRata } from '#shared/plans/pro-rata.ts';

describe('pro rata', () => {
  it('5e, P-5: 100,00 over 320 / 1.450 / 230 is 16,00 / 72,50 / 11,50, and the school has its money in 20 months', () => {
    expect(proRata(100_00, [320_00, 1450_00, 230_00])).toEqual([16_00, 72_50, 11_50]);
    expect(monthsToPay(320_00, 16_00)).toBe(20);
  });

  it('5g: 33,33 over three equal claims is 11,11 each', () => {
    expect(proRata(33_33, [100_00, 100_00, 100_00])).toEqual([11_11, 11_11, 11_11]);
  });

  it('gives a cent that is left over to the largest remainder, the first of equals', () => {
    expect(proRata(100, [100, 100, 100])).toEqual([34, 33, 33]);
  });

  it('pays everybody when there is enough, and never more', () => {
    expect(proRata(5000_00, [320_00, 1450_00])).toEqual([320_00, 1450_00]);
  });

  it('never ends for who gets nothing', () => {
    expect(monthsToPay(10_00, 0)).toBeNull();
    expect(monthsToPay(0, 0)).toBe(0);
  });

  it('loses no cent and gives nobody more than is owed', () => {
    const claims = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), claims, (amount, owed) => {
        const parts = proRata(amount, owed);
        expect(sumCents(parts)).toBe(Math.min(amount, sumCents(owed)));
        parts.forEach((part, index) => expect(part).toBeLessThanOrEqual(owed[index] ?? 0));
      }),
    );
  });
});
