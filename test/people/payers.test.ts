import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PayerDetails } from '#shared/people/contract.ts';
import { addFamily, addSchool, type FamilyIds } from '#test/support/family.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

let application: TestApplication;
let api: TestApplication['api'];
let family: FamilyIds;
let mother: number;
let father: number;
let noor: number;

beforeEach(async () => {
  application = await testApplication();
  ({ api } = application);
  const schoolId = addSchool(application.context.store);
  family = addFamily(application.context.store, schoolId, {
    name: 'Gezin Abeel–Den',
    payers: [
      { firstName: 'Anke', lastName: 'Abeel', email: 'anke@voorbeeld.example' },
      { firstName: 'Bram', lastName: 'Den' },
    ],
    pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '1', amountCents: 12_501 }] }],
  });
  [mother = 0, father = 0] = family.payerIds;
  [noor = 0] = family.pupilIds;
});
afterEach(() => application.close());

const details: PayerDetails = {
  relation: 'mother',
  firstName: 'Anke',
  lastName: 'Abeel',
  language: 'nl',
  salutation: 'madam',
  email: 'anke@voorbeeld.example',
  phone: '0470 12 34 56',
  channel: 'email',
  street: 'Wilgenlaan 1',
  postalCode: '9000',
  city: 'Gent',
  country: 'BE',
  thirdPartyPayerId: null,
};

async function openOf(payerId: number): Promise<number | undefined> {
  const { payers } = await api.dossier.page({ householdId: family.householdId });
  return payers.find((payer) => payer.payerId === payerId)?.openCents;
}

async function emailBounced(): Promise<boolean | undefined> {
  const { payers } = await api.dossier.page({ householdId: family.householdId });
  return payers.find((payer) => payer.payerId === mother)?.emailBounced;
}

describe('who owes for a pupil', () => {
  const split = (motherBp: number, fatherBp: number) => [
    { payerId: mother, kind: 'split' as const, shareBp: motherBp },
    { payerId: father, kind: 'split' as const, shareBp: fatherBp },
  ];

  it('is corrected from the beginning, for the invoices that are open already', async () => {
    expect([await openOf(mother), await openOf(father)]).toEqual([12_501, 12_501]);
    await api.people.setLiabilities({ pupilId: noor, liabilities: split(6000, 4000) });
    expect([await openOf(mother), await openOf(father)]).toEqual([7501, 5000]);
    await api.people.setLiabilities({
      pupilId: noor,
      liabilities: [{ payerId: father, kind: 'joint', shareBp: 0 }],
    });
    expect([await openOf(mother), await openOf(father)]).toEqual([0, 12_501]);
  });

  it('keeps in the trail what stood there before', async () => {
    await api.people.setLiabilities({ pupilId: noor, liabilities: split(6000, 4000) });
    const { entries } = await api.audit.list({ householdId: family.householdId });
    expect(entries[0]?.detail).toEqual({
      pupilId: noor,
      before: [
        { payerId: mother, kind: 'joint', shareBp: 10_000 },
        { payerId: father, kind: 'joint', shareBp: 10_000 },
      ],
      after: split(6000, 4000),
    });
  });

  it('refuses shares that are not 100 % together, mixed kinds, strangers and doubles', async () => {
    const stranger = addFamily(application.context.store, 1, {
      name: 'Anders',
      payers: [{ firstName: 'Els', lastName: 'Anders' }],
    }).payerIds[0] as number;
    const refused = [
      [split(6000, 3000), 'liabilities', '90 %'],
      [[split(6000, 4000)[0], { payerId: father, kind: 'joint', shareBp: 10_000 }], 'liabilities', 'hoofdelijk'],
      [[{ payerId: stranger, kind: 'joint', shareBp: 10_000 }], 'liabilities.0.payerId', 'gezin'],
      [[split(5000, 5000)[0], split(5000, 5000)[0]], 'liabilities.1.payerId', 'twee keer'],
    ] as const;
    for (const [liabilities, field, words] of refused) {
      await expect(
        api.people.setLiabilities({ pupilId: noor, liabilities: liabilities as ReturnType<typeof split> }),
      ).rejects.toMatchObject({
        code: 'INVALID',
        data: { field, sentence: expect.stringContaining(words) as string },
      });
    }
    expect([await openOf(mother), await openOf(father)]).toEqual([12_501, 12_501]);
  });
});

describe('payers', () => {
  it('a new one is jointly liable for every pupil', async () => {
    const { payerId } = await api.people.addPayer({ householdId: family.householdId, details });
    expect(await openOf(payerId)).toBe(12_501);
  });

  it('a new one owes nothing where the others owe shares, until the shares are set', async () => {
    await api.people.setLiabilities({
      pupilId: noor,
      liabilities: [
        { payerId: mother, kind: 'split', shareBp: 6000 },
        { payerId: father, kind: 'split', shareBp: 4000 },
      ],
    });
    const { payerId } = await api.people.addPayer({ householdId: family.householdId, details });
    expect([await openOf(mother), await openOf(father), await openOf(payerId)]).toEqual([7501, 5000, 0]);
    await api.people.removePayer({ payerId });
    expect(await openOf(payerId)).toBeUndefined();
  });

  it('loses the mark "came back" with a new address, not with a new phone', async () => {
    await api.people.markEmailBounced({ payerId: mother, bounced: true });
    await api.people.updatePayer({ payerId: mother, details });
    expect(await emailBounced()).toBe(true);
    await api.people.updatePayer({ payerId: mother, details: { ...details, email: 'anders@voorbeeld.example' } });
    expect(await emailBounced()).toBe(false);
    await api.people.markEmailBounced({ payerId: mother, bounced: true });
    await api.people.markEmailBounced({ payerId: mother, bounced: false });
    expect(await emailBounced()).toBe(false);
  });

  it('cannot get the mark without an address', async () => {
    await expect(api.people.markEmailBounced({ payerId: father, bounced: true })).rejects.toMatchObject({
      code: 'INVALID',
    });
  });

  it('writes no line in the trail when nothing changed', async () => {
    await api.people.updatePayer({ payerId: mother, details });
    await api.people.updatePayer({ payerId: mother, details });
    expect((await api.audit.list({ householdId: family.householdId })).total).toBe(1);
  });

  it('leaves only when somebody else owes for every pupil', async () => {
    await api.people.removePayer({ payerId: father });
    expect(await openOf(father)).toBeUndefined();
    await expect(api.people.removePayer({ payerId: mother })).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('Noor Abeel') as string,
    });
    await expect(api.people.removePayer({ payerId: father })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await openOf(mother)).toBe(12_501);
  });

  it('does not leave with a share that nobody takes over', async () => {
    await api.people.setLiabilities({
      pupilId: noor,
      liabilities: [
        { payerId: mother, kind: 'split', shareBp: 6000 },
        { payerId: father, kind: 'split', shareBp: 4000 },
      ],
    });
    await expect(api.people.removePayer({ payerId: father })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await openOf(father)).toBe(5000);
  });

  it('refuses an address that is no address, with its field', async () => {
    await expect(
      api.people.updatePayer({ payerId: mother, details: { ...details, email: 'geen adres' } }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'details.email' } });
  });
});

describe('third-party payers', () => {
  const ocmw = {
    name: 'OCMW Gent',
    contactName: null,
    language: 'nl' as const,
    email: null,
    phone: null,
    channel: 'letter' as const,
    street: 'Onderbergen 86',
    postalCode: '9000',
    city: 'Gent',
    country: 'BE',
    iban: 'BE68 5390 0754 7034',
  };

  it('are kept, changed, and named with the payer they stand in for', async () => {
    const kept = await api.people.saveThirdPartyPayer({ thirdPartyPayerId: null, details: ocmw });
    expect(kept.iban).toBe('BE68539007547034');
    await api.people.saveThirdPartyPayer({ thirdPartyPayerId: kept.id, details: { ...ocmw, name: 'OCMW Brugge' } });
    expect(await api.people.thirdPartyPayers()).toMatchObject([{ id: kept.id, name: 'OCMW Brugge' }]);
    await api.people.updatePayer({ payerId: mother, details: { ...details, thirdPartyPayerId: kept.id } });
    const { payers } = await api.dossier.page({ householdId: family.householdId });
    expect(payers[0]?.thirdPartyPayerName).toBe('OCMW Brugge');
  });

  it('are refused with a wrong account number, or when they do not exist', async () => {
    await expect(
      api.people.saveThirdPartyPayer({ thirdPartyPayerId: null, details: { ...ocmw, iban: 'BE00 0000 0000 0000' } }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'details.iban' } });
    await expect(api.people.saveThirdPartyPayer({ thirdPartyPayerId: 999, details: ocmw })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      api.people.updatePayer({ payerId: mother, details: { ...details, thirdPartyPayerId: 999 } }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'details.thirdPartyPayerId' } });
    expect(await api.people.thirdPartyPayers()).toEqual([]);
  });
});
