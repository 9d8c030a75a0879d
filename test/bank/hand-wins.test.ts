import { afterEach, beforeEach, expect, it } from 'vitest';
import { insert } from '#test/support/family.ts';
import { type BankOffice, bankOffice, coda, importGiven, linesOf, referenceOf } from './banking.ts';

let office: BankOffice;
beforeEach(async () => {
  office = await bankOffice();
});
afterEach(() => office.close());

it('counts a line on the share of the payer that was chosen by hand, whatever reference it carries', async () => {
  const { add, api, context, schoolId } = office;
  const family = add({
    name: 'Gezin Beuk',
    payers: [
      { firstName: 'Jan', lastName: 'Beuk' },
      { firstName: 'Els', lastName: 'Wilg' },
    ],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Beuk',
        shares: [5000, 5000],
        invoices: [{ number: '2026-1', amountCents: 24_000 }],
      },
    ],
  });
  const [father = 0, mother = 0] = family.payerIds;
  const [invoiceId = 0] = family.invoiceIds;
  const reference = referenceOf('900001');
  insert(context.store, 'payer_references', {
    structured_reference: reference,
    school_id: schoolId,
    payer_id: father,
  });
  await importGiven(office, coda([{ amountCents: 5000, reference, name: 'WILG ELS' }]));
  const [line] = await linesOf(office);
  if (line?.status === 'booked') await api.bank.reopen({ transactionIds: [line.transactionId] });
  await api.bank.book({
    transactionId: line?.transactionId ?? 0,
    householdId: family.householdId,
    payerId: mother,
    thirdPartyPayerId: null,
    allocations: [{ invoiceId, amountCents: 5000 }],
  });
  const { owed } = await api.ledger.invoice({ invoiceId });
  expect(owed.map(({ payerId, openCents }) => [payerId, openCents])).toEqual([
    [father, 12_000],
    [mother, 7000],
  ]);
});

it('forgets the account that a booking taught when the booking is taken back', async () => {
  const { add, api } = office;
  const family = add({
    name: 'Gezin Es',
    payers: [{ firstName: 'Ann', lastName: 'Es' }],
    pupils: [{ firstName: 'Noor', lastName: 'Es', invoices: [{ number: '2026-2', amountCents: 8000 }] }],
  });
  await importGiven(office, coda([{ amountCents: 3000, name: 'OMA', account: 'BE71096123456769' }]));
  const [line] = await linesOf(office, 'open');
  const { entryId } = await api.bank.book({
    transactionId: line?.transactionId ?? 0,
    householdId: family.householdId,
    payerId: family.payerIds[0] ?? null,
    thirdPartyPayerId: null,
    allocations: [{ invoiceId: family.invoiceIds[0] ?? 0, amountCents: 3000 }],
    learnAccount: true,
  });
  const known = () => api.bank.payerAccounts({ householdId: family.householdId });
  expect(await known()).toHaveLength(1);
  await api.ledger.reverse({ entryId, reason: 'niet voor dit gezin' });
  expect(await known()).toEqual([]);
  expect((await linesOf(office, 'open')).map(({ transactionId }) => transactionId)).toEqual([line?.transactionId]);
});
