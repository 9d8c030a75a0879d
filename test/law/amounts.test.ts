import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/plain-date.ts';
import { interest } from '#shared/law/interest.ts';
import { lumpSumCap } from '#shared/law/lump-sum-cap.ts';
import '#test/support/same-examples.ts';
import { ownRow, tablesWith } from './law-tables.ts';

const shipped = tablesWith();
const onDate = '2025-03-19';
const cap = (dueCents: number | number[]) => lumpSumCap({ dueCents, onDate }, shipped).capCents;

describe('the cap on the lump sum (law 1.4)', () => {
  it.each([
    [0, 0],
    [1, 20_00],
    [60_00, 20_00],
    [150_00, 20_00],
    [150_01, 30_00],
    [150_10, 30_01],
    [215_00, 36_50],
    [499_99, 64_99],
    [500_00, 65_00],
    [500_01, 65_00],
    [500_20, 65_01],
    [1000_00, 90_00],
    [1240_50, 102_02],
    [39_200_00, 2000_00],
    [40_000_00, 2000_00],
    [10_000_000_00, 2000_00],
  ])('on %i cents is %i cents', (due, most) => expect(cap(due)).toBe(most));

  it('of several bills is the lowest of both ways: 3 × 60.00 is 33.00 and not 60.00', () => {
    expect(cap([60_00, 60_00, 60_00])).toBe(33_00);
    expect(cap([60_00])).toBe(20_00);
    expect(cap([160_00, 0])).toBe(31_00);
    expect(cap([100_00, 50_00])).toBe(20_00);
    expect(cap([30_000_00, 30_000_00])).toBe(2000_00);
  });

  it('is unknown before 1 September 2023, and when the row is blank', () => {
    expect(lumpSumCap({ dueCents: 60_00, onDate: '2023-08-31' }, shipped)).toEqual({
      capCents: null,
      source: '',
      blockedBy:
        'Hoogste schadevergoeding: wat op 31/08/2023 geldt, is niet bekend. Vul het in bij Instellingen, Wettelijke bedragen.',
    });
    expect(lumpSumCap({ dueCents: 60_00, onDate: '2023-09-01' }, shipped)).toMatchObject({
      capCents: 20_00,
      blockedBy: null,
    });
    const blank = tablesWith(ownRow('lumpSumCap', '2027-01-01'));
    expect(lumpSumCap({ dueCents: 60_00, onDate: '2027-01-01' }, blank).capCents).toBeNull();
  });

  it('never falls when more is due, never exceeds the maximum, and several bills never give more than one', () => {
    const amount = fc.integer({ min: 0, max: 100_000_00 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), amount, (bills, more) => {
        const total = bills.reduce((sum, due) => sum + due, 0);
        const together = cap(bills) ?? -1;
        expect(together).toBeGreaterThanOrEqual(0);
        expect(together).toBeLessThanOrEqual(cap(total) ?? -1);
        expect(together).toBeLessThanOrEqual(2000_00);
        expect(cap(total + more) ?? -1).toBeGreaterThanOrEqual(cap(total) ?? -1);
      }),
    );
  });
});

describe('interest (law 4.3)', () => {
  it.each([
    ['4b', 'civil', 250_00, '2025-03-18', '2025-09-01', [[167, 4.5]], 5_15],
    [
      '4c',
      'civil',
      180_00,
      '2024-11-20',
      '2025-02-10',
      [
        [42, 5.75],
        [40, 4.5],
      ],
      2_08,
    ],
    [
      '4e',
      'ceiling',
      600_00,
      '2024-05-15',
      '2025-02-15',
      [
        [47, 12.5],
        [184, 12.5],
        [45, 11.5],
      ],
      55_97,
    ],
    ['4g', 'civil', 1000_00, '2024-01-01', '2025-01-01', [[366, 5.75]], 57_66],
    ['6a: 10 % is no table; the civil rate over 16 days', 'civil', 120_00, '2025-05-16', '2025-06-01', [[16, 4.5]], 24],
    [
      'three years',
      'civil',
      100_00,
      '2022-12-31',
      '2024-01-02',
      [
        [1, 1.5],
        [365, 5.25],
        [1, 5.75],
      ],
      5_27,
    ],
  ] as const)('%s', (_, kind, principalCents, from, to, segments, interestCents) => {
    const reckoned = interest({ kind, principalCents, from, to }, shipped);
    expect(reckoned.segments.map(({ days, percent }) => [days, percent])).toEqual(segments);
    expect(reckoned).toMatchObject({ interestCents, blockedBy: null });
    expect(reckoned.segments[0]?.from).toBe(from);
    expect(reckoned.segments.at(-1)?.to).toBe(to);
  });

  it('is nothing over no days, and a half cent goes up', () => {
    const none = { interestCents: 0, segments: [], blockedBy: null };
    const civil = { kind: 'civil' as const, principalCents: 250_00 };
    expect(interest({ ...civil, from: '2025-03-18', to: '2025-03-18' }, shipped)).toEqual(none);
    expect(interest({ ...civil, from: '2025-03-18', to: '2025-03-01' }, shipped)).toEqual(none);
    const five = tablesWith(ownRow('civilInterest', '2025-01-01', { untilDate: '2025-12-31', value: 5 }));
    // 36.50 × 5 % × 1/365 is exactly half a cent.
    const halfCent = { kind: 'civil' as const, principalCents: 36_50, from: '2025-03-01', to: '2025-03-02' };
    expect(interest(halfCent, five).interestCents).toBe(1);
    expect(interest({ ...halfCent, principalCents: 36_49 }, five).interestCents).toBe(0);
  });

  it('is blocked by a year that is blank or missing, named, however few days of it', () => {
    const civil = { kind: 'civil' as const, principalCents: 250_00, from: '2026-12-01' };
    expect(interest({ ...civil, to: '2027-01-01' }, shipped).interestCents).toBe(96);
    expect(interest({ ...civil, to: '2027-01-02' }, shipped)).toEqual({
      interestCents: null,
      segments: [],
      blockedBy:
        'Wettelijke interest: het percentage van 2027 is niet bekend. Vul het in bij Instellingen, Wettelijke bedragen.',
    });
    expect(interest({ ...civil, from: '2014-12-31', to: '2015-02-01' }, shipped).blockedBy).toContain('van 2014');
    expect(interest({ ...civil, from: '2028-01-01', to: '2028-02-01' }, shipped).blockedBy).toContain('van 2028');
    const ceiling = { ...civil, kind: 'ceiling' as const };
    expect(interest({ ...ceiling, from: '2026-06-01', to: '2026-07-01' }, shipped).blockedBy).toBeNull();
    expect(interest({ ...ceiling, from: '2026-06-01', to: '2026-07-02' }, shipped).blockedBy).toContain(
      'tweede helft van 2026',
    );
    expect(interest({ ...ceiling, from: '2021-12-01', to: '2022-02-01' }, shipped).blockedBy).toContain(
      'tweede helft van 2021',
    );
  });

  it('comes free once the rate is filled in', () => {
    const filled = tablesWith(ownRow('civilInterest', '2027-01-01', { untilDate: '2027-12-31', value: 3.75 }));
    const reckoned = interest({ kind: 'civil', principalCents: 1000_00, from: '2026-12-22', to: '2027-01-11' }, filled);
    expect(reckoned.segments.map(({ days, percent }) => [days, percent])).toEqual([
      [10, 4.5],
      [10, 3.75],
    ]);
    expect(reckoned.interestCents).toBe(2_26);
  });

  it('cut in two is the whole, but for rounding', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('civil' as const, 'ceiling' as const),
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.integer({ min: 0, max: 1600 }),
        fc.integer({ min: 0, max: 1600 }),
        (kind, principalCents, first, second) => {
          const from = '2022-01-01';
          const [middle = 0, end = 0] = [first, second].sort((a, b) => a - b);
          const part = (start: number, stop: number): number =>
            interest({ kind, principalCents, from: addDays(from, start), to: addDays(from, stop) }, shipped)
              .interestCents ?? Number.NaN;
          expect(Math.abs(part(0, middle) + part(middle, end) - part(0, end))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
