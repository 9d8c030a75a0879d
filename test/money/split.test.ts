import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByWeights } from '#shared/money/split.ts';

describe('splitting an amount', () => {
  it.each([
    [10_000, [1, 1, 1], [3334, 3333, 3333]],
    [3333, [100, 100, 100], [1111, 1111, 1111]],
    [10_000, [32_000, 145_000, 23_000], [1600, 7250, 1150]],
    [24_000, [5000, 5000], [12_000, 12_000]],
    [101, [5000, 5000], [51, 50]],
    [100, [7000, 3000], [70, 30]],
    [-101, [1, 1], [-51, -50]],
    [100, [0, 0], [100, 0]],
    [0, [1, 2], [0, 0]],
    [1, [1, 3], [0, 1]],
  ])('%i cents over %j is %j', (amount, weights, parts) => {
    expect(splitByWeights(amount, weights)).toEqual(parts);
  });

  it.each([[[]], [[-1, 2]], [[0.5]]])('refuses the weights %j', (weights) => {
    expect(() => splitByWeights(100, weights)).toThrow(RangeError);
  });

  const amounts = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 });
  const weightLists = fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 40 });

  it('never loses or makes a cent', () => {
    fc.assert(
      fc.property(amounts, weightLists, (amount, weights) => {
        const parts = splitByWeights(amount, weights);
        expect(parts).toHaveLength(weights.length);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      }),
    );
  });

  it('gives nobody more than a cent above or below the exact share, and nothing to a weight of zero', () => {
    fc.assert(
      fc.property(amounts, weightLists, (amount, weights) => {
        const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
        fc.pre(total > 0n);
        splitByWeights(amount, weights).forEach((part, index) => {
          const weight = BigInt(weights[index] ?? 0);
          const distance = BigInt(part) * total - BigInt(amount) * weight;
          expect(distance < total && distance > -total).toBe(true);
          expect(weight !== 0n || part === 0).toBe(true);
        });
      }),
    );
  });

  it('splits a negative amount as the mirror of the positive one', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), weightLists, (amount, weights) => {
        const mirrored = splitByWeights(-amount, weights).map((part) => (part === 0 ? 0 : -part));
        expect(mirrored).toEqual(splitByWeights(amount, weights));
      }),
    );
  });
});
