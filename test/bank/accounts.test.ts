import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addSchool } from '#test/support/family.ts';
import { bankOffice, type BankOffice, coda, importGiven, schoolIban } from './banking.ts';

let office: BankOffice;
beforeEach(async () => {
  office = await bankOffice();
});
afterEach(() => office.close());

const other = 'BE62510007547061';

describe('the accounts of a school', () => {
  it('hold the one on its letters by themselves, and others that are added', async () => {
    expect(await office.api.bank.accounts()).toMatchObject([{ iban: schoolIban, schoolName: 'Basisschool De Wilg' }]);
    const { schoolId } = office;
    const added = await office.api.bank.saveAccount({
      bankAccountId: null,
      schoolId,
      iban: 'be62 5100 0754 7061',
      label: '',
    });
    expect(added.iban).toBe(other);
    const renamed = await office.api.bank.saveAccount({ ...added, label: 'opvang' });
    expect(renamed).toEqual({ ...added, label: 'opvang' });
    await expect(
      office.api.bank.saveAccount({ bankAccountId: null, schoolId, iban: other, label: '' }),
    ).rejects.toThrow(/staat al bij Basisschool De Wilg/);
    await expect(
      office.api.bank.saveAccount({ bankAccountId: null, schoolId, iban: 'BE62510007547062', label: '' }),
    ).rejects.toThrow(/klopt niet/);
    await office.api.bank.removeAccount({ bankAccountId: added.bankAccountId });
    expect(await office.api.bank.accounts()).toHaveLength(1);
    const back = await office.api.bank.saveAccount({ bankAccountId: null, schoolId, iban: other, label: 'opvang' });
    expect(back.bankAccountId).toBe(added.bankAccountId);
  });

  it('keep the one on the letters, and number and school of one with statements', async () => {
    const [printed] = await office.api.bank.accounts();
    if (!printed) throw new Error('No account');
    await expect(office.api.bank.removeAccount({ bankAccountId: printed.bankAccountId })).rejects.toThrow(
      /op de brieven/,
    );
    await importGiven(office, coda([{ amountCents: 100, name: 'X' }]));
    const schoolId = addSchool(office.context.store, 'Middenschool De Linde');
    await expect(office.api.bank.saveAccount({ ...printed, schoolId })).rejects.toThrow(/staan vast/);
    expect((await office.api.bank.saveAccount({ ...printed, label: 'zicht' })).label).toBe('zicht');
  });

  it('tell how fresh they are and what waits', async () => {
    expect(await office.api.bank.freshness()).toMatchObject([{ newestClosingDate: null, daysOld: null, openLines: 0 }]);
    const { statementIds } = await importGiven(
      office,
      coda([
        { amountCents: 100, name: 'X' },
        { amountCents: -50, name: 'Y' },
      ]),
    );
    const fresh = { newestClosingDate: '2026-11-19', daysOld: 1, openLines: 2, openCents: 100 };
    expect(await office.api.bank.freshness()).toMatchObject([fresh]);
    await office.api.bank.undo({ statementId: statementIds[0] ?? 0 });
    expect(await office.api.bank.freshness()).toMatchObject([{ newestClosingDate: null, openLines: 0 }]);
  });

  it('may be shared by two schools: each gets what is its own', async () => {
    const secondId = addSchool(office.context.store, 'Middenschool De Linde');
    const family = office.add({
      name: 'Gezin Abeel',
      payers: [{ firstName: 'An', lastName: 'Abeel' }],
      pupils: [
        { firstName: 'Noor', lastName: 'Abeel', schoolId: secondId, invoices: [{ number: '7001', amountCents: 4000 }] },
      ],
    });
    const reference = office.context.store.sql
      .prepare('SELECT structured_reference FROM invoices WHERE id = ?')
      .pluck()
      .get(family.invoiceIds[0]) as string;
    expect(await importGiven(office, coda([{ amountCents: 4000, reference }]))).toMatchObject({ booked: 1 });
    const { rows } = await office.api.ledger.balances({ schoolId: secondId });
    expect(rows.map(({ balanceCents }) => balanceCents)).toEqual([0]);
  });
});

describe('the account of a payer, typed in', () => {
  const request = (payerId: number) => ({
    payerId,
    iban: 'BE62 5100 0754 7061',
    holderName: 'An Abeel',
    replacesPayerAccountId: null,
    reason: 'nieuwe rekening',
  });
  function addAbeel() {
    return office.add({
      name: 'Gezin Abeel',
      payers: [{ firstName: 'An', lastName: 'Abeel' }],
      pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '1001', amountCents: 4000 }] }],
    });
  }

  it('is kept at once where the school asks for nobody, and can take the place of another', async () => {
    const { householdId, payerIds } = addAbeel();
    const [payerId = 0] = payerIds;
    expect(await office.api.bank.savePayerAccount(request(payerId))).toEqual({ outcome: 'saved' });
    await expect(office.api.bank.savePayerAccount(request(payerId))).rejects.toThrow(/al bekend/);
    const [first] = await office.api.bank.payerAccounts({ householdId });
    expect(first).toMatchObject({ iban: other, origin: 'hand', author: 'test' });
    await office.api.bank.savePayerAccount({
      ...request(payerId),
      iban: 'BE43068999999501',
      replacesPayerAccountId: first?.payerAccountId ?? 0,
    });
    expect((await office.api.bank.payerAccounts({ householdId })).map(({ iban }) => iban)).toEqual([
      'BE43068999999501',
    ]);
  });

  it('waits for a second person where the school asks for one', async () => {
    const { householdId, payerIds } = addAbeel();
    const thresholds = { writeOff: null, remission: null, refund: null, transfer: null, payerAccount: 0 };
    await office.api.approvals.saveThresholds({ schoolId: office.schoolId, thresholds });
    const waiting = await office.api.bank.savePayerAccount(request(payerIds[0] ?? 0));
    expect(waiting.outcome).toBe('waiting');
    expect(await office.api.bank.payerAccounts({ householdId })).toEqual([]);
    const [shown] = (await office.api.approvals.list({})).rows;
    expect(shown?.difference[0]).toEqual({ label: 'Rekening', before: '', after: 'BE62 5100 0754 7061' });
  });
});
