import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseStructuredReference } from '#shared/bank/structured-reference.ts';
import { isChargedIn, nextPeriod, periodicChargeReference } from '#shared/ledger/periodic-charge.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addInvoice, addSchool, type FamilyIds } from '#test/support/family.ts';
import { balanceOf, movementsOf, refusalOf } from './money-support.ts';

let application: TestApplication;
let schoolId: number;
let abeel: FamilyIds;

beforeEach(async () => {
  application = await testApplication();
  schoolId = addSchool(application.context.store);
  abeel = addFamily(application.context.store, schoolId, {
    name: 'Abeel',
    payers: [{ firstName: 'Jan', lastName: 'Abeel' }],
    pupils: [
      { firstName: 'Noor', lastName: 'Abeel' },
      { firstName: 'Sam', lastName: 'Abeel' },
    ],
  });
});
afterEach(() => application.close());

const save = (pupil: number, amountCents: number, fromPeriod = '2026-09', untilPeriod: string | null = null) =>
  application.api.ledger.savePeriodicCharge({
    pupilId: abeel.pupilIds[pupil] ?? 0,
    billingGroup: 'opvang',
    description: 'Middagtoezicht',
    amountCents,
    fromPeriod,
    untilPeriod,
  });
const run = (period = '2026-11') =>
  application.api.ledger.runPeriodicCharges({ schoolId, period, dueDate: '2026-12-04' });
const preview = (period = '2026-11') => application.api.ledger.previewPeriodicCharges({ schoolId, period });

describe('a periodic charge', () => {
  it('makes one invoice per charge, with its own number and reference, and each month once', async () => {
    const first = await save(0, 12_50);
    await save(1, 20_00);
    expect(await preview()).toMatchObject({ totalCents: 32_50, alreadyCharged: 0 });

    const { invoiceIds, totalCents } = await run();
    expect([invoiceIds.length, totalCents]).toEqual([2, 32_50]);
    const [invoiceId = 0] = invoiceIds;
    const page = await application.api.ledger.invoice({ invoiceId });
    expect(page).toMatchObject({
      number: `P2026-11-${first.periodicChargeId}`,
      billingGroup: 'opvang',
      description: 'Middagtoezicht 11/2026',
      schoolYear: '2026-2027',
      issueDate: '2026-11-20',
      dueDate: '2026-12-04',
      openCents: 12_50,
    });
    expect(page.postings).toMatchObject([{ kind: 'periodicCharge', amountCents: 12_50 }]);
    const references = invoiceIds.map((id) =>
      application.context.store.sql.prepare('SELECT structured_reference FROM invoices WHERE id = ?').pluck().get(id),
    ) as string[];
    expect(new Set(references).size).toBe(2);
    expect(references.every((reference) => parseStructuredReference(reference) === reference)).toBe(true);

    expect(await preview()).toMatchObject({ rows: [], totalCents: 0, alreadyCharged: 2 });
    expect((await refusalOf(run())).code).toBe('REFUSED');
    expect(movementsOf(application.context.store, 'periodicCharge')).toHaveLength(2);
    expect((await application.api.ledger.periodicCharges({ schoolId }))[0]?.chargedUntil).toBe('2026-11');
  });

  it('runs from its first to its last month, and not once it is stopped', async () => {
    await save(0, 10_00, '2026-12');
    await save(0, 10_00, '2026-09', '2026-10');
    const stopped = await save(1, 10_00);
    await application.api.ledger.stopPeriodicCharge({ periodicChargeId: stopped.periodicChargeId });
    expect(await preview()).toMatchObject({ rows: [] });
    expect((await preview('2026-10')).rows).toHaveLength(1);
    expect((await preview('2026-12')).rows).toHaveLength(1);
    const again = application.api.ledger.stopPeriodicCharge({ periodicChargeId: stopped.periodicChargeId });
    expect((await refusalOf(again)).code).toBe('CONFLICT');
  });

  it('charges whoever left in the month itself, and nobody who left before it', async () => {
    await save(0, 10_00);
    const leave = application.context.store.sql.prepare('UPDATE pupils SET left_on = ? WHERE id = ?');
    leave.run('2026-11-01', abeel.pupilIds[0]);
    expect((await preview()).rows).toHaveLength(1);
    leave.run('2026-10-31', abeel.pupilIds[0]);
    expect((await preview()).rows).toEqual([]);
  });

  it('is taken back like anything else that was booked, and is not charged again for that month', async () => {
    await save(0, 10_00);
    const { invoiceIds } = await run();
    const [invoiceId = 0] = invoiceIds;
    const { entries } = await application.api.ledger.invoice({ invoiceId });
    await application.api.ledger.reverse({ entryId: entries[0]?.entryId ?? 0, reason: 'verkeerde maand' });
    expect(balanceOf(application.context.store, invoiceId)).toBe(0);
    expect(await preview()).toMatchObject({ rows: [], alreadyCharged: 1 });
  });

  it('never takes a reference or a number that is somebody’s', async () => {
    const { store } = application.context;
    const [first, second] = [await save(0, 10_00), await save(1, 10_00)];
    addInvoice(store, schoolId, abeel.pupilIds[0] ?? 0, {
      number: `P2026-11-${first.periodicChargeId}`,
      amountCents: 5_00,
      structuredReference: periodicChargeReference(first.periodicChargeId, '2026-11', 0),
    });
    store.sql
      .prepare('INSERT INTO payer_references (structured_reference, school_id, payer_id) VALUES (?, ?, ?)')
      .run(periodicChargeReference(second.periodicChargeId, '2026-11', 0), schoolId, abeel.payerIds[0]);
    const { invoiceIds } = await run();
    const made = invoiceIds.map((id) =>
      store.sql.prepare('SELECT number, structured_reference AS reference FROM invoices WHERE id = ?').get(id),
    );
    expect(made).toEqual([
      {
        number: `P2026-11-${first.periodicChargeId}a`,
        reference: periodicChargeReference(first.periodicChargeId, '2026-11', 1),
      },
      {
        number: `P2026-11-${second.periodicChargeId}`,
        reference: periodicChargeReference(second.periodicChargeId, '2026-11', 1),
      },
    ]);
  });

  it('is refused with months in the wrong order, for a month that is far away and with a due date that is past', async () => {
    expect(await refusalOf(save(0, 10_00, '2026-11', '2026-10'))).toMatchObject({ field: 'untilPeriod' });
    await save(0, 10_00);
    expect(await refusalOf(run('2027-01'))).toMatchObject({ code: 'REFUSED', field: 'period' });
    const late = application.api.ledger.runPeriodicCharges({ schoolId, period: '2026-11', dueDate: '2026-11-19' });
    expect(await refusalOf(late)).toMatchObject({ code: 'INVALID', field: 'dueDate' });
    expect(movementsOf(application.context.store, 'periodicCharge')).toEqual([]);
  });
});

describe('the months of a periodic charge', () => {
  it.each([
    ['2026-11', '2026-12'],
    ['2026-12', '2027-01'],
  ])('after %s comes %s', (period, next) => {
    expect(nextPeriod(period)).toBe(next);
  });

  it('are charged from the first until the last, whatever the months are', () => {
    const months = fc.tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 12 }));
    const text = ([year, month]: readonly [number, number]): string => `${year}-${String(month).padStart(2, '0')}`;
    fc.assert(
      fc.property(months, months, months, (from, until, period) => {
        const charge = { fromPeriod: text(from), untilPeriod: text(until), stoppedAt: null, leftOn: null };
        const number = ([year, month]: readonly [number, number]): number => year * 12 + month;
        const within = number(from) <= number(period) && number(period) <= number(until);
        expect(isChargedIn(charge, text(period))).toBe(within);
      }),
    );
  });

  it('each have a reference of their own, apart from those of payers', () => {
    const references = new Set<string>();
    for (let charge = 1; charge <= 40; charge += 1) {
      for (let month = 1, period = '2026-01'; month <= 60; month += 1, period = nextPeriod(period)) {
        const reference = periodicChargeReference(charge, period, 0);
        expect(reference.startsWith('8')).toBe(true);
        references.add(reference);
      }
    }
    expect(references.size).toBe(40 * 60);
    expect(() => periodicChargeReference(0, '2026-01', 0)).toThrow(RangeError);
    expect(() => periodicChargeReference(1, '2026-13', 0)).toThrow(RangeError);
  });
});
