import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testApplication, type TestApplication } from '#test/support/application.ts';
import { addInvoice, addSchool, type FamilyIds } from '#test/support/family.ts';
import { jointFamily, moveableClock, type MoveableClock, receive, request } from './support.ts';

describe('a plan that changes', () => {
  let application: TestApplication;
  let clock: MoveableClock;
  let schoolId: number;
  let family: FamilyIds;
  beforeEach(async () => {
    clock = moveableClock('2026-11-20');
    application = await testApplication(undefined, undefined, clock);
    schoolId = addSchool(application.context.store);
    family = jointFamily(application, schoolId, [1000_00]);
  });
  afterEach(() => application.close());

  const make = (change: object = {}) =>
    application.api.plans.make({ ...request(family, schoolId), monthlyCents: 100_00, toleranceDays: 5, ...change });

  it('P-1: books 100.00 as two times 50.00; 50.00 received leaves 50.00 behind; the correction takes it away', async () => {
    const { api, context } = application;
    const { planId, structuredReference: _ } = await make({ startsOn: '2026-11-20' });
    await receive(application, family, 50_00);
    expect(await api.plans.bookObligations({})).toEqual({ plans: 1, obligations: 2, bookedCents: 100_00 });
    expect(await api.plans.bookObligations({})).toEqual({ plans: 0, obligations: 0, bookedCents: 0 });
    const [invoiceId = 0] = family.invoiceIds;
    const before = await api.ledger.arrears({ invoiceId });
    expect(before).toMatchObject({
      bookedCents: 100_00,
      receivedCents: 50_00,
      arrearsCents: 50_00,
      balanceCents: 950_00,
    });
    expect(before.rows.map(({ bookedCents, receivedCents }) => [bookedCents, receivedCents])).toEqual([
      [50_00, 25_00],
      [50_00, 25_00],
    ]);
    const changed = await api.plans.change({
      planId,
      invoiceIds: [invoiceId],
      startsOn: '2027-01-01',
      monthlyCents: 95_00,
      reason: 'Minder loon',
    });
    expect(changed.history.map(({ version, kind, correctionCents }) => [version, kind, correctionCents])).toEqual([
      [2, 'changed', -50_00],
      [1, 'agreed', 0],
    ]);
    expect(await api.ledger.arrears({ invoiceId })).toMatchObject({ arrearsCents: 0, balanceCents: 950_00 });
    expect(changed).toMatchObject({ receivedCents: 50_00, totalCents: 1000_00, balanceCents: 950_00, version: 2 });
    expect(changed.instalments[0]).toMatchObject({ dueDate: '2026-11-20', amountCents: 50_00, status: 'paid' });
    expect(changed.instalments[1]).toMatchObject({ dueDate: '2027-01-01', amountCents: 95_00, status: 'upcoming' });
    expect(context.store.sql.prepare('SELECT count(*) FROM obligations').pluck().get()).toBe(4);
  });

  it('is missed within its tolerance, breached on the day after, and live again when it is made good (S-14)', async () => {
    const { api } = application;
    const { planId } = await make();
    await receive(application, family, 1);
    const stateOn = async (date: string) => {
      clock.setDate(date);
      const { state, missedOn, breachedByCents, breachesOn } = await api.plans.page({ planId });
      return { state, missedOn, breachedByCents, breachesOn };
    };
    expect(await stateOn('2026-12-05')).toEqual({
      state: 'proposed',
      missedOn: '2026-12-01',
      breachedByCents: 0,
      breachesOn: '2026-12-06',
    });
    expect(await stateOn('2026-12-06')).toEqual({
      state: 'breached',
      missedOn: null,
      breachedByCents: 99_99,
      breachesOn: '2026-12-06',
    });
    await receive(application, family, 99_99);
    expect(await stateOn('2026-12-06')).toMatchObject({
      state: 'proposed',
      breachedByCents: 0,
      breachesOn: '2027-01-06',
    });
  });

  it('moves what is left when it is paused; what was paid stays', async () => {
    const { api } = application;
    const { planId } = await make();
    await receive(application, family, 130_00);
    const paused = await api.plans.pause({ planId, months: 2, reason: 'Ziekenhuis' });
    expect(paused.pausedUntil).toBe('2027-02-28');
    expect(
      paused.instalments.slice(0, 4).map(({ dueDate, amountCents, status }) => [dueDate, amountCents, status]),
    ).toEqual([
      ['2026-11-20', 100_00, 'paid'],
      ['2026-11-20', 30_00, 'paid'],
      ['2027-03-01', 70_00, 'upcoming'],
      ['2027-04-01', 100_00, 'upcoming'],
    ]);
    expect(paused).toMatchObject({ receivedCents: 130_00, balanceCents: 870_00, totalCents: 1000_00 });
  });

  it('takes a claim in and out at the same amount a month', async () => {
    const { api, context } = application;
    const { planId } = await make();
    await receive(application, family, 100_00);
    const extraId = addInvoice(context.store, schoolId, family.pupilIds[0] ?? 0, { number: '77', amountCents: 150_00 });
    expect((await api.plans.page({ planId })).otherClaims.map(({ invoiceId, rule }) => [invoiceId, rule])).toEqual([
      [extraId, 'byHand'],
    ]);
    const larger = await api.plans.addClaims({ planId, invoiceIds: [extraId] });
    expect(larger).toMatchObject({
      totalCents: 1150_00,
      balanceCents: 1050_00,
      receivedCents: 100_00,
      isCombined: true,
      version: 2,
    });
    expect(larger.lastDueDate).toBe('2027-11-01');
    expect(larger.instalments.at(-1)?.amountCents).toBe(50_00);
    const smaller = await api.plans.removeClaims({ planId, invoiceIds: [extraId] });
    expect(smaller).toMatchObject({ totalCents: 1000_00, balanceCents: 900_00, version: 3 });
    expect((await api.plans.declineClaims({ planId, invoiceIds: [extraId] })).otherClaims[0]?.wasDeclined).toBe(true);
    await expect(api.plans.removeClaims({ planId, invoiceIds: [...family.invoiceIds] })).rejects.toMatchObject({
      code: 'REFUSED',
    });
  });

  it('is stopped and taken up again, unless its claims went into another plan', async () => {
    const { api } = application;
    const { planId } = await make();
    expect((await api.plans.end({ planId, reason: 'Verhuisd' })).state).toBe('ended');
    await expect(api.plans.pause({ planId, months: 1, reason: 'x' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await api.plans.revive({ planId })).state).toBe('proposed');
    await api.plans.end({ planId, reason: 'Opnieuw' });
    await make();
    await expect(api.plans.revive({ planId })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
