import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumCents } from '#shared/money/cents.ts';
import { paidInstalments, pausedInstalments, respreadInstalments, totalOf } from '#shared/plans/carry-on.ts';
import { instalmentProgress, withReceipts } from '#shared/plans/instalment-progress.ts';
import { arrearsOfPlan, obligationsDue } from '#shared/plans/obligations-due.ts';
import { payInOrder } from '#shared/plans/pay-in-order.ts';
import { planState } from '#shared/plans/plan-state.ts';
import { dueDateOf, planInstalments } from '#shared/plans/schedule.ts';

const cents = fc.integer({ min: 1, max: 5000_00 });
const date = fc
  .date({ min: new Date('2025-01-01T12:00:00Z'), max: new Date('2028-12-31T12:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const spread = fc.record({
  startsOn: date,
  dayOfMonth: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
  count: fc.integer({ min: 1, max: 120 }),
});

/** A plan over claims, some of which somebody else lowered, with what came in. */
const plan = fc
  .record({
    claims: fc.array(cents, { minLength: 1, maxLength: 6 }),
    spread,
    paid: fc.nat(6000_00),
    elsewhere: fc.nat(2000_00),
    tolerance: fc.nat(30),
  })
  .map(({ claims, spread: how, paid, elsewhere, tolerance }) => {
    const total = sumCents(claims);
    const open = claims.map((openCents, index) => ({ invoiceId: index + 1, openCents }));
    const lowered = payInOrder(Math.min(elsewhere, total), open.toReversed());
    const lowerOf = (invoiceId: number): number =>
      lowered.allocations.find((one) => one.invoiceId === invoiceId)?.amountCents ?? 0;
    const left = open.map((claim) => ({ ...claim, openCents: claim.openCents - lowerOf(claim.invoiceId) }));
    const received = payInOrder(paid, left);
    const receivedOf = (invoiceId: number): number =>
      received.allocations.find((one) => one.invoiceId === invoiceId)?.amountCents ?? 0;
    const instalments = planInstalments(how, total).map((one, index) => ({ ...one, number: index + 1 }));
    const now = left.map(({ invoiceId, openCents }) => ({
      invoiceId,
      receivedCents: receivedOf(invoiceId),
      openCents: openCents - receivedOf(invoiceId),
    }));
    return {
      claims: now,
      instalments,
      total,
      toleranceDays: tolerance,
      receivedCents: sumCents(now.map((one) => one.receivedCents)),
      openCents: sumCents(now.map((one) => one.openCents)),
    };
  });

describe('whatever is agreed', () => {
  it('the instalments add up to the amount, none is zero, each a month later', () => {
    fc.assert(
      fc.property(spread, cents, (how, amountCents) => {
        const instalments = planInstalments(how, amountCents);
        expect(totalOf(instalments)).toBe(amountCents);
        expect(instalments.every((one) => one.amountCents > 0)).toBe(true);
        expect(instalments.map(({ dueDate }) => dueDate)).toEqual(instalments.map((_, index) => dueDateOf(how, index)));
        const months = instalments.map(({ dueDate }) => Number(dueDate.slice(0, 4)) * 12 + Number(dueDate.slice(5, 7)));
        expect(months.every((month, index) => month === (months[0] ?? 0) + index)).toBe(true);
      }),
    );
  });

  it('a plan never expects, asks or books more than was received and is open', () => {
    fc.assert(
      fc.property(plan, date, (given, asOf) => {
        const most = given.receivedCents + given.openCents;
        const state = planState(given, asOf);
        expect(state.expectedCents).toBeLessThanOrEqual(most);
        expect(state.balanceCents).toBe(given.openCents);
        expect(state.state === 'completed').toBe(given.openCents === 0);
        const due = obligationsDue({ ...given, bookedCents: new Map() }, asOf);
        const booked = Map.groupBy(due, ({ invoiceId }) => invoiceId);
        for (const claim of given.claims) {
          const onClaim = (booked.get(claim.invoiceId) ?? []).map((one) => one.amountCents);
          expect(sumCents(onClaim)).toBeLessThanOrEqual(claim.receivedCents + claim.openCents);
        }
        const dueCents = given.instalments.filter(({ dueDate }) => dueDate <= asOf).map((one) => one.amountCents);
        expect(sumCents(due.map((one) => one.amountCents))).toBe(Math.min(sumCents(dueCents), most));
        const again = new Map(
          [...booked].map(([invoiceId, parts]) => [invoiceId, sumCents(parts.map((one) => one.amountCents))]),
        );
        expect(obligationsDue({ ...given, bookedCents: again }, asOf)).toEqual([]);
        const left = instalmentProgress(given, asOf)
          .filter(({ status }) => status !== 'covered')
          .map(({ amountCents, paidCents }) => amountCents - paidCents);
        expect(sumCents(left)).toBe(given.openCents);
      }),
    );
  });

  it('every cent of a receipt pays one instalment, and changing keeps what was received to the cent', () => {
    fc.assert(
      fc.property(
        plan,
        fc.array(fc.nat(300_00), { maxLength: 8 }),
        fc.integer({ min: 1, max: 12 }),
        date,
        (given, weights, months, today) => {
          let left: number = given.receivedCents;
          const receipts = [...weights, given.receivedCents].map((weight, index) => {
            const amountCents = Math.min(weight, left);
            left -= amountCents;
            return { entryId: index + 1, valueDate: today, amountCents };
          });
          const rows = withReceipts(instalmentProgress(given, today), receipts);
          for (const row of rows) expect(sumCents(row.receipts.map((one) => one.amountCents))).toBe(row.paidCents);
          expect(sumCents(rows.map(({ paidCents }) => paidCents))).toBe(given.receivedCents);
          expect(totalOf(paidInstalments(given.instalments, given.receivedCents, today))).toBe(given.receivedCents);
          const paused = pausedInstalments(given, months, today);
          expect(totalOf(paused.instalments)).toBe(given.receivedCents + given.openCents);
          const respread = respreadInstalments(given, { ...given, spread: { monthlyCents: 500_00 } }, today);
          expect(totalOf(respread)).toBe(given.receivedCents + given.openCents);
        },
      ),
    );
  });

  it('money on a plan goes to its claims in order, never beyond what is open, and the rest is credit', () => {
    fc.assert(
      fc.property(fc.nat(9000_00), fc.array(fc.nat(3000_00), { maxLength: 8 }), (amountCents, amounts) => {
        const claims = amounts.map((openCents, index) => ({ invoiceId: index + 1, openCents }));
        const { allocations, creditCents } = payInOrder(amountCents, claims);
        expect(sumCents(allocations.map((one) => one.amountCents)) + creditCents).toBe(amountCents);
        const partly = allocations.filter((one) => one.amountCents < (amounts[one.invoiceId - 1] ?? 0));
        expect(partly.length).toBeLessThanOrEqual(1);
        expect(creditCents === 0 || partly.length === 0).toBe(true);
        expect(partly.every((one) => one === allocations.at(-1))).toBe(true);
      }),
    );
  });

  it('a joint claim falls for both plans, and the order of the instalments never counts', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: 2000_00 }), date, (given, byOther, asOf) => {
        const other = Math.min(byOther, given.openCents);
        const before = planState(given, asOf);
        const after = planState({ ...given, openCents: given.openCents - other }, asOf);
        expect(after.balanceCents).toBe(before.balanceCents - other);
        expect(after.breachedByCents).toBeLessThanOrEqual(before.breachedByCents);
        expect(planState({ ...given, instalments: given.instalments.toReversed() }, asOf)).toEqual(before);
      }),
    );
  });
});

describe('the months of a schedule', () => {
  it('pay on the last day of a shorter month', () => {
    const days = planInstalments({ startsOn: '2026-12-31', monthlyCents: 10_00 }, 35_00);
    expect(days).toEqual([
      { dueDate: '2026-12-31', amountCents: 10_00 },
      { dueDate: '2027-01-31', amountCents: 10_00 },
      { dueDate: '2027-02-28', amountCents: 10_00 },
      { dueDate: '2027-03-31', amountCents: 5_00 },
    ]);
    expect(dueDateOf({ startsOn: '2026-11-22', dayOfMonth: 1 }, 1)).toBe('2026-12-01');
  });

  it('P-2: what is dunned is what ended less what came, not the obligation of the month that runs', () => {
    const months = Array.from({ length: 10 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-01`);
    const obligations = [...months, '2026-11-01'].map((dueDate) => ({ dueDate, amountCents: 100_00 }));
    expect(arrearsOfPlan(obligations.slice(0, 10), 800_00, '2026-10-01')).toBe(100_00);
    expect(arrearsOfPlan(obligations, 1000_00, '2026-11-01')).toBe(0);
  });
});
