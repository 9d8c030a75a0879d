import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumCents } from '#shared/money/cents.ts';
import { splitInInstalments } from '#shared/money/instalments.ts';

describe('an amount in instalments', () => {
  it('of 215.00 in 6 is five times 35.84 and once 35.80 (P-5)', () => {
    expect(splitInInstalments(21_500, 6)).toEqual([3584, 3584, 3584, 3584, 3584, 3580]);
  });

  it('of 100.00 in 3 is 33.34, 33.34 and 33.32 (P-5)', () => {
    expect(splitInInstalments(10_000, 3)).toEqual([3334, 3334, 3332]);
  });

  it('goes never beyond what is left', () => {
    expect(splitInInstalments(5, 4)).toEqual([2, 2, 1, 0]);
    expect(splitInInstalments(0, 2)).toEqual([0, 0]);
  });

  it('always adds up, the last one never larger than the others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 1, max: 240 }), (amount, count) => {
        const parts = splitInInstalments(amount, count);
        expect(parts).toHaveLength(count);
        expect(sumCents(parts)).toBe(amount);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        expect(parts.at(-1)).toBeLessThanOrEqual(parts[0] ?? 0);
      }),
    );
  });

  it('refuses what is no amount or no number', () => {
    expect(() => splitInInstalments(-1, 2)).toThrow(RangeError);
    expect(() => splitInInstalments(100, 0)).toThrow(RangeError);
    expect(() => splitInInstalments(10.5, 2)).toThrow(RangeError);
  });
});
