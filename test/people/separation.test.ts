import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addInvoice, type FamilyIds } from '#test/support/family.ts';
import { type SendingOffice, sendingOffice } from '#test/support/sending.ts';

let office: SendingOffice;
let api: SendingOffice['api'];
let family: FamilyIds;
let mother: number;
let father: number;
let noor: number;

/** Today is 20 November 2026; bills of 1 October 2026 unless told otherwise. */
beforeEach(async () => {
  office = await sendingOffice(null);
  ({ api } = office);
  family = office.add({
    name: 'Gezin Abeel–Den',
    payers: [
      { firstName: 'Anke', lastName: 'Abeel', channel: 'letter' },
      { firstName: 'Bram', lastName: 'Den', channel: 'letter' },
    ],
    pupils: [{ firstName: 'Noor', lastName: 'Den', invoices: [{ number: 'F-100', amountCents: 40_000 }] }],
  });
  [mother = 0, father = 0] = family.payerIds;
  [noor = 0] = family.pupilIds;
});
afterEach(() => office.application.close());

const shares = (motherBp: number) => [
  { payerId: mother, kind: 'split' as const, shareBp: motherBp },
  { payerId: father, kind: 'split' as const, shareBp: 10_000 - motherBp },
];
const jointly = () => [mother, father].map((payerId) => ({ payerId, kind: 'joint' as const, shareBp: 10_000 }));

function separation(change: Partial<Parameters<typeof api.people.separate>[0]> = {}) {
  return {
    householdId: family.householdId,
    separatedOn: '2026-11-01',
    pupils: [{ pupilId: noor, liabilities: shares(7000), basis: 'judgment' as const }],
    ...change,
  };
}

function billOf(number: string, amountCents: number, issueDate: string): number {
  return addInvoice(office.store, office.schoolId, noor, { number, amountCents, issueDate, dueDate: issueDate });
}

async function owed(): Promise<Record<string, number>> {
  const page = await api.dossier.page({ householdId: family.householdId });
  return Object.fromEntries(page.payers.map(({ firstName, openCents }) => [firstName, openCents]));
}

describe('when parents separate by judgment, 70/30 from 1 November 2026', () => {
  it('leaves the bill of October with both for the whole and splits that of November (P-4, 3d)', async () => {
    await api.people.separate(separation());
    billOf('F-101', 24_000, '2026-11-02');
    expect(await owed()).toEqual({ Anke: 40_000 + 16_800, Bram: 40_000 + 7200 });
  });

  it('shows the same beforehand per open bill, to the cent, and keeps nothing', async () => {
    billOf('F-101', 24_001, '2026-11-02');
    const { effects } = await api.people.previewSeparation(separation());
    const amounts = (list: readonly { owedCents: number }[]) => list.map(({ owedCents }) => owedCents);
    expect(effects.map((effect) => [effect.number, amounts(effect.before), amounts(effect.after)])).toEqual([
      ['F-100', [40_000, 40_000], [40_000, 40_000]],
      ['F-101', [24_001, 24_001], [16_801, 7200]],
    ]);
    expect(await owed()).toEqual({ Anke: 64_001, Bram: 64_001 });
    expect(await api.people.changes({ householdId: family.householdId })).toEqual([]);
  });

  it('counts for what is open too when that is chosen, and not for what was closed before it', async () => {
    const closed = addInvoice(office.store, office.schoolId, noor, {
      number: 'F-99',
      amountCents: 1000,
      paidCents: 1000,
      issueDate: '2026-09-01',
      dueDate: '2026-09-15',
    });
    await api.people.separate(separation({ keepsOldBills: false }));
    expect(await owed()).toEqual({ Anke: 28_000, Bram: 12_000 });
    const starts = office.store.sql
      .prepare('SELECT DISTINCT from_date FROM liabilities WHERE pupil_id = ? ORDER BY 1')
      .pluck()
      .all(noor);
    expect(starts).toEqual(['0001-01-01', '2026-10-01']);
    expect(closed).toBeGreaterThan(0);
  });

  it('lets a payment of one lower the joint claim of both, also after the separation', async () => {
    await api.people.separate(separation());
    const lines = [
      {
        householdId: family.householdId,
        payerId: mother,
        amountCents: 10_000,
        method: 'cash' as const,
        valueDate: '2026-11-19',
        description: '',
        allocations: [{ invoiceId: family.invoiceIds[0] ?? 0, amountCents: 10_000 }],
      },
    ];
    await api.ledger.bookReceipts({
      requestKey: 'ontvangst-van-moeder',
      schoolId: office.schoolId,
      controlTotalCents: 10_000,
      lines,
    });
    expect(await owed()).toEqual({ Anke: 30_000, Bram: 30_000 });
  });

  it('refuses shares that are not 100 %, a stranger, a pupil of elsewhere and a document of elsewhere', async () => {
    const other = office.add({
      name: 'Gezin Ander',
      payers: [{ firstName: 'Els', lastName: 'Ander' }],
      pupils: [{ firstName: 'Lou', lastName: 'Ander' }],
    });
    const wrong = [{ payerId: mother, kind: 'split' as const, shareBp: 6000 }];
    const strange = [{ payerId: other.payerIds[0] ?? 0, kind: 'joint' as const, shareBp: 10_000 }];
    for (const liabilities of [wrong, strange]) {
      const pupils = [{ pupilId: noor, liabilities, basis: 'judgment' as const }];
      await expect(api.people.separate(separation({ pupils }))).rejects.toMatchObject({ code: 'INVALID' });
    }
    const elsewhere = [{ pupilId: other.pupilIds[0] ?? 0, liabilities: shares(5000), basis: 'judgment' as const }];
    await expect(api.people.separate(separation({ pupils: elsewhere }))).rejects.toMatchObject({ code: 'INVALID' });
    const { documentId } = await api.dossier.addDocument({
      householdId: other.householdId,
      fileName: 'vonnis.txt',
      contentBase64: Buffer.from('vonnis').toString('base64'),
    });
    await expect(api.people.separate(separation({ documentId }))).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await owed()).toEqual({ Anke: 40_000, Bram: 40_000 });
  });
});

describe('what does not fit is said beforehand', () => {
  const warned = async (change: Parameters<typeof separation>[0]) =>
    (await api.people.previewSeparation(separation(change))).warnings.join('\n');

  it('joint by the school rules while one parent did not sign them', async () => {
    await api.people.saveRulesSignature({
      pupilIds: [noor],
      payerId: mother,
      signedOn: '2026-09-01',
      rules: 'Schoolreglement 2026-2027',
    });
    const pupils = [{ pupilId: noor, liabilities: jointly(), basis: 'schoolRules' as const }];
    const warnings = await warned({ pupils });
    expect(warnings).toContain('geen handtekening van Bram Den onder het schoolreglement voor Noor');
    expect(warnings).not.toContain('geen handtekening van Anke Abeel');
  });

  it('equal parts without judgment or agreement are only where one starts; a judgment asks for its paper', async () => {
    const equal = [{ pupilId: noor, liabilities: shares(5000), basis: 'equalShares' as const }];
    expect(await warned({ pupils: equal })).toContain('Gelijke delen zijn dan enkel een uitgangspunt');
    expect(await warned({})).toContain('Het vonnis voor Noor zit nog niet in het dossier');
  });

  it('bills of before, and two parents whom the school knows at one address', async () => {
    const warnings = await warned({});
    expect(warnings).toContain('Eén open rekening is van vóór 01/11/2026 en blijft verschuldigd zoals voorheen.');
    expect(warnings).toContain('Anke Abeel en Bram Den hebben nog hetzelfde adres');
    expect(await warned({ keepsOldBills: false })).toContain('wordt ook anders verdeeld');
  });
});

describe('letters after a separation', () => {
  const prepared = async () => {
    const selection = { grouping: 'household' as const, keys: [family.householdId] };
    const request = { selection, textId: office.textId };
    const { messages } = await api.correspondence.prepare(request);
    const previews = await Promise.all(
      messages.map(({ messageKey }) => api.correspondence.previewMessage({ ...request, messageKey })),
    );
    return { messages, previews };
  };

  it('goes to parents who share an address together, until they separate: then each gets an own one', async () => {
    expect((await prepared()).messages.map(({ recipientName }) => recipientName)).toEqual(['Anke Abeel en Bram Den']);
    const { householdChangeId } = await api.people.separate(
      separation({ pupils: [{ pupilId: noor, liabilities: jointly(), basis: 'schoolRules' }] }),
    );
    expect((await prepared()).messages.map(({ recipientName }) => recipientName).toSorted()).toEqual([
      'Anke Abeel',
      'Bram Den',
    ]);
    await api.people.undoChange({ householdChangeId });
    expect((await prepared()).messages).toHaveLength(1);
  });

  it('says exactly the same to both of a joint bill, and nothing of the other', async () => {
    const { sql } = office.store;
    sql
      .prepare(
        "UPDATE payers SET street = 'Beukenstraat 8', city = 'Aalst', email = 'bram@voorbeeld.example' WHERE id = ?",
      )
      .run(father);
    sql.prepare("UPDATE payers SET email = 'anke@voorbeeld.example' WHERE id = ?").run(mother);
    await api.people.separate(separation({ separatedOn: '2026-11-01' }));
    const { messages, previews } = await prepared();
    expect(messages.map(({ totalCents }) => totalCents)).toEqual([40_000, 40_000]);
    const texts = previews.map(({ emailText }) => emailText);
    const [toMother = '', toFather = ''] = messages[0]?.recipientName === 'Anke Abeel' ? texts : texts.toReversed();
    for (const secret of ['Bram', 'Beukenstraat', 'bram@']) expect(toMother).not.toContain(secret);
    for (const secret of ['Anke', 'Wilgenlaan', 'anke@']) expect(toFather).not.toContain(secret);
    const withoutNames = (text: string) =>
      text.replaceAll(/Anke Abeel|Bram Den/g, 'OUDER').replaceAll(/\+\+\+[\d/]+\+\+\+/g, 'MEDEDELING');
    expect(withoutNames(toMother)).toBe(withoutNames(toFather));
    expect(toMother).toContain('400,00');
  });

  it('tells each only the own share of a bill that is split', async () => {
    await api.people.separate(separation());
    billOf('F-101', 24_000, '2026-11-02');
    const { messages, previews } = await prepared();
    const to = (name: string) => previews[messages.findIndex(({ recipientName }) => recipientName === name)]?.emailText;
    expect(to('Anke Abeel')).toContain('168,00');
    expect(to('Anke Abeel')).not.toContain('72,00');
    expect(to('Bram Den')).toContain('72,00');
    expect(to('Bram Den')).not.toContain('168,00');
  });
});

describe('a guardian', () => {
  it('owes from the day he is added, replaces the parents from a chosen day, and never owes what was before', async () => {
    const { payerId: guardian } = await api.people.addPayer({
      householdId: family.householdId,
      details: {
        relation: 'guardian',
        firstName: 'Greet',
        lastName: 'Voogd',
        language: 'nl',
        salutation: 'madam',
        email: null,
        phone: null,
        channel: 'letter',
        street: 'Voogdijstraat 1',
        postalCode: '9000',
        city: 'Gent',
        country: 'BE',
        thirdPartyPayerId: null,
      },
    });
    expect(await owed()).toEqual({ Anke: 40_000, Bram: 40_000, Greet: 0 });
    const liabilities = [{ payerId: guardian, kind: 'joint' as const, shareBp: 10_000 }];
    await api.people.separate(separation({ pupils: [{ pupilId: noor, liabilities, basis: 'judgment' }] }));
    billOf('F-101', 6000, '2026-11-05');
    expect(await owed()).toEqual({ Anke: 40_000, Bram: 40_000, Greet: 6000 });
  });
});

describe('a correction of who owes after a separation', () => {
  it('changes the time since then, and leaves what was agreed before as it was', async () => {
    await api.people.separate(separation());
    billOf('F-101', 10_000, '2026-11-02');
    await api.people.setLiabilities({ pupilId: noor, liabilities: shares(5000) });
    expect(await owed()).toEqual({ Anke: 45_000, Bram: 45_000 });
  });

  it('waits while a change of later is planned', async () => {
    await api.people.separate(separation({ separatedOn: '2027-01-01' }));
    await expect(api.people.setLiabilities({ pupilId: noor, liabilities: shares(5000) })).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('01/01/2027') as string,
    });
  });
});

describe('who signed the school rules', () => {
  it('is kept with its day and its paper, once, and can be taken away', async () => {
    const request = { pupilIds: [noor], payerId: father, signedOn: '2026-09-01', rules: 'Schoolreglement 2026-2027' };
    const proof = {
      fileName: 'reglement.txt',
      contentBase64: Buffer.from('gelezen en goedgekeurd').toString('base64'),
    };
    const [saved] = await api.people.saveRulesSignature({ ...request, proof });
    await api.people.saveRulesSignature(request);
    const listed = await api.people.rulesSignatures({ householdId: family.householdId });
    expect(listed).toHaveLength(1);
    expect(listed[0]).toMatchObject({ payerName: 'Bram Den', pupilName: 'Noor Den', signedOn: '2026-09-01' });
    const file = await api.dossier.openDocument({ documentId: listed[0]?.documentId ?? 0 });
    expect(file.fileName).toBe('reglement.txt');
    await api.people.removeRulesSignature({ rulesSignatureId: saved?.rulesSignatureId ?? 0 });
    expect(await api.people.rulesSignatures({ householdId: family.householdId })).toEqual([]);
    await expect(
      api.people.removeRulesSignature({ rulesSignatureId: saved?.rulesSignatureId ?? 0 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot be tomorrow', async () => {
    await expect(
      api.people.saveRulesSignature({ pupilIds: [noor], payerId: father, signedOn: '2026-11-21', rules: 'Reglement' }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'signedOn' } });
  });
});
