import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instalmentAmounts } from '#shared/money/instalments.ts';
import { splitByWeights } from '#shared/money/split.ts';

describe('P-5: splitting amounts', () => {
  it('215,00 in 6 is five times 35,84 and once 35,80', () => {
    expect(instalmentAmounts(215_00, 6)).toEqual([35_84, 35_84, 35_84, 35_84, 35_84, 35_80]);
  });

  it('100,00 in 3 is 33,34, 33,34 and 33,32', () => {
    expect(instalmentAmounts(100_00, 3)).toEqual([33_34, 33_34, 33_32]);
  });

  it.each([
    [125_01, [60, 40], [75_01, 50_00]],
    [100_00, [320_00, 1450_00, 230_00], [16_00, 72_50, 11_50]],
    [33_33, [100_00, 100_00, 100_00], [11_11, 11_11, 11_11]],
  ])('%i cents over %j is %j', (amountCents, weights, parts) => {
    expect(splitByWeights(amountCents, weights)).toEqual(parts);
  });

  it('at random adds up to the cent, never in more instalments than asked, the last one never the largest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), fc.integer({ min: 1, max: 120 }), (amountCents, count) => {
        const amounts = instalmentAmounts(amountCents, count);
        expect(amounts.reduce((sum, cents) => sum + cents, 0)).toBe(amountCents);
        expect(amounts.length).toBeLessThanOrEqual(count);
        expect(new Set(amounts.slice(0, -1)).size).toBeLessThanOrEqual(1);
        const last = amounts.at(-1) ?? 0;
        expect(last).toBeGreaterThan(0);
        expect(last).toBeLessThanOrEqual(amounts[0] ?? 0);
      }),
    );
  });

  it.each([
    [0, 3],
    [100, 0],
    [10.5, 2],
  ])('refuses %d cents in %d', (amountCents, count) => {
    expect(() => instalmentAmounts(amountCents, count)).toThrow(RangeError);
  });
});
