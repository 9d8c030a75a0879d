import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bankOffice, type BankOffice } from '#test/bank/banking.ts';
import { addBeuk, paidAtBank, signedPaper } from './keeping.ts';

let office: BankOffice;

beforeEach(async () => {
  office = await bankOffice('2026-11-20');
});
afterEach(() => office.close());

const bill = { issueDate: '2026-01-05', dueDate: '2026-01-20' };
const clockOf = (invoiceId = 0) => office.api.limitation.invoice({ invoiceId });
const acknowledged = {
  payerId: null,
  kind: 'acknowledgement',
  date: '2026-11-16',
  note: '',
  proof: signedPaper,
} as const;

describe('what restarts the clock of a bill', () => {
  it('2a: says both clocks of a bill to which nothing happened', async () => {
    const { invoiceIds } = addBeuk(office, [bill]);
    expect(await clockOf(invoiceIds[0])).toMatchObject({
      clock: { lastDay: '2027-01-20', limitedFrom: '2027-01-21', actBefore: '2027-01-20' },
      safeClock: { lastDay: '2027-01-05' },
      daysLeft: 61,
      safeDaysLeft: 46,
      isLimited: false,
      acts: [],
    });
  });

  it('2g: keeps an acknowledgement for two bills at once, with a new file as its proof', async () => {
    const { invoiceIds, householdId } = addBeuk(office, [bill, bill]);
    const { limitationActIds } = await office.api.limitation.recordAct({
      ...acknowledged,
      invoiceIds: [...invoiceIds],
    });
    expect(limitationActIds).toHaveLength(2);
    const { clock, acts, possiblyUntil } = await clockOf(invoiceIds[1]);
    expect(clock.lastDay).toBe('2027-11-16');
    expect(possiblyUntil).toBe('2036-11-16');
    expect(acts).toMatchObject([
      { kind: 'acknowledgement', counted: true, documentName: 'erkenning.pdf', author: 'test', entryId: null },
    ]);
    // One file in the dossier, that opens.
    const { documents } = await office.api.dossier.page({ householdId });
    expect(documents.map(({ fileName }) => fileName)).toEqual(['erkenning.pdf']);
    const { contentBase64 } = await office.api.dossier.openDocument({ documentId: acts[0]?.documentId ?? 0 });
    expect(contentBase64).toBe(signedPaper.contentBase64);
  });

  it('takes a document of the dossier as proof, and that document then stays', async () => {
    const { invoiceIds, householdId } = addBeuk(office, [bill]);
    const { documentId } = await office.api.dossier.addDocument({ householdId, ...signedPaper });
    const { limitationActIds } = await office.api.limitation.recordAct({
      ...acknowledged,
      invoiceIds: [...invoiceIds],
      proof: { documentId },
    });
    await expect(office.api.dossier.removeDocument({ documentId })).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('neem eerst de stuiting terug'),
    });
    const limitationActId = limitationActIds[0] ?? 0;
    await office.api.limitation.withdrawAct({ limitationActId });
    expect((await clockOf(invoiceIds[0])).clock.lastDay).toBe('2027-01-20');
    await office.api.dossier.removeDocument({ documentId });
    await expect(office.api.limitation.restoreAct({ limitationActId })).rejects.toMatchObject({ code: 'REFUSED' });
    await office.api.dossier.restoreDocument({ documentId });
    await office.api.limitation.restoreAct({ limitationActId });
    expect((await clockOf(invoiceIds[0])).clock.lastDay).toBe('2027-11-16');
  });

  it('refuses the document of another family, and keeps nothing', async () => {
    const { invoiceIds } = addBeuk(office, [bill]);
    const other = addBeuk(office, [bill]);
    const { documentId } = await office.api.dossier.addDocument({ householdId: other.householdId, ...signedPaper });
    const asked = { ...acknowledged, invoiceIds: [...invoiceIds], proof: { documentId } };
    await expect(office.api.limitation.recordAct(asked)).rejects.toMatchObject({ code: 'REFUSED' });
    expect((await clockOf(invoiceIds[0])).acts).toEqual([]);
  });

  const refused: readonly (readonly [string, object, string])[] = [
    ['a day that has not come', { date: '2026-11-21' }, 'moet nog komen'],
    ['a day before the bill', { date: '2026-01-04' }, 'vóór de factuurdatum'],
  ];
  it.each(refused)('refuses %s', async (_, change, sentence) => {
    const { invoiceIds } = addBeuk(office, [bill]);
    await expect(
      office.api.limitation.recordAct({ ...acknowledged, ...change, invoiceIds: [...invoiceIds] }),
    ).rejects.toMatchObject({ message: expect.stringContaining(sentence), data: { field: 'date' } });
  });

  it('2h: refuses an act after the bill was limited, for all of the bills that were named', async () => {
    const { invoiceIds, householdId } = addBeuk(office, [bill, { issueDate: '2025-09-01', dueDate: '2025-09-30' }]);
    await expect(
      office.api.limitation.recordAct({ ...acknowledged, invoiceIds: [...invoiceIds] }),
    ).rejects.toMatchObject({ code: 'REFUSED', message: expect.stringContaining('doet de termijn niet herleven') });
    expect((await clockOf(invoiceIds[0])).acts).toEqual([]);
    expect((await office.api.dossier.page({ householdId })).documents).toEqual([]);
  });

  it('2f: refuses a second letter of a lawyer or bailiff', async () => {
    const { invoiceIds } = addBeuk(office, [bill]);
    const letter = { ...acknowledged, invoiceIds: [...invoiceIds] };
    await office.api.limitation.recordAct({ ...letter, kind: 'lawyerLetter', date: '2026-06-15' });
    await expect(office.api.limitation.recordAct({ ...letter, kind: 'bailiffLetter' })).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('maar één keer'),
    });
  });

  it('refuses bills of two families, a payer of another, and a bill that was paid', async () => {
    const one = addBeuk(office, [bill, { ...bill, paidCents: 100_00 }]);
    const other = addBeuk(office, [bill]);
    const record = (invoiceIds: number[], payerId: number | null = null) =>
      office.api.limitation.recordAct({ ...acknowledged, invoiceIds, payerId });
    await expect(record([one.invoiceIds[0] ?? 0, other.invoiceIds[0] ?? 0])).rejects.toMatchObject({
      data: { field: 'invoiceIds' },
    });
    await expect(record([one.invoiceIds[0] ?? 0], other.payerIds[0])).rejects.toMatchObject({
      data: { field: 'payerId' },
    });
    await expect(record([one.invoiceIds[1] ?? 0])).rejects.toMatchObject({
      message: expect.stringContaining('niets meer open'),
    });
  });

  it('asks who acted where each owes an own share', async () => {
    const { invoiceIds, payerIds } = addBeuk(office, [bill], [5_000, 5_000]);
    const asked = { ...acknowledged, invoiceIds: [...invoiceIds] };
    await expect(office.api.limitation.recordAct(asked)).rejects.toMatchObject({ data: { field: 'payerId' } });
    await office.api.limitation.recordAct({ ...asked, payerId: payerIds[0] ?? 0 });
    // The other one did nothing: the bill follows that one.
    expect(await clockOf(invoiceIds[0])).toMatchObject({ clock: { lastDay: '2027-01-20' }, acts: [{ counted: true }] });
  });

  it('2i: a part payment through the bank counts by itself with its bank line as proof, until it is taken back', async () => {
    const { invoiceIds, numbers } = addBeuk(office, [bill]);
    await paidAtBank(office, numbers[0] ?? '', 25_00);
    const { clock, acts } = await clockOf(invoiceIds[0]);
    expect(clock.lastDay).toBe('2027-11-19');
    expect(acts).toMatchObject([{ kind: 'partPayment', date: '2026-11-19', limitationActId: null, counted: true }]);
    const entryId = acts[0]?.entryId ?? 0;
    await office.api.ledger.reverse({ entryId, reason: 'Verkeerde factuur' });
    expect(await clockOf(invoiceIds[0])).toMatchObject({ clock: { lastDay: '2027-01-20' }, acts: [] });
  });

  it('2i: cash does not', async () => {
    const { invoiceIds, householdId } = addBeuk(office, [bill]);
    await office.api.ledger.bookReceipts({
      schoolId: office.schoolId,
      requestKey: 'cash-at-the-desk',
      controlTotalCents: 25_00,
      lines: [{ householdId, amountCents: 25_00, method: 'cash', valueDate: '2026-11-19' }],
    });
    expect(await clockOf(invoiceIds[0])).toMatchObject({ clock: { lastDay: '2027-01-20' }, acts: [] });
  });
});
