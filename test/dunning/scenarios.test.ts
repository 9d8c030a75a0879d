import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/plain-date.ts';
import { timeEligibleStage } from '#shared/dunning/stage-rules.ts';
import { amounts, bill, decideOn, type Given, onlyExclusion, onlyProposal, procedure } from './given.ts';

const due = '2026-01-15';
const day = (days: number): string => addDays(due, days);

describe('S-01 level timing, no jump, block, payment', () => {
  const given: Partial<Given> = { procedures: [procedure(5, 20, 40)], items: [bill(1, 10_000, due)] };
  const sent = { ...given, sentEvents: [{ invoiceId: 1, stage: 1, sentOn: day(5) }] };

  it('D+4: nothing yet; D+5: stage 1; D+30 with stage 1 unsent: still stage 1, once', () => {
    expect(onlyExclusion(decideOn(day(4), given))).toMatchObject({
      reason: 'notLateEnough',
      facts: { fromDate: day(5) },
    });
    expect(onlyProposal(decideOn(day(5), given))).toMatchObject({ stage: 1, totalCents: 10_000, stageCount: 3 });
    expect(onlyProposal(decideOn(day(30), given))).toMatchObject({ stage: 1, timeEligibleStage: 2 });
  });

  it('sent and blocked: unchanged; unblocked: stage 2; paid: nothing at all', () => {
    const held = { ...sent, holds: [{ invoiceId: 1 }] };
    expect(onlyExclusion(decideOn(day(30), held)).reason).toBe('held');
    expect(onlyProposal(decideOn(day(30), sent)).stage).toBe(2);
    const paid = decideOn(day(50), { ...sent, items: [bill(1, 0, due)] });
    expect([paid.proposals, paid.exclusions]).toEqual([[], []]);
  });
});

it('S-02 one stage at 0 days: D+1 stage 1, sent, D+2 final', () => {
  const given: Partial<Given> = { procedures: [procedure(0)], items: [bill(1, 10_000, due)] };
  expect(onlyExclusion(decideOn(due, given)).reason).toBe('nothingDue');
  expect(onlyProposal(decideOn(day(1), given)).stage).toBe(1);
  const sent = { ...given, sentEvents: [{ invoiceId: 1, stage: 1, sentOn: day(1) }] };
  expect(onlyExclusion(decideOn(day(2), sent))).toMatchObject({ reason: 'finalStage', facts: { stage: 1 } });
});

describe('S-05 instalments and reversal', () => {
  const issued = '2026-03-01';
  const asOf = addDays(issued, 6);
  const instalments = [
    { dueDate: addDays(issued, 5), amountCents: 5000 },
    { dueDate: addDays(issued, 10), amountCents: 5000 },
  ];
  const open = (openCents: number): Partial<Given> => ({
    procedures: [procedure(1, 10)],
    items: [bill(1, openCents, addDays(issued, 10), { instalments })],
  });

  it('100.00 in two halves, six days after the issue: exactly one row of 50.00', () => {
    const proposal = onlyProposal(decideOn(asOf, open(10_000)));
    expect(amounts(proposal.items)).toEqual([[1, 5000]]);
    expect(proposal.items[0]).toMatchObject({ dueDate: addDays(issued, 5), overdueDays: 1 });
    expect(amounts(proposal.upcoming)).toEqual([[1, 5000]]);
  });

  it('paid: nothing due; the payment taken back: due again; 20.00 paid: 30.00', () => {
    expect(onlyExclusion(decideOn(asOf, open(5000)))).toMatchObject({
      reason: 'nothingDue',
      facts: { invoiceIds: [1], dueCents: 0, fromDate: addDays(issued, 11) },
    });
    expect(onlyProposal(decideOn(asOf, open(10_000))).totalCents).toBe(5000);
    expect(onlyProposal(decideOn(asOf, open(8000))).totalCents).toBe(3000);
  });

  it('the second half starts at stage 1 although the first was reminded and paid', () => {
    const sentEvents = [{ invoiceId: 1, stage: 1, sentOn: asOf }];
    const later = addDays(issued, 25);
    expect(onlyProposal(decideOn(later, { ...open(5000), sentEvents }))).toMatchObject({ stage: 1, overdueDays: 15 });
    expect(onlyProposal(decideOn(later, { ...open(10_000), sentEvents }))).toMatchObject({ stage: 2, overdueDays: 20 });
  });

  it('two bills of 100.00 and 300.00 show both; with only the 300.00 paid, 100.00 remains', () => {
    const two = decideOn(day(10), { items: [bill(1, 10_000, due), bill(2, 30_000, due)] });
    expect(amounts(onlyProposal(two).items)).toEqual([
      [1, 10_000],
      [2, 30_000],
    ]);
    const one = decideOn(day(10), { items: [bill(1, 10_000, due), bill(2, 0, due)] });
    expect(onlyProposal(one).totalCents).toBe(10_000);
  });
});

describe('S-06 credit notes', () => {
  const sentEvents = [{ invoiceId: 1, stage: 1, sentOn: day(5) }];
  it('allocated in full: resolved; cancelled: unresolved again', () => {
    expect(decideOn(day(30), { items: [bill(1, 0, due)], sentEvents }).proposals).toEqual([]);
    expect(onlyProposal(decideOn(day(30), { items: [bill(1, 10_000, due)], sentEvents })).stage).toBe(2);
  });

  it('not allocated: unresolved, and by S-07 no letter for a net of 0.00', () => {
    const note = bill(9, -10_000, due, { kind: 'creditNote' });
    const decided = onlyExclusion(decideOn(day(30), { items: [bill(1, 10_000, due), note], sentEvents }));
    expect(decided).toMatchObject({ reason: 'coveredByCredit', facts: { dueCents: 10_000, creditCents: 10_000 } });
  });

  it('a credit note is a credit whatever its sign, and never gets a stage', () => {
    const alone = decideOn(day(90), { items: [bill(9, 10_000, due, { kind: 'creditNote' })] });
    expect([alone.proposals, alone.exclusions]).toEqual([[], []]);
    const both = decideOn(day(90), { items: [bill(1, 15_000, due), bill(9, 10_000, due, { kind: 'creditNote' })] });
    expect(onlyProposal(both)).toMatchObject({ totalCents: 5000, creditCents: 10_000 });
  });
});

describe('S-07 unallocated money', () => {
  const withCredit = (cents: number, more: Partial<Parameters<typeof bill>[3]> = {}): Partial<Given> => ({
    items: [bill(1, 10_000, due), bill(9, cents, due, { kind: 'credit', owedBy: [], ...more })],
  });

  it('100.00 overdue and 50.00 unallocated: both are shown, net 50.00', () => {
    const proposal = onlyProposal(decideOn(day(10), withCredit(-5000)));
    expect(amounts(proposal.items)).toEqual([[1, 10_000]]);
    expect(amounts(proposal.credits)).toEqual([[9, -5000]]);
    expect(proposal).toMatchObject({ dueCents: 10_000, creditCents: 5000, totalCents: 5000 });
    expect(proposal.notes.map(({ code }) => code)).toContain('creditNetted');
  });

  it.each([-10_000, -10_001, -25_000])('unallocated %i cents: no letter', (cents) => {
    expect(onlyExclusion(decideOn(day(10), withCredit(cents))).reason).toBe('coveredByCredit');
  });

  it('one cent short of the debt: a letter for one cent', () => {
    expect(onlyProposal(decideOn(day(10), withCredit(-9999))).totalCents).toBe(1);
  });

  it('the money of a brother counts; that of another family, another payer or another school does not', () => {
    expect(onlyProposal(decideOn(day(10), withCredit(-5000, { pupilId: 7 }))).totalCents).toBe(5000);
    expect(onlyProposal(decideOn(day(10), withCredit(-5000, { householdId: 2 }))).totalCents).toBe(10_000);
    expect(onlyProposal(decideOn(day(10), withCredit(-5000, { creditOfPayerId: 2 }))).totalCents).toBe(10_000);
    expect(onlyProposal(decideOn(day(10), withCredit(-5000, { creditOfPayerId: 1 }))).totalCents).toBe(5000);
    const elsewhere = onlyProposal(decideOn(day(10), withCredit(-5000, { schoolId: 2 })));
    expect(elsewhere.totalCents).toBe(10_000);
    expect(elsewhere.notes.map(({ code }) => code)).toContain('creditElsewhere');
  });
});

describe('S-09 late start, no catch-up burst', () => {
  const given: Partial<Given> = { items: [bill(1, 10_000, '2025-09-01')] };

  it('25 days late and nothing sent: stage 3 by the days, stage 1 proposed', () => {
    const proposal = onlyProposal(decideOn('2025-09-26', given));
    expect(proposal).toMatchObject({ stage: 1, timeEligibleStage: 3, overdueDays: 25 });
    expect(proposal.notes.map(({ code }) => code)).toEqual(['catchingUp']);
  });

  it('stage 1 sent on 2025-09-15: stage 2 from 2025-09-22', () => {
    const sent = { ...given, sentEvents: [{ invoiceId: 1, stage: 1, sentOn: '2025-09-15' }] };
    expect(onlyExclusion(decideOn('2025-09-21', sent))).toMatchObject({
      reason: 'minimumGap',
      facts: { fromDate: '2025-09-22', stage: 2, overdueDays: 20 },
      sentence: 'Fase 1 vertrok nog niet lang genoeg geleden; fase 2 kan vanaf 22/09/2025.',
    });
    expect(onlyProposal(decideOn('2025-09-22', sent)).stage).toBe(2);
  });

  it.each([
    [0, 0],
    [2, 0],
    [3, 1],
    [9, 1],
    [10, 2],
    [19, 2],
    [20, 3],
    [29, 3],
    [30, 4],
    [400, 4],
  ])('%i days late is late enough for stage %i', (days, stage) => {
    expect(timeEligibleStage([{ days: 3 }, { days: 10 }, { days: 20 }, { days: 30 }], days)).toBe(stage);
  });

  it('a stage at 0 days asks one day all the same', () => {
    expect([0, 1].map((days) => timeEligibleStage([{ days: 0 }], days))).toEqual([0, 1]);
  });
});

describe('S-10 boundaries', () => {
  const given = (graceUntil: string | null): Partial<Given> => ({
    procedures: [procedure(1)],
    items: [bill(1, 10_000, due, { graceUntil })],
  });

  it('as-of = due date: not overdue; the day after: overdue', () => {
    expect(onlyExclusion(decideOn(due, given(null))).reason).toBe('nothingDue');
    expect(onlyProposal(decideOn(day(1), given(null))).overdueDays).toBe(1);
  });

  it.each([
    [day(9), 'before'],
    [day(8), 'long before'],
  ])('grace until %s (%s the day): proposed', (graceUntil) => {
    expect(onlyProposal(decideOn(day(10), given(graceUntil))).stage).toBe(1);
  });

  it.each([
    [day(10), 'on'],
    [day(11), 'after'],
  ])('grace until %s (%s the day): not proposed', (graceUntil) => {
    expect(onlyExclusion(decideOn(day(10), given(graceUntil)))).toMatchObject({
      reason: 'grace',
      facts: { fromDate: addDays(graceUntil, 1) },
    });
  });
});

it('S-12 dispute: 5×200.00 blocked, three runs: no level at all; unblocked, three runs: the last level; paid: nothing', () => {
  const items = [1, 2, 3, 4, 5].map((invoiceId) => bill(invoiceId, 20_000, due));
  const stages = procedure(10, 20, 40);
  const holds = items.map(({ invoiceId }) => ({ invoiceId, kind: 'dispute' }));
  for (const days of [40, 60, 80]) {
    const blocked = onlyExclusion(decideOn(day(days), { procedures: [stages], items, holds }));
    expect(blocked).toMatchObject({ reason: 'held', facts: { holdKind: 'dispute', dueCents: 100_000 } });
  }
  const sentEvents: NonNullable<Given['sentEvents']> = [];
  for (const [index, days] of [80, 90, 110].entries()) {
    const proposal = onlyProposal(decideOn(day(days), { procedures: [stages], items, sentEvents }));
    expect(proposal).toMatchObject({ stage: index + 1, totalCents: 100_000 });
    for (const { invoiceId } of items)
      sentEvents.push({ invoiceId, payerId: 1, stage: proposal.stage, sentOn: day(days) });
  }
  const paid = decideOn(day(120), { items: items.map((item) => ({ ...item, openCents: 0 })), sentEvents });
  expect([paid.proposals, paid.exclusions]).toEqual([[], []]);
});

describe('S-14 a plan and reminders', () => {
  const instalments = [0, 7, 14, 21, 28].map((days) => ({ dueDate: addDays('2019-11-01', days), amountCents: 2000 }));
  const given: Partial<Given> = {
    items: [bill(1, 4000, '2019-09-01')],
    plans: [{ planId: 5, invoiceIds: [1], instalments, toleranceDays: 5, receivedCents: 6000 }],
  };

  it('live on 2019-11-26: no reminder', () => {
    const excluded = onlyExclusion(decideOn('2019-11-26', given));
    expect(excluded).toMatchObject({ reason: 'livePlan', facts: { planId: 5, dueCents: 4000 } });
  });

  it('breached on 2019-11-27: it comes back, with a note', () => {
    const proposal = onlyProposal(decideOn('2019-11-27', given));
    expect(proposal.notes.map(({ code }) => code)).toContain('brokenPlan');
  });
});

it('S-19 paid between proposal and sending: 500 on Monday; 37 paid in full and 12 in part; 463 on Tuesday, 12 with the new balance', () => {
  const owed = (payerId: number, openCents: number) =>
    bill(payerId, openCents, due, { owedBy: [{ payerId }], householdId: payerId });
  const payers = Array.from({ length: 500 }, (_, index) => index + 1);
  const monday = decideOn(day(10), { items: payers.map((payerId) => owed(payerId, 10_000)) });
  expect(monday.proposals).toHaveLength(500);
  const left = (payerId: number): number => (payerId <= 37 ? 0 : payerId <= 49 ? 2500 : 10_000);
  const tuesday = decideOn(day(11), { items: payers.map((payerId) => owed(payerId, left(payerId))) });
  expect(tuesday.proposals).toHaveLength(463);
  expect(tuesday.exclusions).toEqual([]);
  expect(tuesday.proposals.filter(({ totalCents }) => totalCents === 2500).map(({ payerId }) => payerId)).toEqual(
    Array.from({ length: 12 }, (_, index) => 38 + index),
  );
  const before = new Map(monday.proposals.map((one) => [one.payerId, one]));
  for (const now of tuesday.proposals) {
    expect(now.stage).toBe(before.get(now.payerId)?.stage);
    expect(now.totalCents).toBeLessThanOrEqual(before.get(now.payerId)?.totalCents ?? 0);
  }
});

describe('S-20 family consolidation and separated parents', () => {
  const asOf = '2026-11-20';
  const owedBy = [
    { payerId: 1, kind: 'split' as const, shareBp: 6000 },
    { payerId: 2, kind: 'split' as const, shareBp: 4000 },
  ];
  const family = (firstCents: number): Partial<Given> => ({
    procedures: [procedure(3, 17, 31)],
    items: [
      bill(1, firstCents, addDays(asOf, -40), { pupilId: 1, owedBy }),
      bill(2, 4500, addDays(asOf, -18), { pupilId: 2, owedBy }),
      bill(3, 2500, addDays(asOf, 1), { pupilId: 3, owedBy }),
    ],
  });

  it('one communication per parent, stage 1, 75.00 and 50.00; the 25.00 only as information', () => {
    const { proposals, exclusions } = decideOn(asOf, family(8000));
    expect(exclusions).toEqual([]);
    expect(proposals.map(({ payerId, stage, totalCents }) => [payerId, stage, totalCents])).toEqual([
      [1, 1, 7500],
      [2, 1, 5000],
    ]);
    expect(proposals.map(({ items }) => amounts(items))).toEqual([
      [
        [1, 4800],
        [2, 2700],
      ],
      [
        [1, 3200],
        [2, 1800],
      ],
    ]);
    expect(proposals.map(({ upcoming }) => amounts(upcoming))).toEqual([[[3, 1500]], [[3, 1000]]]);
    expect(proposals.map(({ overdueDays, timeEligibleStage }) => [overdueDays, timeEligibleStage])).toEqual([
      [40, 3],
      [40, 3],
    ]);
  });

  it('with 125.01: 75.01 and 50.00', () => {
    expect(decideOn(asOf, family(8001)).proposals.map(({ totalCents }) => totalCents)).toEqual([7501, 5000]);
  });

  it('a hold of court or social service on one parent silences only that parent', () => {
    for (const kind of ['debtSettlement', 'socialFile']) {
      const { proposals, exclusions } = decideOn(asOf, { ...family(8000), holds: [{ payerId: 2, kind }] });
      expect(proposals.map(({ payerId, totalCents }) => [payerId, totalCents])).toEqual([[1, 7500]]);
      expect(exclusions).toMatchObject([{ payerId: 2, reason: 'held', facts: { holdKind: kind, dueCents: 5000 } }]);
    }
  });

  it('what one parent paid on the own share lowers that share alone', () => {
    const paid = owedBy.map((one) => (one.payerId === 1 ? { ...one, paidCents: 4800 } : one));
    const { proposals } = decideOn(asOf, {
      ...family(8000),
      items: [bill(1, 3200, addDays(asOf, -40), { owedBy: paid })],
    });
    expect(proposals.map(({ payerId, totalCents }) => [payerId, totalCents])).toEqual([[2, 3200]]);
  });

  it('jointly liable parents are each asked the whole', () => {
    const joint = [{ payerId: 1 }, { payerId: 2 }];
    const { proposals } = decideOn(asOf, { items: [bill(1, 8000, addDays(asOf, -40), { owedBy: joint })] });
    expect(proposals.map(({ payerId, totalCents }) => [payerId, totalCents])).toEqual([
      [1, 8000],
      [2, 8000],
    ]);
  });
});
