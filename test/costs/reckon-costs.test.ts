import { describe, expect, it } from 'vitest';
import type { CostKind, CostSettings } from '#shared/costs/contract.ts';
import { type CostItem, lumpSumThatMayFollow, reckonCosts } from '#shared/costs/reckon-costs.ts';
import { costSettingsProblems, noCosts } from '#shared/costs/settings-problems.ts';
import type { LawValue } from '#shared/law/contract.ts';
import { lawTablesOf } from '#shared/law/tables.ts';

function row(name: LawValue['name'], fromDate: string, untilDate: string | null, value: LawValue['value']): LawValue {
  return { name, fromDate, untilDate, value, source: 'test', doubt: '', isOwn: false, author: null, at: null };
}

/** The slices of art. XIX.4; the ceiling of 2025 and nothing after it. */
const tables = lawTablesOf(
  [
    row('lumpSumCap', '2023-09-01', null, {
      slices: [
        { aboveCents: 0, baseCents: 20_00, basisPoints: 0 },
        { aboveCents: 150_00, baseCents: 30_00, basisPoints: 1000 },
        { aboveCents: 500_00, baseCents: 65_00, basisPoints: 500 },
      ],
      maximumCents: 2000_00,
    }),
    row('reminderCostCap', '2023-09-01', null, 7_50),
    row('postage', '2025-01-01', '2025-12-31', 1_36),
    row('interestCeiling', '2025-01-01', '2025-06-30', 11.5),
    row('interestCeiling', '2025-07-01', '2025-12-31', 10.5),
  ],
  [],
);

const clause: CostSettings = {
  ...noCosts,
  enabled: true,
  clause: 'Bij niet-betaling na een gratis herinnering …',
  clauseReference: 'art. 12',
  clauseDate: '2024-09-01',
};
const lumpSum: CostSettings = { ...clause, kind: 'lumpSum', lumpSumBasisPoints: 1000, lumpSumMinimumCents: 20_00 };
const reminder: CostSettings = { ...clause, kind: 'reminderCost', reminderCostCents: 7_50 };

/** A bill of 100 euro whose free term ended on 17 March 2025. */
const bill: CostItem = {
  invoiceId: 1,
  dueCents: 100_00,
  issueDate: '2024-11-30',
  freeUntil: '2025-03-17',
  announced: { reminder: 'a', cents: 2000_00 },
  isFrozen: false,
  asked: [],
  missedInYear: 1,
};

const amounts = (
  kind: CostKind,
  settings: CostSettings,
  items: readonly CostItem[],
  onDate = '2025-03-18',
  channel: 'email' | 'letter' = 'email',
) => reckonCosts(kind, settings, items, onDate, channel, tables).costs.map(({ amountCents }) => amountCents);

describe('a cost beside a bill', () => {
  it('is nothing as long as the school said nothing, or has no clause', () => {
    expect(amounts('lumpSum', noCosts, [bill])).toEqual([]);
    expect(amounts('lumpSum', { ...lumpSum, clause: '' }, [bill])).toEqual([]);
    expect(amounts('lumpSum', { ...lumpSum, clauseDate: null }, [bill])).toEqual([]);
    expect(amounts('lumpSum', { ...lumpSum, enabled: false }, [bill])).toEqual([]);
  });

  it('needs a clause that parents knew before the bill was made', () => {
    expect(amounts('lumpSum', { ...lumpSum, clauseDate: '2024-11-30' }, [bill])).toEqual([20_00]);
    expect(amounts('lumpSum', { ...lumpSum, clauseDate: '2024-12-01' }, [bill])).toEqual([]);
  });

  it('comes only after the free term of the first reminder (1.3a: from 18 March 2025)', () => {
    expect(amounts('lumpSum', lumpSum, [bill], '2025-03-17')).toEqual([]);
    expect(amounts('lumpSum', lumpSum, [bill], '2025-03-18')).toEqual([20_00]);
    expect(amounts('lumpSum', lumpSum, [{ ...bill, freeUntil: null }])).toEqual([]);
  });

  it('is frozen by a hold that freezes', () => {
    expect(amounts('lumpSum', lumpSum, [{ ...bill, isFrozen: true }])).toEqual([]);
  });
});

describe('a lump sum', () => {
  it('is cut at the cap of the law (1.4: 215.00 allows 36.50; 1,240.50 allows 102.02)', () => {
    const high = { ...lumpSum, lumpSumBasisPoints: 5000 };
    expect(amounts('lumpSum', high, [{ ...bill, dueCents: 215_00 }])).toEqual([36_50]);
    expect(amounts('lumpSum', high, [{ ...bill, dueCents: 1240_50 }])).toEqual([102_02]);
  });

  it('of three bills of 60.00 is 33.00 together (1.4), to the cent over the bills', () => {
    const bills = [1, 2, 3].map((invoiceId) => ({ ...bill, invoiceId, dueCents: 60_00 }));
    const asked = amounts('lumpSum', { ...lumpSum, lumpSumBasisPoints: 10_000 }, bills);
    expect(asked).toEqual([11_00, 11_00, 11_00]);
  });

  it('is asked once for a bill, and what was asked before counts in the cap on all', () => {
    const before = { ...bill, asked: [{ kind: 'lumpSum' as const, amountCents: 20_00, until: null }] };
    expect(amounts('lumpSum', lumpSum, [before])).toEqual([]);
    // 100.00 and 100.00: 35.00 on the total, of which 20.00 was asked.
    const second = { ...bill, invoiceId: 2 };
    expect(amounts('lumpSum', lumpSum, [before, second])).toEqual([15_00]);
  });

  it('is never more than the first reminder named, and nothing when it named none (1.2b)', () => {
    expect(amounts('lumpSum', lumpSum, [{ ...bill, announced: null }])).toEqual([]);
    expect(amounts('lumpSum', lumpSum, [{ ...bill, announced: { reminder: 'a', cents: 15_00 } }])).toEqual([15_00]);
    const two = [1, 2].map((invoiceId) => ({ ...bill, invoiceId, announced: { reminder: 'a', cents: 20_00 } }));
    expect(amounts('lumpSum', lumpSum, two)).toEqual([10_00, 10_00]);
  });

  it('is named to the cent in the first reminder (1.2c: 36.50 on 215.00)', () => {
    const bills = [{ dueCents: 215_00, issueDate: '2024-11-30' }];
    const high = { ...lumpSum, lumpSumBasisPoints: 5000 };
    expect(lumpSumThatMayFollow(high, bills, '2025-03-03', tables)).toBe(36_50);
    expect(lumpSumThatMayFollow(lumpSum, bills, '2025-03-03', tables)).toBe(21_50);
    expect(lumpSumThatMayFollow({ ...lumpSum, clauseDate: '2024-12-01' }, bills, '2025-03-03', tables)).toBeNull();
    expect(lumpSumThatMayFollow(reminder, bills, '2025-03-03', tables)).toBeNull();
    expect(lumpSumThatMayFollow(noCosts, bills, '2025-03-03', tables)).toBeNull();
  });

  it('never stands beside a reminder cost', () => {
    const withCost = { ...bill, asked: [{ kind: 'reminderCost' as const, amountCents: 7_50, until: null }] };
    expect(amounts('lumpSum', lumpSum, [withCost])).toEqual([]);
    const withLump = {
      ...bill,
      missedInYear: 4,
      asked: [{ kind: 'lumpSum' as const, amountCents: 20_00, until: null }],
    };
    expect(amounts('reminderCost', reminder, [withLump])).toEqual([]);
  });

  it('is blocked, and says so, when the law is not known that day', () => {
    const early = { ...bill, freeUntil: '2023-08-01', issueDate: '2024-11-30' };
    const { costs, blockedBy } = reckonCosts('lumpSum', lumpSum, [early], '2023-08-20', 'email', tables);
    expect(costs).toEqual([]);
    expect(blockedBy).toMatch(/Wettelijke bedragen/);
  });
});

describe('a reminder cost', () => {
  it('is free for three missed due dates of a year, and 7.50 from the fourth (1.6a)', () => {
    const missed = (missedInYear: number) => amounts('reminderCost', reminder, [{ ...bill, missedInYear }]);
    expect([1, 2, 3, 4].map(missed)).toEqual([[], [], [], [7_50]]);
  });

  it('is asked once for one reminder, with postage for a letter when that is known', () => {
    const bills = [4, 5].map((missedInYear) => ({ ...bill, invoiceId: missedInYear, missedInYear }));
    expect(amounts('reminderCost', reminder, bills)).toEqual([7_50]);
    expect(amounts('reminderCost', reminder, bills, '2025-03-18', 'letter')).toEqual([8_86]);
    expect(amounts('reminderCost', reminder, bills, '2026-03-18', 'letter')).toEqual([7_50]);
  });
});

describe('interest', () => {
  const asking = (interestBasisPoints: number): CostSettings => ({ ...clause, interestBasisPoints });

  it('runs from the day after the free term at the rate of the clause, over 365 days, rounded once', () => {
    // 18 March up to 1 September: 167 days of 250.00 at 4.50 % (4b).
    expect(amounts('interest', asking(450), [{ ...bill, dueCents: 250_00 }], '2025-09-01')).toEqual([5_15]);
  });

  it('never exceeds the ceiling of the law, also where that changes', () => {
    // 105 days at 11.5 and 62 days at 10.5 of 250.00, though the clause says 12 %.
    expect(amounts('interest', asking(1200), [{ ...bill, dueCents: 250_00 }], '2025-09-01')).toEqual([12_73]);
  });

  it('goes on where the last time ended, and never twice over the same days', () => {
    const asked = [{ kind: 'interest' as const, amountCents: 5_15, until: '2025-09-01' }];
    expect(amounts('interest', asking(450), [{ ...bill, dueCents: 250_00, asked }], '2025-09-01')).toEqual([]);
    expect(amounts('interest', asking(450), [{ ...bill, dueCents: 250_00, asked }], '2025-10-01')).toEqual([92]);
  });

  it('is blocked when the ceiling of one of the days is not known', () => {
    const { costs, blockedBy } = reckonCosts('interest', asking(450), [bill], '2026-02-01', 'email', tables);
    expect(costs).toEqual([]);
    expect(blockedBy).not.toBeNull();
  });
});

describe('the settings of costs', () => {
  const problems = (settings: CostSettings, today = '2025-03-18') => costSettingsProblems(settings, tables, today);

  it('are fine when everything is off, whatever else stands there', () => {
    expect(problems({ ...noCosts, kind: 'lumpSum' })).toEqual([]);
  });

  it('ask for the clause, its article and its day', () => {
    expect(problems({ ...noCosts, enabled: true, kind: 'lumpSum', lumpSumBasisPoints: 1000 })).toHaveLength(3);
    expect(problems(lumpSum)).toEqual([]);
    expect(problems({ ...lumpSum, clauseDate: '2025-03-19' })).toHaveLength(1);
  });

  it('refuse what is above the caps: such a clause is null', () => {
    expect(problems({ ...lumpSum, lumpSumMinimumCents: 20_01 })).toEqual([expect.stringContaining('nietig')]);
    expect(problems({ ...reminder, reminderCostCents: 7_51 })).toEqual([expect.stringContaining('nietig')]);
    expect(problems({ ...clause, interestBasisPoints: 1151 })).toEqual([expect.stringContaining('11,5')]);
    expect(problems({ ...clause, interestBasisPoints: 1150 })).toEqual([]);
  });

  it('are blocked when the cap is not known', () => {
    expect(problems({ ...clause, interestBasisPoints: 100 }, '2026-08-01')).toHaveLength(1);
  });
});
