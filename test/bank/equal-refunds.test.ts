import { expect, it } from 'vitest';
import { accept, bankOffice, coda, importGiven, linesOf } from './banking.ts';

it('two refunds of one amount to one account are each carried out by a line of their own', async () => {
  const office = await bankOffice();
  const { payerIds, invoiceIds } = office.add({
    name: 'Gezin Abeel',
    payers: [{ firstName: 'An', lastName: 'Abeel' }],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        invoices: [{ number: '1001', amountCents: 4000, paidCents: 8000 }],
      },
    ],
  });
  const account = 'BE71096123456769';
  for (const reason of ['dubbel betaald', 'nog eens dubbel betaald']) {
    await office.api.ledger.refund({
      invoiceId: invoiceIds[0] ?? 0,
      amountCents: 2000,
      method: 'bank',
      payerId: payerIds[0] ?? 0,
      thirdPartyPayerId: null,
      iban: account,
      holderName: null,
      reason,
    });
  }
  const orders = await office.api.ledger.paymentOrders({});
  const [own] = await office.api.bank.accounts();
  await office.api.ledger.makePaymentFile({
    bankAccountId: own?.bankAccountId ?? 0,
    paymentOrderIds: orders.map(({ paymentOrderId }) => paymentOrderId),
    executionDate: '2026-11-20',
  });
  const paid = { amountCents: -2000, name: 'AN ABEEL', account };
  await importGiven(office, coda([paid, paid]));
  expect((await accept(office, await linesOf(office, 'open'))).done).toBe(2);
  expect((await office.api.ledger.paymentOrders({})).map(({ status }) => status)).toEqual(['executed', 'executed']);
  await office.close();
});
