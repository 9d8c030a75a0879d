import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testApplication, type TestApplication } from '#test/support/application.ts';
import { addSchool } from '#test/support/family.ts';
import { jointFamily, type MoveableClock, moveableClock, receive, request } from './support.ts';

const interest = { method: 'linear', monthlyPercent: 0.62, order: 'interestFirst' } as const;
/** 3,000.00 over 60 months at 0.62 %: interest of all months, of the first, and of the second. */
const allInterest = 567_30;
const [first, second] = [18_60, 18_29];

describe('a loan that ends before its time', () => {
  let application: TestApplication;
  let schoolId: number;
  let family: ReturnType<typeof jointFamily>;
  let planId: number;
  let clock: MoveableClock;

  beforeEach(async () => {
    clock = moveableClock('2026-11-20');
    application = await testApplication(undefined, undefined, clock);
    schoolId = addSchool(application.context.store);
    const settings = { toleranceDays: 5, remindDaysBefore: null, proposedDays: 30, allowsInterest: true };
    await application.api.plans.saveSettings({ schoolId, settings, billingGroups: [] });
    family = jointFamily(application, schoolId, [3000_00]);
    ({ planId } = await application.api.plans.make({ ...request(family, schoolId), count: 60, interest }));
  });
  afterEach(() => application.close());

  const owed = async (): Promise<number> => {
    const [invoiceId = 0] = family.invoiceIds;
    return (await application.api.ledger.invoice({ invoiceId })).openCents;
  };

  it('asks no interest of months that do not come', async () => {
    expect(await owed()).toBe(3000_00 + allInterest);
    clock.setDate('2027-01-15');
    await application.api.plans.end({ planId, reason: 'Verhuisd' });
    expect(await owed()).toBe(3000_00 + first + second);
    expect(await application.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });

  it('asks them again when it goes on, each once', async () => {
    await application.api.plans.end({ planId, reason: 'Vergissing' });
    expect(await owed()).toBe(3000_00);
    await application.api.plans.revive({ planId });
    expect(await owed()).toBe(3000_00 + allInterest);
    clock.setDate('2026-12-02');
    await application.api.plans.end({ planId, reason: 'Toch' });
    expect(await owed()).toBe(3000_00 + first);
    await application.api.plans.revive({ planId });
    expect(await owed()).toBe(3000_00 + allInterest);
  });

  it('leaves nothing to pay when everything but that interest was paid', async () => {
    clock.setDate('2026-12-02');
    await receive(application, family, 3000_00 + first);
    expect(await owed()).toBe(allInterest - first);
    await application.api.plans.end({ planId, reason: 'Alles ineens betaald' });
    expect(await owed()).toBe(0);
  });
});
