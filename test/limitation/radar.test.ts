import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/plain-date.ts';
import { limitedFromOf } from '#main/limitation/limited-from.ts';
import { bankOffice, type BankOffice } from '#test/bank/banking.ts';
import { addSchool, insert } from '#test/support/family.ts';
import { addBeuk, paidAtBank, signedPaper } from './keeping.ts';

let office: BankOffice;

beforeEach(async () => {
  office = await bankOffice('2026-11-20');
});
afterEach(() => office.close());

/** A bill with so many days left on its careful clock today, due two weeks after it was made. */
function daysLeft(safe: number, change: object = {}) {
  const issueDate = addDays('2025-11-20', safe);
  return { issueDate, dueDate: addDays(issueDate, 14), ...change };
}

const radar = (filter: Parameters<BankOffice['api']['limitation']['radar']>[0] = {}) =>
  office.api.limitation.radar(filter);

describe('the radar', () => {
  it('counts bills in bands by the days left on the careful clock: 30, 60, 90 and 120, and no more', async () => {
    addBeuk(
      office,
      [0, 30, 31, 60, 61, 90, 91, 120, 121].map((days) => daysLeft(days, { amountCents: 10_00 })),
    );
    const { rows, counts, cents } = await radar();
    expect(rows.map(({ safeDaysLeft, band }) => `${safeDaysLeft} ${band}`)).toEqual([
      '0 days30',
      '30 days30',
      '31 days60',
      '60 days60',
      '61 days90',
      '90 days90',
      '91 days120',
      '120 days120',
    ]);
    expect(counts).toEqual({ limited: 0, days30: 2, days60: 2, days90: 2, days120: 2 });
    expect(cents).toMatchObject({ days30: 20_00, limited: 0 });
    expect((await radar({ band: 'days60' })).rows).toHaveLength(2);
    expect((await radar({ band: 'days60' })).counts.days30).toBe(2);
  });

  it('warns most about what ran out on the careful clock, and sets apart what is limited', async () => {
    addBeuk(office, [daysLeft(-14), daysLeft(-15), daysLeft(-1)]);
    const { rows, counts } = await radar();
    expect(rows).toMatchObject([
      { safeDaysLeft: -14, daysLeft: 0, isLimited: false, band: 'days30', actBefore: '2026-11-20' },
      { safeDaysLeft: -1, daysLeft: 13, isLimited: false, band: 'days30' },
      { safeDaysLeft: -15, daysLeft: -1, isLimited: true, band: 'limited' },
    ]);
    expect(counts).toMatchObject({ limited: 1, days30: 2 });
    // What is limited waits for a decision and for nothing else.
    expect(rows[2]?.nextActs.map(({ code }) => code)).toEqual(['writeOff']);
  });

  it('names the lawful next acts, the gentlest first, and a letter of a lawyer only once', async () => {
    const { invoiceIds } = addBeuk(office, [daysLeft(20)]);
    expect((await radar()).rows[0]?.nextActs.map(({ code }) => code)).toEqual([
      'talk',
      'plan',
      'acknowledgement',
      'partPayment',
      'lawyerLetter',
      'summons',
    ]);
    await office.api.limitation.recordAct({
      invoiceIds: [...invoiceIds],
      kind: 'lawyerLetter',
      // Sent on the day after the bill: it gives little, and it was the once.
      date: addDays('2025-11-20', 21),
      proof: signedPaper,
    });
    const { rows } = await radar();
    expect(rows[0]?.lastAct).toBe('Aangetekende brief van een advocaat op 11/12/2025');
    expect(rows[0]?.nextActs.map(({ code }) => code)).not.toContain('lawyerLetter');
  });

  it('asks nothing of a household whose debts are with a mediator', async () => {
    const { householdId } = addBeuk(office, [daysLeft(20)]);
    insert(office.context.store, 'holds', {
      scope: 'household',
      household_id: householdId,
      kind: 'debtSettlement',
      reason: 'Beschikking',
      from_date: '2026-10-01',
      author: 'test',
      created_at: '2026-10-01T08:00:00.000Z',
    });
    const { rows } = await radar();
    expect(rows[0]?.nextActs).toMatchObject([
      { code: 'talk', sentence: expect.stringContaining('vraag het gezin niets') },
    ]);
  });

  it('leaves out what a payment through the bank pushed away, and what is before the court', async () => {
    const { numbers, invoiceIds } = addBeuk(office, [daysLeft(20), daysLeft(21), daysLeft(22)]);
    await paidAtBank(office, numbers[0] ?? '', 25_00);
    await office.api.limitation.recordAct({
      invoiceIds: [invoiceIds[1] ?? 0],
      kind: 'summons',
      date: '2026-11-19',
      proof: signedPaper,
    });
    expect((await radar()).rows.map(({ invoiceId }) => invoiceId)).toEqual([invoiceIds[2]]);
  });

  it('a bill acknowledged after its careful clock ran out comes back when the other one runs out', async () => {
    const { invoiceIds } = addBeuk(office, [daysLeft(-10)]);
    expect((await radar()).rows).toMatchObject([{ safeDaysLeft: -10, daysLeft: 4, band: 'days30' }]);
    await office.api.limitation.recordAct({
      invoiceIds: [...invoiceIds],
      kind: 'acknowledgement',
      date: '2026-11-19',
      proof: signedPaper,
    });
    expect((await radar()).rows).toEqual([]);
    expect(await office.api.limitation.invoice({ invoiceId: invoiceIds[0] ?? 0 })).toMatchObject({
      safeDaysLeft: -10,
      daysLeft: 364,
    });
  });

  it('keeps to the school and the household that are asked', async () => {
    const one = addBeuk(office, [daysLeft(20)]);
    const otherSchool = addSchool(office.context.store, 'De Linde');
    addBeuk(
      {
        ...office,
        schoolId: otherSchool,
        add: (family) =>
          office.add({
            ...family,
            pupils: (family.pupils ?? []).map((pupil) => ({ ...pupil, schoolId: otherSchool })),
          }),
      },
      [daysLeft(10)],
    );
    expect((await radar()).rows).toHaveLength(2);
    expect((await radar({ schoolId: otherSchool })).rows).toMatchObject([{ schoolName: 'De Linde', safeDaysLeft: 10 }]);
    expect((await radar({ householdId: one.householdId })).rows).toMatchObject([{ safeDaysLeft: 20 }]);
  });
});

describe('the first day on which bills are limited', () => {
  it('asked of every open bill at once gives the same as asked one by one', async () => {
    const { invoiceIds, numbers } = addBeuk(office, [
      daysLeft(20),
      daysLeft(200),
      { issueDate: '2024-02-15', dueDate: '2024-02-29' },
      daysLeft(40),
      { ...daysLeft(50), paidCents: 100_00 },
    ]);
    const split = addBeuk(office, [daysLeft(20)], [5_000, 5_000]);
    await paidAtBank(office, numbers[0] ?? '', 25_00);
    await office.api.limitation.recordAct({
      invoiceIds: [invoiceIds[3] ?? 0],
      kind: 'orderToPay',
      date: '2026-11-19',
      proof: signedPaper,
    });
    const { store } = office.context;
    const all = limitedFromOf(store, null);
    const limitedFrom = invoiceIds.map((invoiceId) => all.get(invoiceId));
    expect(limitedFrom).toEqual(['2027-11-20', addDays('2025-11-20', 365 + 215), '2025-03-01', undefined, undefined]);
    expect(all.get(split.invoiceIds[0] ?? 0)).toBe(addDays('2025-11-20', 365 + 35));
    expect(limitedFromOf(store, [...all.keys()])).toEqual(all);
    expect(limitedFromOf(store, null, [office.schoolId])).toEqual(all);
    expect(limitedFromOf(store, null, [])).toEqual(new Map());
    // A paid bill has a clock when it is asked for.
    expect([...limitedFromOf(store, [invoiceIds[4] ?? 0]).keys()]).toEqual([invoiceIds[4]]);
    for (const [invoiceId, day] of all)
      expect((await office.api.limitation.invoice({ invoiceId })).clock.limitedFrom).toBe(day);
  });

  it('follows the table of the law: with another term it is another day', async () => {
    const { invoiceIds } = addBeuk(office, [{ issueDate: '2026-01-05', dueDate: '2026-01-20' }]);
    await office.api.law.saveValue({
      name: 'limitationYears',
      fromDate: '2026-01-01',
      value: 2,
      source: 'Een nieuwe wet',
    });
    expect(limitedFromOf(office.context.store, null).get(invoiceIds[0] ?? 0)).toBe('2028-01-21');
  });
});
