import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accept, bankOffice, type BankOffice, coda, importGiven, linesOf, openList, referenceOf } from './banking.ts';

let office: BankOffice;
beforeEach(async () => {
  office = await bankOffice();
});
afterEach(() => office.close());

/** A family that paid 20.00 too much, and has it ordered back. */
async function orderedRefund(): Promise<string> {
  const { payerIds } = office.add({
    name: 'Gezin Abeel',
    payers: [{ firstName: 'An', lastName: 'Abeel' }],
    pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '1001', amountCents: 18_000 }] }],
  });
  await importGiven(
    office,
    coda([{ amountCents: 20_000, reference: referenceOf('1001'), name: 'ABEEL AN' }], {
      sequence: 216,
      openingCents: 80_000,
      date: '2026-11-10',
    }),
  );
  await accept(office, await linesOf(office, 'open'));
  expect(await openList(office)).toEqual({ 'T-1': -2000 });
  const [credit] = (await office.api.ledger.openItems({})).rows;
  await office.api.ledger.refund({
    invoiceId: credit?.invoiceId ?? 0,
    amountCents: 2000,
    method: 'bank',
    payerId: payerIds[0] ?? 0,
    thirdPartyPayerId: null,
    iban: 'BE62510007547061',
    holderName: 'An Abeel',
    reason: 'te veel betaald',
  });
  const [order] = await office.api.ledger.paymentOrders({});
  const [account] = await office.api.bank.accounts();
  await office.api.ledger.makePaymentFile({
    bankAccountId: account?.bankAccountId ?? 0,
    paymentOrderIds: [order?.paymentOrderId ?? 0],
    executionDate: '2026-11-20',
  });
  return office.context.store.sql.prepare('SELECT end_to_end_id FROM payment_orders').pluck().get() as string;
}

const statusOf = async (): Promise<string | undefined> => (await office.api.ledger.paymentOrders({}))[0]?.status;

describe('a refund that the bank tells about', () => {
  it('is carried out, and waits again when the statement is undone', async () => {
    const endToEndId = await orderedRefund();
    const sent = { amountCents: -2000, endToEndId, name: 'An Abeel', account: 'BE62510007547061' };
    const { statementIds, ...counts } = await importGiven(office, coda([sent]));
    expect(counts).toMatchObject({ setAside: 1, booked: 0, open: 0 });
    expect(await statusOf()).toBe('executed');
    expect(await linesOf(office, 'setAside')).toMatchObject([{ setAsideAs: 'refundPaid' }]);
    await office.api.bank.undo({ statementId: statementIds[0] ?? 0 });
    expect(await statusOf()).toBe('exported');
  });

  it('that comes back is credit again; undone it is paid out once more', async () => {
    const endToEndId = await orderedRefund();
    await importGiven(
      office,
      coda([{ amountCents: -2000, endToEndId }], { sequence: 217, openingCents: 100_000, date: '2026-11-18' }),
    );
    expect(await openList(office)).toEqual({});
    const back = { amountCents: 2000, code: '00154000', endToEndId, returned: { type: '2', reason: 'AC04' } };
    const { statementIds } = await importGiven(office, coda([back], { openingCents: 98_000 }));
    expect(await statusOf()).toBe('returned');
    expect(await openList(office)).toEqual({ 'T-1': -2000 });
    const booked = await linesOf(office, 'booked');
    expect(booked.find(({ kind }) => kind === 'returned')).toMatchObject({
      returnedSentence: 'de rekening is afgesloten',
      bookedCreditCents: 2000,
    });
    await office.api.bank.undo({ statementId: statementIds[0] ?? 0 });
    expect(await statusOf()).toBe('executed');
    expect(await openList(office)).toEqual({});
    expect(await office.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });
});
