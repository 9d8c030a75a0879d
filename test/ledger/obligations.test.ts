import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arrearsPerPayer, divideOverPayers } from '#shared/ledger/obligations.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, post } from '#test/support/family.ts';
import { receiveFrom, refusalOf } from './money-support.ts';

let application: TestApplication;
let schoolId: number;

beforeEach(async () => {
  application = await testApplication();
  schoolId = addSchool(application.context.store);
});
afterEach(() => application.close());

function claimOf(shares?: readonly number[]): { readonly invoiceId: number; readonly payerIds: readonly number[] } {
  const family = addFamily(application.context.store, schoolId, {
    name: 'Abeel',
    payers: [
      { firstName: 'Jan', lastName: 'Abeel' },
      { firstName: 'An', lastName: 'Berk' },
    ],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        invoices: [{ number: '2026-1', amountCents: 1000_00 }],
        ...(shares ? { shares } : {}),
      },
    ],
  });
  return { invoiceId: family.invoiceIds[0] ?? 0, payerIds: family.payerIds };
}

const oblige = (invoiceId: number, amountCents: number, bookingDate = '2026-11-01') =>
  application.api.ledger.bookObligation({ invoiceId, amountCents, bookingDate, reason: 'eerste schijf' });

describe('what must have been paid by now', () => {
  it('P-1: falls equally on who is jointly liable; a receipt counts for both; a correction takes the arrears away', async () => {
    const { invoiceId, payerIds } = claimOf();
    const { rows } = await oblige(invoiceId, 100_00);
    expect(rows.map(({ bookedCents }) => bookedCents)).toEqual([50_00, 50_00]);

    post(application.context.store, invoiceId, 'receipt', -50_00, '2026-11-10');
    const arrears = await application.api.ledger.arrears({ invoiceId });
    expect(arrears).toMatchObject({
      bookedCents: 100_00,
      receivedCents: 50_00,
      arrearsCents: 50_00,
      balanceCents: 950_00,
    });
    expect(arrears.rows).toEqual([
      { payerId: payerIds[0], payerName: 'Jan Abeel', bookedCents: 50_00, receivedCents: 25_00, arrearsCents: 25_00 },
      { payerId: payerIds[1], payerName: 'An Berk', bookedCents: 50_00, receivedCents: 25_00, arrearsCents: 25_00 },
    ]);

    await application.api.ledger.correctArrears({
      invoiceId,
      corrections: payerIds.map((payerId) => ({ payerId, amountCents: 25_00 })),
      reason: 'nieuwe afspraak',
    });
    expect(await application.api.ledger.arrears({ invoiceId })).toMatchObject({
      arrearsCents: 0,
      balanceCents: 950_00,
    });
  });

  it('P-1: falls by the shares where these are split, to the cent', async () => {
    const { invoiceId } = claimOf([6000, 4000]);
    const { rows } = await oblige(invoiceId, 125_01);
    expect(rows.map(({ bookedCents }) => bookedCents)).toEqual([75_01, 50_00]);
  });

  it('counts what one payer paid on an own share for that one only', async () => {
    const { invoiceId, payerIds } = claimOf([5000, 5000]);
    await oblige(invoiceId, 100_00, '2026-10-01');
    receiveFrom(application.context.store, invoiceId, payerIds[0] ?? 0, 70_00);
    const { rows, arrearsCents } = await application.api.ledger.arrears({ invoiceId });
    expect(rows.map((row) => [row.receivedCents, row.arrearsCents])).toEqual([
      [70_00, 0],
      [0, 50_00],
    ]);
    expect(arrearsCents).toBe(50_00);
  });

  it('counts receipts from the first obligation on, and not what was given up', async () => {
    const { invoiceId } = claimOf();
    post(application.context.store, invoiceId, 'receipt', -200_00, '2026-10-20');
    await oblige(invoiceId, 100_00);
    await application.api.ledger.writeOff({
      items: [{ invoiceId, amountCents: 10_00 }],
      ground: 'tooSmall',
      reason: 'x',
    });
    const before = await application.api.ledger.arrears({ invoiceId });
    expect(before).toMatchObject({ receivedCents: 0, arrearsCents: 100_00, balanceCents: 790_00 });
    post(application.context.store, invoiceId, 'receipt', -30_00, '2026-11-01');
    expect(await application.api.ledger.arrears({ invoiceId })).toMatchObject({
      receivedCents: 30_00,
      arrearsCents: 70_00,
    });
  });

  it('is empty where no obligation was booked', async () => {
    const { invoiceId } = claimOf();
    post(application.context.store, invoiceId, 'receipt', -50_00, '2026-11-10');
    expect(await application.api.ledger.arrears({ invoiceId })).toEqual({
      rows: [],
      bookedCents: 0,
      receivedCents: 0,
      arrearsCents: 0,
      balanceCents: 950_00,
    });
  });

  it('is refused in the future, beyond what is open, and where nobody owes', async () => {
    const { invoiceId } = claimOf();
    expect(await refusalOf(oblige(invoiceId, 1_00, '2026-11-21'))).toMatchObject({
      code: 'INVALID',
      field: 'bookingDate',
    });
    const tooMuch = await refusalOf(oblige(invoiceId, 1000_01));
    expect(tooMuch).toMatchObject({ code: 'REFUSED', field: 'amountCents' });
    expect((await application.api.ledger.arrears({ invoiceId })).rows).toEqual([]);
    const { invoiceIds } = addFamily(application.context.store, schoolId, {
      name: 'Den',
      pupils: [{ firstName: 'Sam', lastName: 'Den', invoices: [{ number: '2026-2', amountCents: 10_00 }] }],
    });
    expect((await refusalOf(oblige(invoiceIds[0] ?? 0, 1_00))).sentence).toContain('Niemand betaalt');
  });

  it('is never corrected below zero', async () => {
    const { invoiceId, payerIds } = claimOf();
    await oblige(invoiceId, 100_00);
    const [payerId = 0] = payerIds;
    const correct = (amountCents: number) =>
      application.api.ledger.correctArrears({ invoiceId, corrections: [{ payerId, amountCents }], reason: 'x' });
    const refusal = await refusalOf(correct(50_01));
    expect(refusal).toMatchObject({ code: 'REFUSED', field: 'corrections.0.amountCents' });
    expect(refusal.sentence).toContain('€ 50,00');
    const { rows } = await correct(50_00);
    expect(rows.map(({ arrearsCents }) => arrearsCents)).toEqual([0, 50_00]);
  });

  it('at random never loses a cent, and nobody is behind on more than was booked', () => {
    const liabilities = fc.uniqueArray(
      fc.record({
        payerId: fc.integer({ min: 1, max: 9 }),
        kind: fc.constant('split' as const),
        shareBp: fc.integer({ min: 0, max: 10_000 }),
      }),
      { minLength: 1, maxLength: 4, selector: ({ payerId }) => payerId },
    );
    const cents = fc.integer({ min: 0, max: 1_000_00 });
    fc.assert(
      fc.property(liabilities, cents, cents, (who, bookedCents, paidCents) => {
        const booked = divideOverPayers(bookedCents, who);
        expect(booked.reduce((sum, part) => sum + part.amountCents, 0)).toBe(bookedCents);
        const rows = arrearsPerPayer({ liabilities: who, booked, receivedCents: new Map([[null, paidCents]]) });
        expect(rows.reduce((sum, row) => sum + row.receivedCents, 0)).toBe(paidCents);
        for (const row of rows) {
          expect(row.arrearsCents).toBeGreaterThanOrEqual(0);
          expect(row.arrearsCents).toBeLessThanOrEqual(row.bookedCents);
        }
      }),
    );
  });
});
