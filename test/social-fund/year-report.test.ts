import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumCents } from '#shared/money/cents.ts';
import { smallestGroup, yearReport } from '#shared/social-fund/year-report.ts';

const fund = { fundId: 1, schoolName: 'De Wilg', source: 'Eigen fonds', budgetCents: 1000_00 };
const part = (householdId: number, amountCents: number, billingGroup = 'maandrekening') => ({
  fundId: 1,
  grantId: householdId,
  householdId,
  billingGroup,
  amountCents,
});

describe('the year report of the fund', () => {
  it('shows how many families from the smallest group on', () => {
    const five = [1, 2, 3, 4, 5].map((id) => part(id, 20_00));
    expect(yearReport([fund], five).rows[0]).toMatchObject({ families: 5, grants: 5, averageCents: 20_00 });
    expect(yearReport([fund], five.slice(1)).rows[0]).toMatchObject({ families: null, grantedCents: 80_00 });
  });

  it('counts a family with several grants once', () => {
    const twice = [1, 1, 2, 3, 4, 5].map((id, index) => ({ ...part(id, 10_00), grantId: index }));
    expect(yearReport([fund], twice).rows[0]).toMatchObject({ families: 5, grants: 6, averageCents: 12_00 });
  });

  it('says zero of a fund that gave nothing', () => {
    expect(yearReport([fund], []).rows[0]).toMatchObject({ families: 0, grants: 0, leftCents: 1000_00 });
  });

  it('never shows a group of fewer families, and loses no cent in the totals', () => {
    const parts = fc.array(
      fc.record({
        fundId: fc.constant(1),
        grantId: fc.nat(20),
        householdId: fc.nat(9),
        billingGroup: fc.constantFrom('maandrekening', 'opvang', 'weekverblijf'),
        amountCents: fc.integer({ min: 1, max: 50_000 }),
      }),
    );
    fc.assert(
      fc.property(parts, (given) => {
        const { rows, byBillingGroup } = yearReport([fund], given);
        expect(rows[0]?.grantedCents).toBe(sumCents(given.map(({ amountCents }) => amountCents)));
        for (const group of byBillingGroup) {
          const families = new Set(
            given.filter((one) => one.billingGroup === group.billingGroup).map(({ householdId }) => householdId),
          );
          expect(group.grantedCents === null).toBe(families.size < smallestGroup);
        }
      }),
    );
  });
});
