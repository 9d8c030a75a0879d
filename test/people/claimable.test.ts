import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sumCents } from '#shared/money/cents.ts';
import { claimable, type ClaimDebtor } from '#shared/people/claimable.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

const mother = 1;
const father = 2;

let application: TestApplication;
beforeAll(async () => {
  application = await testApplication();
});
afterAll(() => application.close());

function asked(question: Parameters<TestApplication['api']['people']['claimable']>[0]) {
  return application.api.people.claimable(question);
}
const owedBy = (owed: readonly { payerId: number; owedCents: number }[]) =>
  Object.fromEntries(owed.map(({ payerId, owedCents }) => [payerId, owedCents]));

describe('what can be asked of each parent for a bill of 240.00 (law.md 3)', () => {
  it('both signed and father pays 100.00: mother and father the same 140.00 (3a)', async () => {
    const { owed, openCents, creditCents } = await asked({
      totalCents: 24_000,
      debtors: [
        { payerId: mother, kind: 'joint' },
        { payerId: father, kind: 'joint' },
      ],
      payments: [{ payerId: father, amountCents: 10_000 }],
    });
    expect(owedBy(owed)).toEqual({ [mother]: 14_000, [father]: 14_000 });
    expect([openCents, creditCents]).toEqual([14_000, 0]);
  });

  it('divorced without a clause, half each, and father pays 120.00: father nothing, mother 120.00 (3b)', async () => {
    const { owed } = await asked({
      totalCents: 24_000,
      debtors: [
        { payerId: mother, kind: 'split' },
        { payerId: father, kind: 'split' },
      ],
      payments: [{ payerId: father, amountCents: 12_000 }],
    });
    expect(owedBy(owed)).toEqual({ [mother]: 12_000, [father]: 0 });
  });

  it('a judgment of 70/30: mother 168.00, father 72.00 (3d)', async () => {
    const { owed } = await asked({
      totalCents: 24_000,
      debtors: [
        { payerId: mother, kind: 'split', shareBp: 7000 },
        { payerId: father, kind: 'split', shareBp: 3000 },
      ],
    });
    expect(owedBy(owed)).toEqual({ [mother]: 16_800, [father]: 7200 });
  });

  it('both signed and mother is admitted to collective settlement: mother nothing, father still 240.00 (3f)', async () => {
    const { owed } = await asked({
      totalCents: 24_000,
      debtors: [
        { payerId: mother, kind: 'joint', isFrozen: true },
        { payerId: father, kind: 'joint' },
      ],
    });
    expect(owedBy(owed)).toEqual({ [mother]: 0, [father]: 24_000 });
  });

  it('both pay the last 50.00 on the same day: nothing is open and 50.00 is credit (P-4)', async () => {
    const { owed, openCents, creditCents } = await asked({
      totalCents: 40_000,
      debtors: [
        { payerId: mother, kind: 'joint' },
        { payerId: father, kind: 'joint' },
      ],
      payments: [
        { payerId: mother, amountCents: 35_000 },
        { payerId: mother, amountCents: 5000 },
        { payerId: father, amountCents: 5000 },
      ],
    });
    expect(owedBy(owed)).toEqual({ [mother]: 0, [father]: 0 });
    expect([openCents, creditCents]).toEqual([0, 5000]);
  });

  it('three in equal parts of 100.00: 33.34, 33.33 and 33.33', async () => {
    const debtors = [1, 2, 3].map((payerId) => ({ payerId, kind: 'split' as const }));
    const { owed } = await asked({ totalCents: 10_000, debtors });
    expect(owed.map(({ owedCents }) => owedCents)).toEqual([3334, 3333, 3333]);
  });

  it.each([
    [
      'mixed kinds',
      [
        { payerId: mother, kind: 'joint' as const },
        { payerId: father, kind: 'split' as const },
      ],
    ],
    [
      'twice the same',
      [
        { payerId: mother, kind: 'joint' as const },
        { payerId: mother, kind: 'joint' as const },
      ],
    ],
    [
      'shares of 90 %',
      [
        { payerId: mother, kind: 'split' as const, shareBp: 6000 },
        { payerId: father, kind: 'split' as const, shareBp: 3000 },
      ],
    ],
    [
      'a share of one only',
      [
        { payerId: mother, kind: 'split' as const, shareBp: 6000 },
        { payerId: father, kind: 'split' as const },
      ],
    ],
  ])('refuses %s', async (_what, debtors) => {
    await expect(asked({ totalCents: 24_000, debtors })).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'debtors' },
    });
  });
});

describe('whatever is owed and whoever pays', () => {
  const cents = fc.integer({ min: 0, max: 500_000 });
  const payments = fc.array(fc.record({ payerId: fc.option(fc.integer({ min: 1, max: 5 })), amountCents: cents }), {
    maxLength: 8,
  });
  const kinds = fc.constantFrom('joint' as const, 'split' as const);
  const debtorsOf = (kind: 'joint' | 'split', weights: readonly number[]): ClaimDebtor[] =>
    weights.map((shareBp, index) => ({ payerId: index + 1, kind, shareBp, isFrozen: false }));
  const weights = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 4 });

  it('turns what came in above the total into credit, and never loses a cent', () => {
    fc.assert(
      fc.property(cents, kinds, weights, payments, (totalCents, kind, shares, paid) => {
        const answer = claimable({ totalCents, debtors: debtorsOf(kind, shares), payments: paid });
        const received = sumCents(paid.map(({ amountCents }) => amountCents));
        expect(answer.openCents - answer.creditCents).toBe(totalCents - received);
        expect(Math.min(answer.openCents, answer.creditCents)).toBe(0);
      }),
    );
  });

  it('asks nobody more than is open, and of those who owe shares together exactly what is open', () => {
    fc.assert(
      fc.property(cents, kinds, weights, payments, (totalCents, kind, shares, paid) => {
        const { owed, openCents } = claimable({ totalCents, debtors: debtorsOf(kind, shares), payments: paid });
        for (const { owedCents } of owed) {
          expect(owedCents).toBeGreaterThanOrEqual(0);
          expect(owedCents).toBeLessThanOrEqual(openCents);
        }
        const together = sumCents(owed.map(({ owedCents }) => owedCents));
        expect(together).toBe(kind === 'split' ? openCents : openCents * owed.length);
      }),
    );
  });
});
