import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testApplication, type TestApplication } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';
import { jointFamily, receive, request } from './support.ts';

describe('a combined plan', () => {
  let application: TestApplication;
  let schoolId: number;
  beforeEach(async () => {
    application = await testApplication('2026-11-20');
    schoolId = addSchool(application.context.store);
  });
  afterEach(() => application.close());

  it('P-3: 1,600.00 settles the first and puts 100.00 on the second; the last instalment is what is left', async () => {
    const { api } = application;
    const family = jointFamily(application, schoolId, [1500_00, 950_00, 100_00, 1000_00]);
    const [first = 0, second = 0] = family.invoiceIds;
    const asked = { ...request(family, schoolId), monthlyCents: 50_00 };
    const { planId, structuredReference, totalCents } = await api.plans.make(asked);
    expect(totalCents).toBe(3550_00);
    const what = await api.ledger.allocate({ amountCents: 1600_00, structuredReference });
    const paid = await receive(application, family, 1600_00, { reference: structuredReference });
    expect(paid.allocations).toEqual([
      { invoiceId: first, amountCents: 1500_00 },
      { invoiceId: second, amountCents: 100_00 },
    ]);
    expect(what.allocations.map(({ invoiceId, amountCents }) => ({ invoiceId, amountCents }))).toEqual(
      paid.allocations,
    );
    await receive(application, family, 1920_00, { reference: structuredReference });
    const almost = await api.plans.page({ planId });
    expect(almost).toMatchObject({ balanceCents: 30_00, receivedCents: 3520_00 });
    expect(almost.instalments.at(-1)).toMatchObject({ amountCents: 50_00, paidCents: 20_00 });
    expect(almost.next?.amountCents).toBe(30_00);
    await receive(application, family, 30_00, { reference: structuredReference });
    expect(await api.plans.page({ planId })).toMatchObject({ state: 'completed', balanceCents: 0, next: null });
    const more = await receive(application, family, 5_00, { reference: structuredReference });
    expect(more).toMatchObject({ allocations: [], creditCents: 5_00 });
    expect(await api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });

  it('P-3: a receipt on the plan may not name a single claim; the order of the plan is offered', async () => {
    const { api, context } = application;
    const family = jointFamily(application, schoolId, [100_00, 80_00]);
    const [first = 0, second = 0] = family.invoiceIds;
    const { structuredReference: reference } = await api.plans.make({ ...request(family, schoolId), count: 3 });
    const book = (allocations: { invoiceId: number; amountCents: number }[], requestKey: string) =>
      api.ledger.bookReceipts({
        requestKey,
        schoolId,
        controlTotalCents: 120_00,
        lines: [
          {
            householdId: family.householdId,
            amountCents: 120_00,
            method: 'bank',
            valueDate: '2026-11-20',
            reference,
            allocations,
          },
        ],
      });
    await expect(book([{ invoiceId: second, amountCents: 80_00 }], 'by-hand-wrong')).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('Peeters-1'),
      data: { field: 'lines.0.allocations' },
    });
    expect(context.store.sql.prepare('SELECT count(*) FROM journal_entries').pluck().get()).toBe(0);
    const inOrder = [
      { invoiceId: first, amountCents: 100_00 },
      { invoiceId: second, amountCents: 20_00 },
    ];
    expect((await book(inOrder, 'by-hand-right')).entries[0]?.allocations).toEqual(inOrder);
  });

  it('P-4: A pays 100.00 and B sees 300.00; both pay the last 50.00: the claim is 0.00 and 50.00 is credit of the second', async () => {
    const { api, context } = application;
    const family = jointFamily(application, schoolId, [400_00]);
    const [aId = 0, bId = 0] = family.payerIds;
    const a = await api.plans.make({ ...request(family, schoolId), payerIds: [aId], monthlyCents: 50_00 });
    const b = await api.plans.make({ ...request(family, schoolId), payerIds: [bId], monthlyCents: 50_00 });
    await receive(application, family, 100_00, { reference: a.structuredReference, payerId: aId });
    expect((await api.plans.page({ planId: b.planId })).claims[0]?.openCents).toBe(300_00);
    expect(await api.plans.page({ planId: b.planId })).toMatchObject({ receivedCents: 0, balanceCents: 300_00 });
    await receive(application, family, 250_00, { reference: b.structuredReference, payerId: bId });
    expect(await api.plans.page({ planId: a.planId })).toMatchObject({ receivedCents: 100_00, balanceCents: 50_00 });
    await receive(application, family, 50_00, { reference: a.structuredReference, payerId: aId });
    const twice = await receive(application, family, 50_00, { reference: b.structuredReference, payerId: bId });
    expect(twice).toMatchObject({ allocations: [], creditCents: 50_00 });
    for (const { planId } of [a, b]) {
      expect(await api.plans.page({ planId })).toMatchObject({ state: 'completed', balanceCents: 0 });
    }
    const credits = context.store.sql.prepare(
      "SELECT balance_cents AS cents, payer_id AS payerId FROM invoices WHERE kind = 'credit'",
    );
    expect(credits.all()).toEqual([{ cents: -50_00, payerId: bId }]);
    expect(await api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });

  it('pays claims of two schools with one reference, and takes the receipt back as one', async () => {
    const { api, context } = application;
    const otherId = addSchool(context.store, 'Middenschool De Eik');
    const family = addFamily(context.store, schoolId, {
      name: 'Gezin Maes',
      payers: [{ firstName: 'An', lastName: 'Maes' }],
      pupils: [
        { firstName: 'Noor', lastName: 'Maes', invoices: [{ number: '10', amountCents: 50_00 }] },
        { firstName: 'Jef', lastName: 'Maes', schoolId: otherId, invoices: [{ number: '11', amountCents: 70_00 }] },
      ],
    });
    const plan = await api.plans.make({ ...request(family, schoolId), count: 2, consentOn: '2026-11-18' });
    const { entryId } = await receive(application, family, 60_00, { reference: plan.structuredReference });
    expect((await api.plans.page({ planId: plan.planId })).claims.map(({ openCents }) => openCents)).toEqual([
      0, 60_00,
    ]);
    expect(await api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
    await api.ledger.reverse({ entryId, reason: 'Vergist' });
    expect(await api.plans.page({ planId: plan.planId })).toMatchObject({ receivedCents: 0, balanceCents: 120_00 });
    expect(await api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });
});
