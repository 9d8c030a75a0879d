import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumCents } from '#shared/money/cents.ts';
import { divideShares, expectedBy } from '#shared/settlements/divide-shares.ts';
import { testApplication } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';

const creditors = [
  { name: 'Basisschool De Wilg', amountCents: 320_00, schoolId: 1 },
  { name: 'Bank', amountCents: 1450_00, schoolId: null },
  { name: 'Telecom', amountCents: 230_00, schoolId: null },
];

describe('100,00 a month over 320 / 1.450 / 230 (5e)', () => {
  const shares = divideShares({ monthlyCents: 100_00, creditors, fromDate: '2025-05-01' });

  it('gives the school 16,00 a month for 20 months, until 01/12/2026', () => {
    expect(shares.creditors.map(({ monthlyCents }) => monthlyCents)).toEqual([16_00, 72_50, 11_50]);
    expect(shares.creditors[0]).toMatchObject({ totalCents: 320_00, remittedCents: 0, lastDate: '2026-12-01' });
    expect(shares.months).toBe(20);
  });

  it('remits what is left when the plan ends after 12 months', () => {
    const short = divideShares({ monthlyCents: 100_00, creditors, fromDate: '2025-05-01', months: 12 });
    expect(short.creditors[0]).toMatchObject({ totalCents: 192_00, remittedCents: 128_00, lastDate: '2026-04-01' });
    expect(short.totalCents).toBe(1200_00);
  });

  it('expects a share on the first day of each month, and never more than all of them', () => {
    const share = { monthlyCents: 16_00, totalCents: 320_00 };
    expect(expectedBy(share, '2025-05-01', '2025-04-30')).toBe(0);
    expect(expectedBy(share, '2025-05-01', '2025-05-01')).toBe(16_00);
    expect(expectedBy(share, '2025-05-01', '2025-07-15')).toBe(48_00);
    expect(expectedBy(share, '2025-05-01', '2030-01-01')).toBe(320_00);
  });
});

it('5g: 33,33 over three equal claims is 11,11 each', () => {
  const equal = ['A', 'B', 'C'].map((name) => ({ name, amountCents: 100_00, schoolId: null }));
  const shares = divideShares({ monthlyCents: 33_33, creditors: equal, fromDate: '2025-05-01' });
  expect(shares.creditors.map(({ monthlyCents }) => monthlyCents)).toEqual([11_11, 11_11, 11_11]);
});

it('nobody gets anything of nothing, and then it never ends', () => {
  const shares = divideShares({ monthlyCents: 0, creditors, fromDate: '2025-05-01' });
  expect(shares).toMatchObject({ totalCents: 0, months: null });
  expect(shares.creditors.every(({ lastDate }) => lastDate === null)).toBe(true);
});

it('loses no cent, pays nobody too much, and what is not paid is remitted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50_000 }),
      fc.array(fc.integer({ min: 0, max: 300_000 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 84 }),
      (monthlyCents, amounts, months) => {
        const owed = amounts.map((amountCents) => ({ name: 'X', amountCents, schoolId: null }));
        const shares = divideShares({ monthlyCents, creditors: owed, fromDate: '2026-01-01', months });
        expect(shares.totalCents).toBe(Math.min(sumCents(amounts), monthlyCents * months));
        for (const one of shares.creditors) {
          expect(one.totalCents + one.remittedCents).toBe(one.amountCents);
          expect(one.remittedCents).toBeGreaterThanOrEqual(0);
        }
      },
    ),
  );
});

describe('the share of the school', () => {
  it('is followed: promised by today, received from the payer or the mediator, and behind', async () => {
    const application = await testApplication('2025-07-15');
    const { api, context } = application;
    const schoolId = addSchool(context.store);
    const family = addFamily(context.store, schoolId, {
      name: 'Gezin Abeel',
      payers: [
        { firstName: 'Sofie', lastName: 'Abeel' },
        { firstName: 'Jan', lastName: 'Abeel' },
      ],
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Abeel',
          invoices: [{ number: 'F1', amountCents: 320_00, issueDate: '2024-12-01', dueDate: '2024-12-15' }],
        },
      ],
    });
    const [payerId = 0, other = 0] = family.payerIds;
    const { settlementId } = await api.settlements.open({ payerId, orderSentOn: '2025-03-10' });
    const mine = creditors.map((one) => (one.schoolId === null ? one : { ...one, schoolId }));
    await api.settlements.savePlan({ settlementId, monthlyCents: 100_00, creditors: mine, fromDate: '2025-05-01' });
    const pay = (from: number, amountCents: number, key: string) =>
      api.ledger.bookReceipts({
        requestKey: `shares-${key}`,
        schoolId,
        controlTotalCents: amountCents,
        lines: [
          { householdId: family.householdId, payerId: from, method: 'bank', amountCents, valueDate: '2025-06-02' },
        ],
      });
    await pay(payerId, 30_00, 'first');
    await pay(other, 50_00, 'other');
    const [settlement] = await api.settlements.list({ householdId: family.householdId });
    expect(settlement).toMatchObject({
      kind: 'collective',
      suspendedUntil: null,
      monthlyCents: 100_00,
      planMonths: null,
    });
    expect(settlement?.creditors).toEqual(mine);
    expect(settlement?.followed).toEqual([
      {
        schoolId,
        schoolName: 'Basisschool De Wilg',
        expectedCents: 48_00,
        receivedCents: 30_00,
        behindCents: 18_00,
        forecastCents: 320_00,
      },
    ]);
    await application.close();
  });
});

describe('an amicable mediation', () => {
  it('holds contact, costs and interest for the 45 days of the law from the day it was asked, and no longer (5.3)', async () => {
    const application = await testApplication('2025-03-15');
    const { api, context } = application;
    const schoolId = addSchool(context.store);
    const { payerIds } = addFamily(context.store, schoolId, {
      name: 'Gezin Abeel',
      payers: [{ firstName: 'Sofie', lastName: 'Abeel' }],
      pupils: [{ firstName: 'Noor', lastName: 'Abeel' }],
    });
    const [payerId = 0] = payerIds;
    const opened = await api.settlements.open({ payerId, kind: 'amicable', orderSentOn: '2025-03-10' });
    const { untilDate } = await api.law.mediationHold({ requestedOn: '2025-03-10' });
    expect(opened).toMatchObject({ kind: 'amicable', suspendedUntil: untilDate });
    expect(await api.holds.list({})).toMatchObject([{ kind: 'mediation', untilDate, freezesCosts: true }]);
    await application.close();
  });
});
