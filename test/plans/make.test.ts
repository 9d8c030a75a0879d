import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testApplication, type TestApplication } from '#test/support/application.ts';
import { addFamily, addInvoice, addSchool } from '#test/support/family.ts';
import { jointFamily, request } from './support.ts';

describe('a plan that is made in a conversation', () => {
  let application: TestApplication;
  let schoolId: number;
  beforeEach(async () => {
    application = await testApplication('2026-11-20');
    schoolId = addSchool(application.context.store);
  });
  afterEach(() => application.close());

  it('asks what is owed in equal parts, the last one takes the rest (P-5), and has a reference of its own', async () => {
    const family = jointFamily(application, schoolId, [115_00, 100_00]);
    const plan = await application.api.plans.make({ ...request(family, schoolId), count: 6 });
    expect(plan).toMatchObject({
      state: 'proposed',
      totalCents: 215_00,
      balanceCents: 215_00,
      isCombined: true,
      version: 1,
    });
    expect(plan.instalments.map(({ amountCents }) => amountCents)).toEqual([35_84, 35_84, 35_84, 35_84, 35_84, 35_80]);
    expect(plan.instalments.at(-1)?.dueDate).toBe('2027-05-01');
    expect(plan.next).toEqual({ dueDate: '2026-12-01', amountCents: 35_84 });
    expect(plan.notAccepted).toEqual(family.payerIds);
    expect(plan.structuredReference).toMatch(/^8\d{11}$/);
    expect(plan.claims.map(({ invoiceId, startCents, openCents }) => [invoiceId, startCents, openCents])).toEqual([
      [family.invoiceIds[0], 115_00, 115_00],
      [family.invoiceIds[1], 100_00, 100_00],
    ]);
    const { rows, counts } = await application.api.plans.list({ text: 'peeters' });
    expect(rows.map(({ planId }) => planId)).toEqual([plan.planId]);
    expect(counts).toEqual({ proposed: 1, live: 0, breached: 0, completed: 0, ended: 0 });
    expect((await application.api.plans.list({ text: 'iemand anders' })).rows).toEqual([]);
  });

  it('is the same plan when the button is pressed twice, and refused when it says something else', async () => {
    const family = jointFamily(application, schoolId, [100_00]);
    const asked = { ...request(family, schoolId), monthlyCents: 30_00 };
    const plan = await application.api.plans.make(asked);
    expect(plan.instalments.map(({ amountCents }) => amountCents)).toEqual([30_00, 30_00, 30_00, 10_00]);
    expect((await application.api.plans.make(asked)).planId).toBe(plan.planId);
    await expect(application.api.plans.make({ ...asked, monthlyCents: 20_00 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('refuses a claim that stands in another plan of the same payer, not one of the other parent (P-4)', async () => {
    const family = jointFamily(application, schoolId, [400_00]);
    const [anId = 0, bartId = 0] = family.payerIds;
    const first = await application.api.plans.make({ ...request(family, schoolId), payerIds: [anId], count: 4 });
    await expect(
      application.api.plans.make({ ...request(family, schoolId), payerIds: [anId, bartId], count: 4 }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { field: 'invoiceIds.0' } });
    const second = await application.api.plans.make({ ...request(family, schoolId), payerIds: [bartId], count: 8 });
    expect(second.structuredReference).not.toBe(first.structuredReference);
    const { claims } = await application.api.plans.claimable({ householdId: family.householdId, payerIds: [bartId] });
    expect(claims.map(({ planId, openCents }) => [planId, openCents])).toEqual([[second.planId, 400_00]]);
  });

  it('holds the share of who makes it, where shares are split', async () => {
    const family = addFamily(application.context.store, schoolId, {
      name: 'Gezin Claes',
      payers: [
        { firstName: 'An', lastName: 'Claes' },
        { firstName: 'Bart', lastName: 'Claes' },
      ],
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Claes',
          shares: [6000, 4000],
          invoices: [{ number: '1', amountCents: 125_01 }],
        },
      ],
    });
    const plan = await application.api.plans.make({
      ...request(family, schoolId),
      payerIds: family.payerIds.slice(0, 1),
      count: 3,
    });
    expect(plan.totalCents).toBe(75_01);
    expect(plan.otherClaims).toEqual([]);
  });

  it('puts claims of several schools together only with the consent of the family', async () => {
    const otherId = addSchool(application.context.store, 'Middenschool De Eik');
    const family = addFamily(application.context.store, schoolId, {
      name: 'Gezin Maes',
      payers: [{ firstName: 'An', lastName: 'Maes' }],
      pupils: [
        { firstName: 'Noor', lastName: 'Maes', invoices: [{ number: '10', amountCents: 50_00 }] },
        { firstName: 'Jef', lastName: 'Maes', schoolId: otherId, invoices: [{ number: '11', amountCents: 70_00 }] },
      ],
    });
    const claimable = await application.api.plans.claimable({
      householdId: family.householdId,
      payerIds: [...family.payerIds],
    });
    expect(claimable.needsConsent).toBe(true);
    expect(claimable.settings).toEqual({
      toleranceDays: 5,
      remindDaysBefore: null,
      proposedDays: 30,
      allowsInterest: false,
    });
    const asked = { ...request(family, schoolId), count: 2 };
    await expect(application.api.plans.make(asked)).rejects.toMatchObject({ data: { field: 'consentOn' } });
    const plan = await application.api.plans.make({ ...asked, consentOn: '2026-11-18' });
    expect(plan.claims.map(({ schoolName }) => schoolName)).toEqual(['Basisschool De Wilg', 'Middenschool De Eik']);
  });

  it.each([
    ['both an amount and a number', { monthlyCents: 10_00, count: 3 }, 'monthlyCents'],
    ['neither', {}, 'monthlyCents'],
    ['an amount that takes more than thirty years', { monthlyCents: 10 }, 'monthlyCents'],
    ['a start two months ago', { count: 3, startsOn: '2026-09-20' }, 'startsOn'],
    [
      'interest at a school that has none',
      { count: 3, interest: { method: 'linear', monthlyPercent: 1, order: 'interestFirst' } as const },
      'interest',
    ],
  ])('refuses %s', async (_what, change, field) => {
    const family = jointFamily(application, schoolId, [100_00]);
    await expect(application.api.plans.make({ ...request(family, schoolId), ...change })).rejects.toMatchObject({
      data: { field },
    });
    expect((await application.api.plans.list({})).rows).toEqual([]);
  });

  it('I-1: an agreed loan asks its interest too, as a charge on the claim, and is paid to the cent', async () => {
    const { api } = application;
    const settings = { toleranceDays: 5, remindDaysBefore: null, proposedDays: 30, allowsInterest: true };
    await api.plans.saveSettings({ schoolId, settings, billingGroups: [] });
    const family = jointFamily(application, schoolId, [3000_00]);
    const interest = { method: 'linear', monthlyPercent: 0.62, order: 'interestFirst' } as const;
    const plan = await api.plans.make({ ...request(family, schoolId), count: 60, interest });
    const { rows } = await api.plans.loanTable({
      principalCents: 3000_00,
      months: 60,
      terms: interest,
      firstPeriod: '2026-12',
    });
    expect(plan.instalments.map(({ amountCents }) => amountCents)).toEqual(rows.map((row) => row.obligationCents));
    expect(plan.instalments[0]?.amountCents).toBe(50_00 + 18_60);
    expect(plan.claims[0]?.openCents).toBe(plan.totalCents);
    expect(await api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
    const terms = {
      planId: plan.planId,
      invoiceIds: [...family.invoiceIds],
      startsOn: '2026-12-01',
      count: 6,
      reason: 'x',
    };
    await expect(api.plans.change(terms)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('refuses a bill that is limited, because a plan would revive it, with the day', async () => {
    const family = jointFamily(application, schoolId, [100_00]);
    const [pupilId = 0] = family.pupilIds;
    const oldId = addInvoice(application.context.store, schoolId, pupilId, {
      number: 'oud',
      amountCents: 10_00,
      issueDate: '2020-10-01',
      dueDate: '2020-10-31',
    });
    const asked = { ...request(family, schoolId), count: 2, invoiceIds: [...family.invoiceIds, oldId] };
    await expect(application.api.plans.make(asked)).rejects.toMatchObject({
      code: 'REFUSED',
      data: { field: 'invoiceIds.1' },
      message: expect.stringContaining('verjaard sinds'),
    });
  });

  it('refuses payers who each owe a share: nobody acknowledges what is owed by another', async () => {
    const family = addFamily(application.context.store, schoolId, {
      name: 'Gezin Gescheiden',
      payers: [
        { firstName: 'An', lastName: 'Peeters' },
        { firstName: 'Bart', lastName: 'Peeters' },
      ],
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Peeters',
          shares: [6000, 4000],
          invoices: [{ number: 'g-1', amountCents: 100_00 }],
        },
      ],
    });
    const [anId = 0] = family.payerIds;
    const { householdId } = family;
    const offered = await application.api.plans.claimable({ householdId, payerIds: [...family.payerIds] });
    expect(offered.claims).toMatchObject([{ isOwedApart: true }]);
    const asked = { ...request(family, schoolId), count: 2 };
    await expect(application.api.plans.make(asked)).rejects.toMatchObject({
      code: 'REFUSED',
      data: { field: 'payerIds' },
    });
    const own = await application.api.plans.make({ ...asked, payerIds: [anId] });
    expect(own.totalCents).toBe(60_00);
    expect((await application.api.plans.claimable({ householdId, payerIds: [anId] })).claims).toMatchObject([
      { isOwedApart: false },
    ]);
  });

  it('refuses a bill that is not owed, paid, or named twice, and a payer of another household', async () => {
    const family = jointFamily(application, schoolId, [100_00]);
    const other = jointFamily(application, schoolId, [100_00], 'Wouters');
    const [pupilId = 0] = family.pupilIds;
    const paidId = addInvoice(application.context.store, schoolId, pupilId, {
      number: '99',
      amountCents: 10_00,
      paidCents: 10_00,
    });
    const asked = { ...request(family, schoolId), count: 2 };
    for (const invoiceIds of [[paidId], [...other.invoiceIds], [...family.invoiceIds, ...family.invoiceIds]]) {
      await expect(application.api.plans.make({ ...asked, invoiceIds })).rejects.toMatchObject({ code: 'INVALID' });
    }
    await expect(application.api.plans.make({ ...asked, payerIds: [...other.payerIds] })).rejects.toMatchObject({
      data: { field: 'payerIds' },
    });
  });
});
