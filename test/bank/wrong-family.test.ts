import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeStructuredReference } from '#shared/bank/structured-reference.ts';
import { addFamily, insert } from '#test/support/family.ts';
import { camtFile } from '#test/support/camt.ts';
import {
  bankOffice,
  type BankOffice,
  coda,
  importGiven,
  linesOf,
  openList,
  previewGiven,
  referenceOf,
  schoolIban,
} from './banking.ts';

let office: BankOffice;
beforeEach(async () => {
  office = await bankOffice();
});
afterEach(async () => {
  const { wrong, wrongEntries } = await office.api.ledger.verify();
  const { firstBroken } = await office.api.audit.verify();
  if (wrong.length + wrongEntries.length > 0 || firstBroken !== null) throw new Error('The books do not add up');
  await office.close();
});

const family = (lastName: string, number: string, amountCents: number, more = {}) => ({
  name: `Gezin ${lastName}`,
  payers: [{ firstName: 'An', lastName }],
  pupils: [{ firstName: 'Noor', lastName, invoices: [{ number, amountCents, ...more }] }],
});

function giveReference(payerId: number, schoolId: number, base: string): string {
  const reference = makeStructuredReference(base);
  insert(office.context.store, 'payer_references', {
    structured_reference: reference,
    school_id: schoolId,
    payer_id: payerId,
  });
  return reference;
}

function addOtherSchool(): number {
  const { store } = office.context;
  const schoolId = insert(store, 'schools', {
    name: 'Basisschool De Es',
    level: 'primary',
    iban: 'BE43068999999501',
    created_at: '2026-09-01T08:00:00.000Z',
  });
  insert(store, 'billing_groups', { school_id: schoolId, name: 'maandrekening' });
  return schoolId;
}

/** An entry with a structured communication and words beside it, as camt can have both. */
const camt = (movement: Parameters<typeof camtFile>[0]['statements'][number]['movements'][number]) =>
  camtFile({
    statements: [{ iban: schoolIban, sequence: 1, openingCents: 0, date: '2026-11-19', movements: [movement] }],
  });

describe('money is never booked by itself for a family that may not be meant', () => {
  it('the own reference of a payer at another school waits on this account, and says so', async () => {
    const other = addOtherSchool();
    const { payerIds } = addFamily(office.context.store, other, family('Abeel', '1001', 4000));
    const reference = giveReference(payerIds[0] ?? 0, other, '9000000001');
    const summary = await importGiven(office, coda([{ amountCents: 4000, reference }]));
    expect(summary).toMatchObject({ booked: 0, suggested: 1 });
    expect((await linesOf(office))[0]?.proposal?.reason).toContain('van Basisschool De Es');
    expect(await openList(office)).toEqual({ '1001': 4000 });
  });

  it('references of two families, one of them paid, wait for a person', async () => {
    office.add(family('Abeel', '1001', 4000, { paidCents: 4000 }));
    office.add(family('Berk', '1002', 4000));
    const text = `${referenceOf('1001')} en ${referenceOf('1002')}`;
    expect(await importGiven(office, coda([{ amountCents: 4000, text }]))).toMatchObject({ booked: 0 });
    expect(await openList(office)).toEqual({ '1002': 4000 });
  });

  it('a paid invoice that was named does not make the free text certain', async () => {
    office.add(family('Abeel', '1001', 4000, { paidCents: 4000 }));
    office.add(family('Berk', '1002', 4000));
    const movement = { amountCents: 1500, reference: referenceOf('1001'), text: referenceOf('1002') };
    expect(await importGiven(office, camt(movement))).toMatchObject({ booked: 0 });
    expect(await openList(office)).toEqual({ '1002': 4000 });
  });

  it('the own reference of one payer beside an invoice of another family waits', async () => {
    const { payerIds } = office.add(family('Abeel', '1001', 4000));
    office.add(family('Berk', '1002', 4000));
    const own = giveReference(payerIds[0] ?? 0, office.schoolId, '9000000001');
    for (const text of [`${own} ${referenceOf('1002')}`, `${referenceOf('1002')} ${own}`]) {
      expect(await importGiven(office, coda([{ amountCents: 4000, text }]))).toMatchObject({ booked: 0 });
    }
    expect(await openList(office)).toEqual({ '1001': 4000, '1002': 4000 });
  });

  it('the own references of two payers wait', async () => {
    const abeel = office.add(family('Abeel', '1001', 4000));
    const berk = office.add(family('Berk', '1002', 4000));
    const first = giveReference(abeel.payerIds[0] ?? 0, office.schoolId, '9000000001');
    const second = giveReference(berk.payerIds[0] ?? 0, office.schoolId, '9000000002');
    expect(await importGiven(office, coda([{ amountCents: 4000, text: `${first} ${second}` }]))).toMatchObject({
      booked: 0,
    });
  });

  it.each([0, 4000])('a reference that two families were given waits, also when one paid %i', async (paidCents) => {
    const structuredReference = makeStructuredReference('1234567890');
    office.add(family('Abeel', '1001', 4000, { structuredReference, paidCents }));
    office.add(family('Berk', '1002', 4000, { structuredReference }));
    const summary = await importGiven(office, coda([{ amountCents: 4000, reference: structuredReference }]));
    expect(summary).toMatchObject({ booked: 0 });
    expect((await openList(office))['1002']).toBe(4000);
  });

  it('twins with one name and one amount: nothing is proposed as likely', async () => {
    office.add(family('Abeel', '1001', 4000));
    office.add(family('Abeel', '1002', 4000));
    await importGiven(office, coda([{ amountCents: 4000, name: 'ABEEL AN' }]));
    expect((await linesOf(office))[0]?.proposal).toBeNull();
  });
});

describe('an account that is not one payer’s own', () => {
  const account = 'BE71096123456769';
  const next = { sequence: 219 };

  it('of a body that names the payer for whom it pays is never remembered as the payer’s', async () => {
    const { householdId } = office.add(family('Berk', '1002', 4000));
    const paid = { amountCents: 4000, name: 'OCMW GENT AN BERK', account, reference: referenceOf('1002') };
    expect(await importGiven(office, coda([paid]))).toMatchObject({ booked: 1 });
    expect(await office.api.bank.payerAccounts({ householdId })).toEqual([]);
  });

  it('known of one family gives nothing to it when the words name another', async () => {
    const abeel = office.add(family('Abeel', '1001', 4000));
    office.add(family('Berk', '1002', 2500));
    await importGiven(office, coda([{ amountCents: 100, name: 'OCMW GENT', account }]));
    const [line] = await linesOf(office);
    await office.api.bank.book({
      transactionId: line?.transactionId ?? 0,
      householdId: abeel.householdId,
      payerId: abeel.payerIds[0] ?? 0,
      thirdPartyPayerId: null,
      allocations: [],
      learnAccount: true,
    });
    const sent = [2500, 1700].map((amountCents) => ({ amountCents, name: 'OCMW GENT', account, text: 'AN BERK' }));
    await importGiven(office, coda(sent, next));
    const proposals = (await linesOf(office, 'open')).map(({ amountCents, proposal }) => [
      amountCents,
      proposal?.householdName,
      proposal?.confidence,
    ]);
    expect(proposals).toEqual([
      [2500, 'Gezin Berk', 'possible'],
      [1700, undefined, undefined],
    ]);
  });

  it('known of one parent, in the name of the other, waits where each owes a share', async () => {
    office.add({
      name: 'Gezin Beuk',
      payers: [
        { firstName: 'Els', lastName: 'Beuk' },
        { firstName: 'Jan', lastName: 'Peeters' },
      ],
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Peeters',
          shares: [5000, 5000],
          invoices: [
            { number: '1001', amountCents: 4000 },
            { number: '1002', amountCents: 4000 },
          ],
        },
      ],
    });
    const half = (name: string, number: string) => ({
      amountCents: 2000,
      name,
      account,
      reference: referenceOf(number),
    });
    expect(await importGiven(office, coda([half('BEUK ELS', '1001')]))).toMatchObject({ booked: 1 });
    expect(await importGiven(office, coda([half('PEETERS JAN', '1002')], next))).toMatchObject({ booked: 0 });
    const [line] = await linesOf(office, 'open');
    expect(line?.proposal?.payerId).toBeNull();
    expect(line?.proposal?.reason).toMatch(/niet zeker wie betaalde/);
  });
});

describe('the same day in two files', () => {
  const day = { iban: schoolIban, sequence: 218, openingCents: 100_000, date: '2026-11-19' } as const;
  const account = 'BE71096123456769';

  it.each([
    ['the account', { account }, {}],
    ['no account', {}, { account }],
  ])('is booked once when the first tells %s of who paid and the second does not', async (_, first, second) => {
    office.add(family('Abeel', '1001', 8000));
    const payment = { amountCents: 3000, reference: referenceOf('1001') };
    await importGiven(office, coda([{ ...payment, ...first }]));
    await importGiven(office, camtFile({ statements: [{ ...day, movements: [{ ...payment, ...second }] }] }));
    expect(await openList(office)).toEqual({ '1001': 5000 });
  });

  it('keeps two payments of one amount apart when only one stands in the other file', async () => {
    const other = 'BE62510007547061';
    await importGiven(office, coda([{ amountCents: 3000, account, name: 'AN' }]));
    const movements = [
      { amountCents: 3000, account: other, name: 'TOM', serviceReference: 'A2' },
      { amountCents: 3000, account, name: 'AN', serviceReference: 'A1' },
    ];
    await importGiven(office, camtFile({ statements: [{ ...day, movements }] }));
    const lines = await linesOf(office);
    expect(lines.map((line) => line.counterpartyAccount).toSorted()).toEqual([other, account].toSorted());
  });

  it('brings equal payments of two children in', async () => {
    const movements = [
      { amountCents: 1000, name: 'AN' },
      { amountCents: 1000, name: 'AN' },
    ];
    await importGiven(office, camtFile({ statements: [{ ...day, movements }] }));
    await importGiven(office, coda(movements));
    expect(await linesOf(office)).toHaveLength(2);
  });
});

describe('a statement of the future', () => {
  it('is told, also when it is read by itself', async () => {
    const findings = async (date: string) =>
      (await previewGiven(office, coda([{ amountCents: 100 }], { date }))).statements.flatMap((one) =>
        one.findings.map(({ rule }) => rule),
      );
    expect(await findings('2028-02-29')).toContain('bank.future');
    // A long weekend ahead is how banks date.
    expect(await findings('2026-11-24')).not.toContain('bank.future');
  });
});
