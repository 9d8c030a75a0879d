import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asFile, bankOffice, type BankOffice, coda, importGiven, linesOf, referenceOf } from '#test/bank/banking.ts';
import { addFamily, type FamilyIds, insert } from '#test/support/family.ts';
import { addUser, type Api, signedIn } from '#test/support/users.ts';

// Bert is secretary of De Wilg only; a family of De Es pays its bill on the account of De Wilg.

let office: BankOffice;
let bert: Api;
let els: Api;
let elsewhere: FamilyIds;

beforeEach(async () => {
  office = await bankOffice();
  const { context } = office;
  const schoolId = insert(context.store, 'schools', {
    name: 'Basisschool De Es',
    level: 'primary',
    iban: 'BE43068999999501',
    created_at: '2026-09-01T08:00:00.000Z',
  });
  insert(context.store, 'billing_groups', { school_id: schoolId, name: 'maandrekening' });
  elsewhere = addFamily(context.store, schoolId, {
    name: 'Gezin Geheim',
    payers: [{ firstName: 'An', lastName: 'Geheim' }],
    pupils: [{ firstName: 'Noor', lastName: 'Geheim', invoices: [{ number: '2001', amountCents: 40_00 }] }],
  });
  const payment = { amountCents: 40_00, reference: referenceOf('2001'), name: 'GEHEIM AN', endToEndId: 'E2E-1' };
  await importGiven(office, coda([payment]));
  addUser(context.store, { name: 'Ann', roles: [{ role: 'administrator', schoolId: null }] });
  bert = signedIn(
    context,
    addUser(context.store, { name: 'Bert', roles: [{ role: 'secretary', schoolId: office.schoolId }] }),
  );
  els = signedIn(context, addUser(context.store, { name: 'Els', roles: [{ role: 'director', schoolId: null }] }));
});
afterEach(() => office.close());

async function lineOf(api: Api, status?: 'open') {
  const [line] = await linesOf({ ...office, api }, status);
  return { transactionId: line?.transactionId ?? 0, proposal: line?.proposal ?? null };
}

async function openAtEls(): Promise<number> {
  return (await els.ledger.invoice({ invoiceId: elsewhere.invoiceIds[0] ?? 0 })).openCents;
}

describe('a secretary of one school', () => {
  it('is not told which family of another school a line is for, and books nothing there', async () => {
    const { transactionId, proposal } = await lineOf(bert);
    expect(proposal).toBeNull();
    const shown = (await lineOf(els)).proposal;
    expect(shown?.householdName).toBe('Gezin Geheim');
    const lines = [{ transactionId, fingerprint: shown?.fingerprint ?? '' }];
    expect(await bert.bank.accept({ lines })).toEqual({ done: 0, changedTransactionIds: [transactionId] });
    expect(await openAtEls()).toBe(40_00);
  });

  it.each(['', '40,00', 'Geheim', '2001'])('finds no family of another school by "%s"', async (text) => {
    const { transactionId } = await lineOf(bert);
    expect(await els.bank.candidates({ transactionId, text })).toHaveLength(1);
    expect(await bert.bank.candidates({ transactionId, text })).toEqual([]);
  });

  it('takes back nothing of another school when a payment comes back', async () => {
    const { transactionId, proposal } = await lineOf(els);
    await els.bank.accept({ lines: [{ transactionId, fingerprint: proposal?.fingerprint ?? '' }] });
    expect(await openAtEls()).toBe(0);
    const returned = {
      amountCents: -40_00,
      code: '00503000',
      reference: referenceOf('2001'),
      name: 'GEHEIM AN',
      returned: { type: '2', reason: 'AM04' },
    };
    const bytes = coda([returned], { sequence: 219, openingCents: 104_000 });
    const { fileId, fileName } = await bert.bank.preview(asFile(bytes));
    await bert.jobs.wait(await bert.bank.import({ fileId, fileName }));
    const back = await lineOf(els, 'open');
    expect(back.proposal?.does).toBe('takeBack');
    const lines = [{ transactionId: back.transactionId, fingerprint: back.proposal?.fingerprint ?? '' }];
    expect(await bert.bank.accept({ lines })).toEqual({ done: 0, changedTransactionIds: [back.transactionId] });
    expect(await openAtEls()).toBe(0);
    expect((await els.bank.accept({ lines })).done).toBe(1);
    expect(await openAtEls()).toBe(40_00);
  });
});
