import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mayOweFrom, ofAgeOn } from '#shared/people/coming-of-age.ts';
import type { PayerDetails } from '#shared/people/contract.ts';
import { addInvoice, type FamilyIds } from '#test/support/family.ts';
import { type SendingOffice, sendingOffice } from '#test/support/sending.ts';

let office: SendingOffice;
let api: SendingOffice['api'];
let family: FamilyIds;
let noor: number;

const details: PayerDetails = {
  relation: 'self',
  firstName: 'Noor',
  lastName: 'Den',
  language: 'nl',
  salutation: 'neutral',
  email: 'noor@voorbeeld.example',
  phone: null,
  channel: 'email',
  street: 'Wilgenlaan 1',
  postalCode: '9000',
  city: 'Gent',
  country: 'BE',
  thirdPartyPayerId: null,
};

/** Noor is 18 on 1 November 2026; today is 20 November 2026, with 400.00 open of October. */
beforeEach(async () => {
  office = await sendingOffice(null);
  ({ api } = office);
  family = office.add({
    name: 'Gezin Den',
    payers: [{ firstName: 'Bram', lastName: 'Den', email: 'bram@voorbeeld.example' }],
    pupils: [{ firstName: 'Noor', lastName: 'Den', invoices: [{ number: 'F-100', amountCents: 40_000 }] }],
  });
  [noor = 0] = family.pupilIds;
  bornOn(noor, '2008-11-01');
});
afterEach(() => office.application.close());

function bornOn(pupilId: number, birthDate: string): void {
  office.store.sql.prepare('UPDATE pupils SET birth_date = ? WHERE id = ?').run(birthDate, pupilId);
}
function billed(number: string, amountCents: number, issueDate: string): void {
  addInvoice(office.store, office.schoolId, noor, { number, amountCents, issueDate, dueDate: issueDate });
}
async function owed(): Promise<Record<string, number>> {
  const page = await api.dossier.page({ householdId: family.householdId });
  return Object.fromEntries(page.payers.map(({ firstName, openCents }) => [firstName, openCents]));
}
async function recipients(textId = office.textId): Promise<string[]> {
  const selection = { grouping: 'household' as const, keys: [family.householdId] };
  const { messages } = await api.correspondence.prepare({ selection, textId });
  return messages.map(({ recipientName }) => recipientName).toSorted();
}

describe('the eighteenth birthday', () => {
  it('is the same day eighteen years later, and 1 March for who was born on 29 February', () => {
    expect(ofAgeOn('2008-11-01')).toBe('2026-11-01');
    expect(ofAgeOn('2008-02-29')).toBe('2026-03-01');
    expect(mayOweFrom('2026-10-31', '2008-11-01')).toBe(false);
    expect(mayOweFrom('0001-01-01', null)).toBe(false);
  });

  it('is announced sixty days ahead for pupils at school, until they pay for themselves', async () => {
    const other = office.add({
      name: 'Gezin Ander',
      pupils: [
        { firstName: 'Net', lastName: 'Wel' },
        { firstName: 'Net', lastName: 'Niet' },
        { firstName: 'Al', lastName: 'Weg' },
      ],
    });
    const [within = 0, beyond = 0, gone = 0] = other.pupilIds;
    bornOn(within, '2009-01-19');
    bornOn(beyond, '2009-01-20');
    bornOn(gone, '2008-01-01');
    await api.people.setLeft({ pupilId: gone, leftOn: '2026-06-30' });
    const names = async () => (await api.people.comingOfAge({})).map(({ pupilName }) => pupilName);
    expect(await names()).toEqual(['Net Wel', 'Noor Den']);
    await api.people.comeOfAge({ pupilId: noor, fromDate: '2026-11-20', details });
    expect(await names()).toEqual(['Net Wel']);
  });
});

describe('a pupil who comes of age', () => {
  it('owes from that day on together with the parents, and nothing of before', async () => {
    await api.people.comeOfAge({ pupilId: noor, fromDate: '2026-11-01', details });
    billed('F-101', 6000, '2026-11-05');
    expect(await owed()).toEqual({ Bram: 46_000, Noor: 6000 });
  });

  it('owes alone when the parents leave, which has to be chosen', async () => {
    await api.people.comeOfAge({ pupilId: noor, fromDate: '2026-11-01', details, parentsStay: false });
    billed('F-101', 6000, '2026-11-05');
    expect(await owed()).toEqual({ Bram: 40_000, Noor: 6000 });
  });

  it('never hears of a debt of before: no reminder, and no invitation to talk about it', async () => {
    const { textId } = await api.correspondence.saveText({
      textId: null,
      name: 'Uitnodiging',
      tone: 'inviting',
      versions: [
        {
          language: 'nl',
          subject: 'Een gesprek',
          body: {
            type: 'doc',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Kom gerust langs.' }] }],
          },
        },
      ],
    });
    await api.people.comeOfAge({ pupilId: noor, fromDate: '2026-11-01', details });
    expect(await recipients()).toEqual(['Bram Den']);
    expect(await recipients(textId)).toEqual(['Bram Den']);
    billed('F-101', 6000, '2026-11-05');
    expect(await recipients()).toEqual(['Bram Den', 'Noor Den']);
    const selection = { grouping: 'household' as const, keys: [family.householdId] };
    const request = { selection, textId: office.textId };
    const { messages } = await api.correspondence.prepare(request);
    const own = messages.find(({ recipientName }) => recipientName === 'Noor Den');
    const preview = await api.correspondence.previewMessage({ ...request, messageKey: own?.messageKey ?? '' });
    expect(preview.emailText).toContain('F-101');
    expect(preview.emailText).not.toContain('F-100');
    expect(own?.totalCents).toBe(6000);
  });

  it('is refused before the birthday, and twice', async () => {
    await expect(api.people.comeOfAge({ pupilId: noor, fromDate: '2026-10-31', details })).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('01/11/2026') as string,
    });
    await api.people.comeOfAge({ pupilId: noor, fromDate: '2026-11-01', details });
    await expect(api.people.comeOfAge({ pupilId: noor, fromDate: '2026-11-02', details })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('starts with a share of 0 % where the parents owe shares', async () => {
    const liabilities = [{ payerId: family.payerIds[0] ?? 0, kind: 'split' as const, shareBp: 10_000 }];
    await api.people.setLiabilities({ pupilId: noor, liabilities });
    await api.people.comeOfAge({ pupilId: noor, fromDate: '2026-11-01', details });
    billed('F-101', 6000, '2026-11-05');
    expect(await owed()).toEqual({ Bram: 46_000, Noor: 0 });
    const [, self] = (await api.dossier.page({ householdId: family.householdId })).payers;
    await api.people.setLiabilities({
      pupilId: noor,
      liabilities: [
        { payerId: family.payerIds[0] ?? 0, kind: 'split', shareBp: 5000 },
        { payerId: self?.payerId ?? 0, kind: 'split', shareBp: 5000 },
      ],
    });
    expect(await owed()).toEqual({ Bram: 43_000, Noor: 3000 });
  });

  it('is taken back, and is no payer any more', async () => {
    const change = await api.people.comeOfAge({ pupilId: noor, fromDate: '2026-11-01', details });
    await api.people.undoChange(change);
    expect(await owed()).toEqual({ Bram: 40_000 });
    expect(await api.people.comingOfAge({})).toMatchObject([{ pupilName: 'Noor Den', payerId: null }]);
  });
});

describe('no other way makes a pupil owe what was before', () => {
  it('not adding, changing or correcting a payer', async () => {
    const refused = { code: 'REFUSED' };
    await expect(api.people.addPayer({ householdId: family.householdId, details })).rejects.toMatchObject(refused);
    const [payerId = 0] = family.payerIds;
    await expect(api.people.updatePayer({ payerId, details })).rejects.toMatchObject(refused);
    const change = await api.people.comeOfAge({ pupilId: noor, fromDate: '2027-01-01', details });
    const self = (await api.dossier.page({ householdId: family.householdId })).payers[1]?.payerId ?? 0;
    const liabilities = [{ payerId: self, kind: 'joint' as const, shareBp: 10_000 }];
    await expect(api.people.setLiabilities({ pupilId: noor, liabilities })).rejects.toMatchObject(refused);
    const separation = {
      householdId: family.householdId,
      separatedOn: '2026-11-01',
      pupils: [{ pupilId: noor, liabilities, basis: 'agreement' as const }],
      keepsOldBills: false,
    };
    await expect(api.people.separate(separation)).rejects.toMatchObject(refused);
    expect(change.kind).toBe('comeOfAge');
  });

  it('not moving a brother in: an adult pupil pays for nobody else', async () => {
    await api.people.comeOfAge({ pupilId: noor, fromDate: '2026-11-01', details });
    const other = office.add({
      name: 'Gezin Ander',
      payers: [{ firstName: 'Els', lastName: 'Ander' }],
      pupils: [{ firstName: 'Lou', lastName: 'Den', invoices: [{ number: 'F-200', amountCents: 1000 }] }],
    });
    await api.people.movePupil({ pupilId: other.pupilIds[0] ?? 0, householdId: family.householdId });
    expect(await owed()).toEqual({ Bram: 41_000, Noor: 0 });
  });
});
