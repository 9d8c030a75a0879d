import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFamily, addSchool, insert, post } from '#test/support/family.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

let application: TestApplication;
let schoolId: number;

beforeEach(async () => {
  application = await testApplication('2026-11-20');
  schoolId = addSchool(application.context.store);
});
afterEach(() => application.close());

describe('the page of a household', () => {
  it('shows what is open, overdue and in credit', async () => {
    // 84.50 (51 days late), 81.20 of which 20.00 is paid, 43.10 not due yet, a credit of 12.50, one paid in full.
    const { householdId } = addFamily(application.context.store, schoolId, {
      name: 'Gezin Abeel–Den',
      payers: [{ firstName: 'Anke', lastName: 'Abeel' }],
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Abeel',
          invoices: [
            { number: '10412', amountCents: 8450, dueDate: '2026-09-30' },
            { number: '10477', amountCents: 4310, dueDate: '2026-11-30' },
            { number: '10388', amountCents: -1250, dueDate: '2026-10-15' },
            { number: '10300', amountCents: 5000, paidCents: 5000 },
          ],
        },
        {
          firstName: 'Jef',
          lastName: 'Abeel',
          className: '1B',
          invoices: [{ number: '10399', amountCents: 8120, paidCents: 2000, dueDate: '2026-09-30' }],
        },
      ],
    });
    const page = await application.api.dossier.page({ householdId });
    expect(page.totals).toEqual({
      openCents: 18_880,
      overdueCents: 14_570,
      creditCents: 1250,
      openInvoices: 3,
      oldestOverdueDays: 51,
    });
    expect(page.closedInvoices).toBe(1);
    expect(page.invoices.map(({ number }) => number)).toEqual(['10412', '10399', '10388', '10477']);
    expect(page.invoices[1]).toMatchObject({
      pupilName: 'Jef Abeel',
      totalCents: 8120,
      paidCents: 2000,
      openCents: 6120,
      overdueDays: 51,
      hold: null,
    });
    const withClosed = await application.api.dossier.page({ householdId, withClosed: true });
    expect(withClosed.invoices.map(({ number }) => number)).toContain('10300');
  });

  it('counts a reversed payment as not paid', async () => {
    const { householdId, invoiceIds } = addFamily(application.context.store, schoolId, {
      name: 'Gezin Abeel',
      pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '1', amountCents: 5000 }] }],
    });
    const invoiceId = invoiceIds[0] ?? 0;
    const receipt = post(application.context.store, invoiceId, 'receipt', -2000, '2026-11-01');
    insert(application.context.store, 'postings', {
      school_id: schoolId,
      invoice_id: invoiceId,
      kind: 'reversal',
      amount_cents: 2000,
      reverses_id: receipt,
      booking_date: '2026-11-02',
      value_date: '2026-11-02',
      author: 'test',
      created_at: '2026-11-02T09:00:00.000Z',
    });
    const page = await application.api.dossier.page({ householdId });
    expect(page.invoices[0]).toMatchObject({ totalCents: 5000, paidCents: 0, openCents: 5000 });
  });

  it('lets joint payers owe the whole and split payers their share to the cent', async () => {
    const { householdId, payerIds, pupilIds } = addFamily(application.context.store, schoolId, {
      name: 'Gezin Abeel–Den',
      payers: [
        { firstName: 'Anke', lastName: 'Abeel' },
        { firstName: 'Bram', lastName: 'Den' },
      ],
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Abeel',
          shares: [6000, 4000],
          invoices: [{ number: '1', amountCents: 12_501 }],
        },
        { firstName: 'Jef', lastName: 'Abeel', invoices: [{ number: '2', amountCents: 1000 }] },
      ],
    });
    const page = await application.api.dossier.page({ householdId });
    expect(page.payers.map(({ payerId, openCents }) => [payerId, openCents])).toEqual([
      [payerIds[0], 7501 + 1000],
      [payerIds[1], 5000 + 1000],
    ]);
    expect(page.pupils.find(({ pupilId }) => pupilId === pupilIds[0])?.liabilities).toEqual([
      { payerId: payerIds[0], kind: 'split', shareBp: 6000 },
      { payerId: payerIds[1], kind: 'split', shareBp: 4000 },
    ]);
  });

  it('divides an invoice as its parents owed on the day it was made, and shows who owes today', async () => {
    const { store } = application.context;
    const { householdId, payerIds, pupilIds } = addFamily(store, schoolId, {
      name: 'Gezin Abeel–Den',
      payers: [
        { firstName: 'Anke', lastName: 'Abeel' },
        { firstName: 'Bram', lastName: 'Den' },
      ],
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Abeel',
          invoices: [
            { number: '1', amountCents: 1000, issueDate: '2026-09-30' },
            { number: '2', amountCents: 1000, issueDate: '2026-10-01' },
          ],
        },
      ],
    });
    // Until 30 September both; from 1 October only Bram.
    store.sql.prepare("UPDATE liabilities SET until_date = '2026-09-30'").run();
    insert(store, 'liabilities', {
      school_id: schoolId,
      pupil_id: pupilIds[0] ?? 0,
      payer_id: payerIds[1] ?? 0,
      kind: 'joint',
      from_date: '2026-10-01',
    });
    const page = await application.api.dossier.page({ householdId });
    expect(page.payers.map(({ openCents }) => openCents)).toEqual([1000, 2000]);
    expect(page.pupils[0]?.liabilities.map(({ payerId }) => payerId)).toEqual([payerIds[1]]);
  });

  it('shows a hold while it holds', async () => {
    const { store } = application.context;
    const { householdId, invoiceIds } = addFamily(store, schoolId, {
      name: 'Gezin Abeel',
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Abeel',
          invoices: ['1', '2', '3'].map((number) => ({ number, amountCents: 1000 })),
        },
      ],
    });
    const untilDates = ['2026-11-20', '2026-11-19', null];
    invoiceIds.forEach((invoiceId, index) =>
      insert(store, 'holds', {
        scope: 'invoice',
        kind: 'doNotProcess',
        school_id: schoolId,
        invoice_id: invoiceId,
        reason: 'Overleg met CLB',
        from_date: '2026-11-01',
        until_date: untilDates[index] ?? null,
        author: 'test',
        created_at: '2026-11-01T09:00:00.000Z',
        lifted_at: index === 2 ? '2026-11-10T09:00:00.000Z' : null,
      }),
    );
    const { invoices } = await application.api.dossier.page({ householdId });
    expect(invoices.map(({ hold }) => hold?.untilDate ?? null)).toEqual(['2026-11-20', null, null]);
  });

  it('follows a merged household to where it went, however often', async () => {
    const [first, second, third] = ['Een', 'Twee', 'Drie'].map(
      (name) => addFamily(application.context.store, schoolId, { name: `Gezin ${name}` }).householdId,
    ) as [number, number, number];
    await application.api.people.mergeHouseholds({ fromHouseholdId: first, intoHouseholdId: second });
    await application.api.people.mergeHouseholds({ fromHouseholdId: second, intoHouseholdId: third });
    expect(await application.api.dossier.page({ householdId: first })).toMatchObject({
      householdId: third,
      name: 'Gezin Drie',
    });
  });

  it('says so when there is no such household', async () => {
    await expect(application.api.dossier.page({ householdId: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('asks the store the same number of questions for 3 as for 60 invoices', async () => {
    const { store } = application.context;
    const family = (name: string, count: number): number =>
      addFamily(store, schoolId, {
        name,
        payers: [{ firstName: 'Ann', lastName: name }],
        pupils: [
          {
            firstName: 'Noor',
            lastName: name,
            invoices: Array.from({ length: count }, (_, index) => ({ number: `${name}-${index}`, amountCents: 100 })),
          },
        ],
      }).householdId;
    const questions = async (householdId: number): Promise<number> => {
      let count = 0;
      const prepare = store.sql.prepare.bind(store.sql);
      const counted: typeof prepare = (source: string) => {
        count += 1;
        return prepare(source);
      };
      store.sql.prepare = counted as typeof store.sql.prepare;
      await application.api.dossier.page({ householdId });
      store.sql.prepare = prepare;
      return count;
    };
    // Some questions are prepared once and kept.
    await questions(family('Eerst', 1));
    const few = await questions(family('Klein', 3));
    expect(await questions(family('Groot', 60))).toBe(few);
    expect(few).toBeGreaterThan(3);
    expect(few).toBeLessThan(15);
  });
});

describe('the list of households', () => {
  it('puts the most overdue first and leaves out who owes nothing', async () => {
    const { store } = application.context;
    const family = (name: string, amountCents: number, dueDate: string, paidCents = 0): number =>
      addFamily(store, schoolId, {
        name,
        pupils: [{ firstName: 'Noor', lastName: name, invoices: [{ number: name, amountCents, dueDate, paidCents }] }],
      }).householdId;
    family('Later', 99_900, '2026-12-31');
    const most = family('Meest', 5000, '2026-10-01');
    family('Minder', 2000, '2026-10-01');
    family('Betaald', 2000, '2026-10-01', 2000);
    family('Tegoed', -2000, '2026-10-01');
    await application.api.dossier.setNextStep({ householdId: most, what: 'Bellen', dueDate: '2026-11-24' });
    const { rows, total } = await application.api.dossier.households({ limit: 2 });
    expect(total).toBe(3);
    expect(rows.map(({ name, openCents, overdueCents }) => [name, openCents, overdueCents])).toEqual([
      ['Meest', 5000, 5000],
      ['Minder', 2000, 2000],
    ]);
    expect(rows[0]).toMatchObject({ pupils: 'Noor', nextStep: { what: 'Bellen', dueDate: '2026-11-24' } });
    expect(await application.api.dossier.households({ offset: 50 })).toEqual({ rows: [], total: 3 });
  });
});
