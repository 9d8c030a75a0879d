import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/plain-date.ts';
import { planState } from '#shared/plans/plan-state.ts';

/** As many instalments of the amount, so many days apart, from the start date on. */
function every(
  days: number,
  start: string,
  amountCents: number,
  count: number,
): { dueDate: string; amountCents: number }[] {
  return Array.from({ length: count }, (_, index) => ({ dueDate: addDays(start, index * days), amountCents }));
}

describe('S-14 a plan by its cumulative balance', () => {
  const weekly = { instalments: every(7, '2019-11-01', 2000, 5), toleranceDays: 5 };
  const monthly = {
    instalments: [
      { dueDate: '2019-11-01', amountCents: 5000 },
      { dueDate: '2019-12-01', amountCents: 5000 },
    ],
    toleranceDays: 5,
  };
  const large = {
    instalments: [...every(1, '2019-11-01', 50_000, 1), ...every(1, '2020-06-01', 50_000, 1)],
    toleranceDays: 5,
  };

  it('20.00 a week on 100.00, balance 40.00: live until 2019-11-26, breached by 20.00 on 2019-11-27', () => {
    const plan = { ...weekly, receivedCents: 6000 };
    expect(planState(plan, '2019-11-26')).toEqual({
      state: 'live',
      expectedCents: 6000,
      expectedBalanceCents: 4000,
      balanceCents: 4000,
      breachedByCents: 0,
      breachesOn: '2019-11-27',
    });
    expect(planState(plan, '2019-11-27')).toEqual({
      state: 'breached',
      expectedCents: 8000,
      expectedBalanceCents: 2000,
      balanceCents: 4000,
      breachedByCents: 2000,
      breachesOn: '2019-11-27',
    });
  });

  it('50.00 a month on 100.00, nothing paid: live on 11-05, breached on 11-06', () => {
    const plan = { ...monthly, receivedCents: 0 };
    expect(planState(plan, '2019-11-05').state).toBe('live');
    expect(planState(plan, '2019-11-06')).toMatchObject({ state: 'breached', breachedByCents: 5000 });
  });

  it('a breach (expected balance 500.00, balance 1 000.00) that is made good (balance 500.00) is live again', () => {
    const breached = planState({ ...large, receivedCents: 0 }, '2019-11-20');
    expect(breached).toMatchObject({ state: 'breached', expectedBalanceCents: 50_000, balanceCents: 100_000 });
    const live = planState({ ...large, receivedCents: 50_000 }, '2019-11-20');
    expect(live).toMatchObject({ state: 'live', balanceCents: 50_000, breachedByCents: 0, breachesOn: '2020-06-06' });
  });

  it('a balance of 0 is completed, before its last instalment too', () => {
    expect(planState({ ...weekly, receivedCents: 10_000 }, '2019-11-03')).toMatchObject({
      state: 'completed',
      balanceCents: 0,
      breachesOn: null,
    });
    expect(planState({ ...weekly, receivedCents: 12_000 }, '2020-11-03')).toMatchObject({
      balanceCents: 0,
      breachedByCents: 0,
    });
  });

  it.each([
    { on: '2019-10-31', tolerance: 0, received: 0, state: 'live', by: 0 },
    { on: '2019-11-01', tolerance: 0, received: 0, state: 'breached', by: 2000 },
    { on: '2019-11-01', tolerance: 0, received: 1999, state: 'breached', by: 1 },
    { on: '2019-11-01', tolerance: 0, received: 2000, state: 'live', by: 0 },
    { on: '2019-11-08', tolerance: 0, received: 2000, state: 'breached', by: 2000 },
    { on: '2019-11-13', tolerance: 5, received: 2000, state: 'breached', by: 2000 },
    { on: '2019-11-12', tolerance: 5, received: 2000, state: 'live', by: 0 },
    { on: '2019-12-31', tolerance: 30, received: 9999, state: 'breached', by: 1 },
    { on: '2019-12-28', tolerance: 30, received: 9999, state: 'live', by: 0 },
    { on: '2019-12-29', tolerance: 30, received: 9999, state: 'breached', by: 1 },
  ])(
    '$on, tolerance $tolerance days, $received cents received: $state by $by',
    ({ on, tolerance, received, state, by }) => {
      const found = planState({ ...weekly, toleranceDays: tolerance, receivedCents: received }, on);
      expect(found).toMatchObject({ state, breachedByCents: by });
    },
  );

  it('the order of the instalments does not count', () => {
    const plan = { ...weekly, receivedCents: 6000 };
    expect(planState({ ...plan, instalments: plan.instalments.toReversed() }, '2019-11-27')).toEqual(
      planState(plan, '2019-11-27'),
    );
  });
});
