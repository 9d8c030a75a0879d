import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decideNow } from '#main/runs/decide.ts';
import { addInvoice, type FamilyIds } from '#test/support/family.ts';
import { type RunOffice, runOffice } from '#test/support/run-office.ts';

describe('reminders while a plan lives', () => {
  let office: RunOffice;
  let family: FamilyIds;
  beforeEach(async () => {
    office = await runOffice();
    family = office.add({
      name: 'Gezin Abeel',
      payers: [
        { firstName: 'An', lastName: 'Abeel' },
        { firstName: 'Bert', lastName: 'Berk' },
      ],
      pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '501', amountCents: 400_00 }] }],
    });
  });
  afterEach(() => office.application.close());

  const make = (change: object = {}) =>
    office.api.plans.make({
      requestKey: 'silent-plan',
      householdId: family.householdId,
      schoolId: office.schoolId,
      payerIds: family.payerIds.slice(0, 1),
      invoiceIds: [...family.invoiceIds],
      startsOn: '2026-12-01',
      monthlyCents: 100_00,
      ...change,
    });

  /** Who would be reminded on a day, and the notes with it; why the others are not. */
  function decidedOn(day: string) {
    office.setClock(day);
    const { proposals, exclusions } = decideNow(office.store, { asOf: day, today: day, schoolIds: [office.schoolId] });
    return {
      asked: proposals.map(({ payerId }) => payerId),
      notes: proposals.flatMap(({ notes }) => notes.map(({ code }) => code)),
      left: exclusions.map(({ payerId, reason }) => [payerId, reason]),
    };
  }

  it('stop for who made it and for nobody else, until 30 days passed without it being accepted', async () => {
    const [anId = 0, bertId = 0] = family.payerIds;
    await make();
    expect(decidedOn('2026-12-20')).toMatchObject({ asked: [bertId], left: [[anId, 'livePlan']] });
    expect(decidedOn('2026-12-23').asked).toEqual([bertId]);
    expect(decidedOn('2026-12-24')).toMatchObject({ asked: [anId, bertId], left: [] });
    const lines = await office.api.today.worklist({});
    expect(lines.filter(({ kind }) => kind === 'planNotAccepted')).toMatchObject([
      { title: 'Afbetaalplan nog niet aanvaard: Gezin Abeel', householdId: family.householdId },
    ]);
  });

  it('stay away while money comes in, come back with a note when it is breached, and stop when it is made good', async () => {
    const [anId = 0, bertId = 0] = family.payerIds;
    const plan = await make();
    const pay = async (day: string) => {
      office.setClock(day);
      await office.api.ledger.bookReceipts({
        requestKey: `paid-on-${day}`,
        schoolId: office.schoolId,
        controlTotalCents: 100_00,
        lines: [
          {
            householdId: family.householdId,
            payerId: anId,
            amountCents: 100_00,
            method: 'bank',
            valueDate: day,
            reference: plan.structuredReference,
          },
        ],
      });
    };
    await pay('2026-12-01');
    expect(decidedOn('2027-01-05').asked).toEqual([bertId]);
    const breached = decidedOn('2027-01-06');
    expect(breached.asked).toEqual([anId, bertId]);
    expect(breached.notes).toContain('brokenPlan');
    const line = (await office.api.today.worklist({})).find(({ kind }) => kind === 'brokenPlan');
    expect(line).toMatchObject({ planId: plan.planId, isUrgent: true, dueDate: '2027-01-06' });
    expect(line?.title).not.toMatch(/€|\d/);
    await pay('2027-01-07');
    expect(decidedOn('2027-01-07').asked).toEqual([bertId]);
    await office.api.plans.end({ planId: plan.planId, reason: 'Op vraag' });
    const ended = decidedOn('2027-01-07');
    expect(ended.asked).toEqual([anId, bertId]);
    expect(ended.notes).not.toContain('brokenPlan');
  });

  it.each([
    ['always', 2, []],
    ['ask', 1, ['newClaim']],
    ['byHand', 1, []],
  ] as const)('a new bill of a group that says %s', async (rule, claims, asked) => {
    const { billingGroups, ...settings } = await office.api.plans.settings({ schoolId: office.schoolId });
    await office.api.plans.saveSettings({
      schoolId: office.schoolId,
      settings,
      billingGroups: billingGroups.map(({ billingGroupId }) => ({ billingGroupId, rule })),
    });
    const { planId } = await make();
    office.setClock('2026-11-25');
    const pupilId = family.pupilIds[0] ?? 0;
    await office.api.ledger.savePeriodicCharge({
      pupilId,
      billingGroup: billingGroups[0]?.name ?? '',
      description: 'Opvang',
      amountCents: 50_00,
      fromPeriod: '2026-12',
      untilPeriod: null,
    });
    await office.api.ledger.runPeriodicCharges({ schoolId: office.schoolId, period: '2026-12', dueDate: '2026-12-20' });
    const page = await office.api.plans.page({ planId });
    expect(page.claims).toHaveLength(claims);
    expect(page.balanceCents).toBe(claims === 2 ? 450_00 : 400_00);
    const lines = (await office.api.today.worklist({})).filter((line) => line.planId === planId);
    expect(lines.map(({ kind }) => kind)).toEqual(asked);
    if (rule !== 'ask') return;
    const [other] = page.otherClaims;
    await office.api.plans.declineClaims({ planId, invoiceIds: [other?.invoiceId ?? 0] });
    expect((await office.api.today.worklist({})).filter((line) => line.planId === planId)).toEqual([]);
  });

  it('come back for a bill that is not in the plan', async () => {
    const [anId = 0, bertId = 0] = family.payerIds;
    await make();
    addInvoice(office.store, office.schoolId, family.pupilIds[0] ?? 0, { number: '502', amountCents: 20_00 });
    expect(decidedOn('2026-12-01').asked).toEqual([anId, bertId]);
  });
});
