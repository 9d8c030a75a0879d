import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addInvoice, type FamilyIds, post } from '#test/support/family.ts';
import { readPdf } from '#test/support/pdf.ts';
import { type SendingOffice, sendingOffice } from '#test/support/sending.ts';

let office: SendingOffice;
let api: SendingOffice['api'];
let family: FamilyIds;
let noor: number;

/** Noor has a bill of 240.00 of which 100.00 was paid; Jef stays. Anke and Bram owe shares of 70/30 for Noor. */
beforeEach(async () => {
  office = await sendingOffice(null);
  ({ api } = office);
  family = office.add({
    name: 'Gezin Abeel–Den',
    payers: [
      { firstName: 'Anke', lastName: 'Abeel' },
      { firstName: 'Bram', lastName: 'Den' },
    ],
    pupils: [
      { firstName: 'Noor', lastName: 'Den', shares: [7000, 3000] },
      { firstName: 'Jef', lastName: 'Den' },
    ],
  });
  [noor = 0] = family.pupilIds;
  const bill = addInvoice(office.store, office.schoolId, noor, { number: 'F-100', amountCents: 24_000 });
  post(office.store, bill, 'receipt', -10_000, '2026-11-02', family.payerIds[0] ?? 0);
});
afterEach(() => office.application.close());

async function statementOf(payerIndex: number): Promise<string> {
  const file = await api.people.finalStatement({ pupilId: noor, payerId: family.payerIds[payerIndex] ?? 0 });
  const { pages } = readPdf(Buffer.from(file.contentBase64, 'base64'));
  return pages
    .flatMap(({ texts }) => texts)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}

describe('pupils who left', () => {
  it('are listed with what is open, what is to be given back and who is still at school', async () => {
    expect(await api.people.leavers({})).toEqual([]);
    await api.people.setLeft({ pupilId: noor, leftOn: '2026-11-13' });
    addInvoice(office.store, office.schoolId, noor, { number: 'C-1', amountCents: -1250 });
    expect(await api.people.leavers({})).toMatchObject([
      {
        pupilName: 'Noor Den',
        leftOn: '2026-11-13',
        openCents: 14_000,
        creditCents: 1250,
        siblings: 1,
        settledOn: null,
      },
    ]);
  });

  it('are not there before their day, and not when they stay after all', async () => {
    await api.people.setLeft({ pupilId: noor, leftOn: '2026-12-24' });
    expect(await api.people.leavers({})).toEqual([]);
    await api.people.setLeft({ pupilId: noor, leftOn: '2026-11-13' });
    const [change] = await api.people.changes({ householdId: family.householdId });
    await api.people.undoChange({ householdChangeId: change?.householdChangeId ?? 0 });
    expect(await api.people.leavers({})).toEqual([]);
  });

  it('are settled only when nothing is open or to be given back', async () => {
    await expect(api.people.markSettled({ pupilId: noor, settled: true })).rejects.toMatchObject({ code: 'REFUSED' });
    await api.people.setLeft({ pupilId: noor, leftOn: '2026-11-13' });
    await expect(api.people.markSettled({ pupilId: noor, settled: true })).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('140,00') as string,
    });
    const [bill = 0] = office.store.sql.prepare('SELECT id FROM invoices').pluck().all() as number[];
    post(office.store, bill, 'receipt', -15_000, '2026-11-20');
    await expect(api.people.markSettled({ pupilId: noor, settled: true })).rejects.toMatchObject({
      message: expect.stringContaining('10,00 tegoed') as string,
    });
    post(office.store, bill, 'refund', 1000, '2026-11-20');
    await api.people.markSettled({ pupilId: noor, settled: true });
    expect(await api.people.leavers({})).toEqual([]);
    expect(await api.people.leavers({ withSettled: true })).toMatchObject([{ settledOn: '2026-11-20' }]);
    await api.people.markSettled({ pupilId: noor, settled: false });
    expect(await api.people.leavers({})).toHaveLength(1);
  });
});

describe('the last statement of a pupil', () => {
  it('tells each payer the own share of every bill and payment, and what is left of it', async () => {
    await api.people.setLeft({ pupilId: noor, leftOn: '2026-11-13' });
    const toMother = await statementOf(0);
    const toFather = await statementOf(1);
    for (const words of ['Rekening F-100', '168,00', '-100,00', '68,00', '13 november 2026']) {
      expect(toMother.replaceAll('−', '-').replaceAll('- ', '-').replaceAll('-€ ', '-')).toContain(words);
    }
    expect(toFather).toContain('72,00');
    for (const secret of ['Anke', '168,00', '100,00', '240,00', '68,00']) expect(toFather).not.toContain(secret);
  });

  it('says what goes back when more was paid than asked', async () => {
    const [bill = 0] = office.store.sql.prepare('SELECT id FROM invoices').pluck().all() as number[];
    post(office.store, bill, 'receipt', -7200, '2026-11-20', family.payerIds[1] ?? 0);
    post(office.store, bill, 'receipt', -8050, '2026-11-20', family.payerIds[0] ?? 0);
    const words = await statementOf(0);
    expect(words).toContain('tegoed van');
    expect(words).toContain('12,50');
    expect(words).toContain('U hoeft op dit moment niets te betalen.');
  });

  it('is refused for who owes nothing for the pupil', async () => {
    const other = office.add({ name: 'Gezin Ander', payers: [{ firstName: 'Els', lastName: 'Ander' }] });
    await expect(api.people.finalStatement({ pupilId: noor, payerId: other.payerIds[0] ?? 0 })).rejects.toMatchObject({
      code: 'REFUSED',
    });
  });

  it('speaks the language of the payer', async () => {
    office.store.sql.prepare("UPDATE payers SET language = 'fr' WHERE id = ?").run(family.payerIds[1]);
    expect(await statementOf(1)).toContain('Reste à payer');
  });
});
