import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loanTable, monthlyPercentOf } from '#shared/plans/loan-table.ts';
import type { LoanTerms } from '#shared/plans/shapes.ts';
import { sumCents } from '#shared/money/cents.ts';

const annuity: LoanTerms = { method: 'annuity', monthlyPercent: 0.62, order: 'interestFirst' };

describe('I-1: an annuity of 3.000,00 over 60 months at 0,62 % a month, 60,00 a month, interest first', () => {
  const rows = loanTable({
    principalCents: 3000_00,
    months: 60,
    terms: annuity,
    monthlyCents: 60_00,
    firstPeriod: '2014-01',
    paidCents: [60_00, 60_00, 60_00, 60_00, 0, 0, 60_00],
  });

  it.each([
    ['2014-01', 3000_00, 18_60, 60_00, 41_40, 18_60, 0, 2958_60],
    ['2014-02', 2958_60, 18_34, 60_00, 41_66, 18_34, 0, 2916_94],
    ['2014-03', 2916_94, 18_09, 60_00, 41_91, 18_09, 0, 2875_03],
    ['2014-04', 2875_03, 17_83, 60_00, 42_17, 17_83, 0, 2832_86],
    ['2014-05', 2832_86, 17_56, 0, 0, 0, 17_56, 2832_86],
    ['2014-06', 2790_42, 17_30, 0, 0, 0, 34_86, 2832_86],
    ['2014-07', 2747_72, 17_04, 60_00, 8_10, 51_90, 0, 2824_76],
  ])(
    '%s: interest on %i as if everything asked had been paid',
    (period, balance, interest, paid, toPrincipal, toInterest, interestOpen, principalOpen) => {
      expect(rows.find((row) => row.period === period)).toMatchObject({
        balanceForInterestCents: balance,
        interestCents: interest,
        paidCents: paid,
        toPrincipalCents: toPrincipal,
        toInterestCents: toInterest,
        interestOpenCents: interestOpen,
        principalOpenCents: principalOpen,
      });
    },
  );

  it('asks in the last month what is left', () => {
    const last = rows.at(-1);
    expect(last?.obligationCents).toBe((last?.balanceForInterestCents ?? 0) + (last?.interestCents ?? 0));
    expect(rows).toHaveLength(60);
  });
});

describe('I-2: a linear loan of 10.000,00 over 5 years', () => {
  const rows = loanTable({
    principalCents: 10_000_00,
    months: 60,
    terms: { method: 'linear', yearlyPercent: 3, order: 'interestFirst' },
    firstPeriod: '2026-01',
  });
  const principal = rows.map(({ toPrincipalCents }) => toPrincipalCents);

  it('asks 166,67 of the principal each month, 166,47 in the last one', () => {
    expect(new Set(principal.slice(0, -1))).toEqual(new Set([166_67]));
    expect(principal.at(-1)).toBe(166_47);
  });

  it('asks the interest on top of it', () => {
    expect(rows[0]).toMatchObject({ interestCents: 24_70, obligationCents: 191_37 });
    expect(rows.at(-1)).toMatchObject({ principalOpenCents: 0, interestOpenCents: 0 });
  });
});

describe('the rate of a month', () => {
  it('comes from the yearly one, rounded to 0,001 %', () => {
    expect(monthlyPercentOf({ method: 'annuity', yearlyPercent: 7.7, order: 'interestFirst' })).toBe(0.62);
    expect(monthlyPercentOf({ method: 'annuity', yearlyPercent: 3, order: 'interestFirst' })).toBe(0.247);
    expect(monthlyPercentOf({ method: 'annuity', order: 'interestFirst' })).toBe(0);
  });
});

describe('principal first', () => {
  it('pays as much principal as was asked by then, then the interest', () => {
    const [first, second] = loanTable({
      principalCents: 1200_00,
      months: 12,
      terms: { method: 'linear', monthlyPercent: 1, order: 'principalFirst' },
      firstPeriod: '2026-01',
      paidCents: [100_00, 120_00],
    });
    expect(first).toMatchObject({ toPrincipalCents: 100_00, toInterestCents: 0, interestOpenCents: 12_00 });
    expect(second).toMatchObject({ toPrincipalCents: 100_00, toInterestCents: 20_00, interestOpenCents: 3_00 });
  });
});

describe('whatever is agreed and paid', () => {
  const loans = fc.record({
    principalCents: fc.integer({ min: 1, max: 5_000_000 }),
    months: fc.integer({ min: 1, max: 120 }),
    terms: fc.record({
      method: fc.constantFrom('annuity' as const, 'linear' as const),
      monthlyPercent: fc.integer({ min: 0, max: 2000 }).map((thousandths) => thousandths / 1000),
      order: fc.constantFrom('interestFirst' as const, 'principalFirst' as const),
    }),
    firstPeriod: fc.constant('2026-01'),
    paidCents: fc.option(fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 120 }), { nil: undefined }),
  });

  it('a loan that is paid as asked ends at zero, to the cent', () => {
    fc.assert(
      fc.property(loans, (loan) => {
        const rows = loanTable({ ...loan, paidCents: undefined });
        expect(rows.at(-1)).toMatchObject({ principalOpenCents: 0, interestOpenCents: 0 });
        expect(sumCents(rows.map(({ toPrincipalCents }) => toPrincipalCents))).toBe(loan.principalCents);
      }),
    );
  });

  it('no more is taken than was paid or owed, and nothing stands below zero', () => {
    fc.assert(
      fc.property(loans, (loan) => {
        for (const row of loanTable(loan)) {
          expect(row.toPrincipalCents + row.toInterestCents).toBeLessThanOrEqual(row.paidCents);
          expect(
            Math.min(row.toPrincipalCents, row.toInterestCents, row.interestOpenCents, row.principalOpenCents),
          ).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
