import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pupilsToCreditOn } from '#main/maximum-bill/to-credit.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addInvoice, addSchool, type FamilyIds, insert, post } from '#test/support/family.ts';
import { readPdf } from '#test/support/pdf.ts';
import { addUser, signedIn } from '#test/support/users.ts';

// Noor of the lager has 98 in the category day trips and sport of 2026-2027, for which the school filled in 95 (8a).

let application: TestApplication;
let schoolId: number;
let family: FamilyIds;
let noor: number;
const schoolYear = '2026-2027';

const api = () => application.api;
const store = () => application.context.store;
const rows = async (year = schoolYear) => (await api().maximumBill.list({ schoolYear: year })).rows;
const open = async (index: number) =>
  (await api().ledger.invoice({ invoiceId: family.invoiceIds[index] ?? 0 })).openCents;
async function category(name: string, cap: 'none' | 'sharp' | 'multiDay'): Promise<number> {
  return (await api().maximumBill.saveCategory({ name, cap })).costCategoryId;
}
async function countGroupAs(costCategoryId: number): Promise<void> {
  const [group] = await api().maximumBill.billingGroups({ schoolId });
  await api().maximumBill.setBillingGroup({ billingGroupId: group?.billingGroupId ?? 0, costCategoryId });
}
const fillIn = (name: 'maximumBillPrimary' | 'maximumBillMultiDay', fromYear: number, value: number) =>
  api().law.saveValue({
    name,
    fromDate: `${fromYear}-09-01`,
    untilDate: `${fromYear + 1}-08-31`,
    value,
    source: 'omzendbrief',
    doubt: '',
  });

beforeEach(async () => {
  application = await testApplication();
  schoolId = addSchool(store());
  family = addFamily(store(), schoolId, {
    name: 'Gezin Abeel',
    payers: [{ firstName: 'Sofie', lastName: 'Abeel' }],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        invoices: [
          { number: '7001', amountCents: 38_00, issueDate: '2026-09-10' },
          { number: '7002', amountCents: 42_00, issueDate: '2026-10-10' },
          { number: '7003', amountCents: 18_00, issueDate: '2026-11-10' },
        ],
      },
    ],
  });
  noor = family.pupilIds[0] ?? 0;
});
afterEach(() => application.close());

describe('the list', () => {
  it('is empty as long as nothing is in a category', async () => {
    await category('Daguitstap en sport', 'sharp');
    expect(await api().maximumBill.list({ schoolYear })).toEqual({ rows: [], excessCents: 0, blocked: 0, doubts: [] });
  });

  it('8e: says what is unknown, and 8a: reckons as soon as it is filled in', async () => {
    await countGroupAs(await category('Daguitstap en sport', 'sharp'));
    expect(await api().maximumBill.list({ schoolYear })).toMatchObject({
      blocked: 1,
      rows: [{ pupilName: 'Noor Abeel', billedCents: 98_00, excessCents: null, proposal: [] }],
      doubts: [expect.stringContaining('Maximumfactuur lager')],
    });
    await fillIn('maximumBillPrimary', 2026, 95_00);
    expect(await api().maximumBill.list({ schoolYear, onlyExcess: true })).toMatchObject({
      blocked: 0,
      excessCents: 3_00,
      rows: [
        {
          level: 'primary',
          claimableCents: 95_00,
          excessCents: 3_00,
          proposal: [{ number: '7003', amountCents: 3_00 }],
        },
      ],
    });
  });

  it('asks whether it is kleuter or lager where nothing tells it', async () => {
    await countGroupAs(await category('Daguitstap en sport', 'sharp'));
    await fillIn('maximumBillPrimary', 2026, 95_00);
    store().sql.prepare("UPDATE pupils SET class_name = 'Zon' WHERE id = ?").run(noor);
    expect((await rows())[0]).toMatchObject({ blockedBy: 'Duid aan: kleuter of lager.', level: null });
    await api().maximumBill.setLevel({ pupilId: noor, schoolYear, level: 'primary' });
    expect((await rows())[0]).toMatchObject({ excessCents: 3_00 });
    await api().maximumBill.setLevel({ pupilId: noor, schoolYear, level: null });
    expect((await rows())[0]).toMatchObject({ excessCents: null });
  });

  it('counts lines in their category instead of the whole bill, and nothing of a secondary school', async () => {
    const sport = await category('Sport', 'sharp');
    const meals = await category('Maaltijden', 'none');
    await countGroupAs(sport);
    await fillIn('maximumBillPrimary', 2026, 95_00);
    await api().maximumBill.saveLines({
      invoiceId: family.invoiceIds[1] ?? 0,
      lines: [
        { description: 'Zwemmen', costCategoryId: sport, amountCents: 12_00 },
        { description: 'Soep', costCategoryId: meals, amountCents: 30_00 },
      ],
    });
    expect((await rows())[0]).toMatchObject({ billedCents: 68_00, excessCents: 0, proposal: [] });
    store().sql.prepare("UPDATE schools SET level = 'secondary'").run();
    expect(await rows()).toEqual([]);
  });

  it('refuses lines that are not what was charged, with both amounts', async () => {
    const sport = await category('Sport', 'sharp');
    await expect(
      api().maximumBill.saveLines({
        invoiceId: family.invoiceIds[0] ?? 0,
        lines: [{ description: 'Zwemmen', costCategoryId: sport, amountCents: 12_00 }],
      }),
    ).rejects.toMatchObject({ code: 'INVALID', message: expect.stringMatching(/12,00.*38,00.*niets bewaard/) });
    expect(await api().maximumBill.lines({ invoiceId: family.invoiceIds[0] ?? 0 })).toEqual([]);
  });

  it('tells when a bill changed after its lines were written', async () => {
    const sport = await category('Sport', 'sharp');
    const invoiceId = family.invoiceIds[0] ?? 0;
    await api().maximumBill.saveLines({
      invoiceId,
      lines: [{ description: 'Zwemmen', costCategoryId: sport, amountCents: 38_00 }],
    });
    post(store(), invoiceId, 'credit', -8_00, '2026-11-01');
    const { doubts } = await api().maximumBill.list({ schoolYear });
    expect(doubts.at(-1)).toMatch(/7001.*38,00.*30,00/);
  });

  it('goes out as a list and as a spreadsheet', async () => {
    await countGroupAs(await category('Daguitstap en sport', 'sharp'));
    await fillIn('maximumBillPrimary', 2026, 95_00);
    const csv = await api().maximumBill.listFile({ schoolYear, format: 'csv' });
    expect(Buffer.from(csv.contentBase64, 'base64').toString('utf8')).toContain('Noor Abeel');
    const pdf = await api().maximumBill.listFile({ schoolYear, format: 'pdf' });
    const { pages } = readPdf(Buffer.from(pdf.contentBase64, 'base64'));
    expect(pages.flatMap(({ texts }) => texts).join(' ')).toContain('Noor Abeel');
  });
});

describe('crediting', () => {
  const credit = (pupilIds = [noor], year = schoolYear) => api().maximumBill.credit({ pupilIds, schoolYear: year });

  beforeEach(async () => {
    await countGroupAs(await category('Daguitstap en sport', 'sharp'));
    await fillIn('maximumBillPrimary', 2026, 95_00);
  });

  it('8a: takes 3 off the newest bill as one entry of the ledger, and a second time nothing', async () => {
    const credited = await credit();
    expect(credited).toMatchObject({ creditedCents: 3_00, entries: [expect.any(Number)], skipped: [] });
    expect(await open(2)).toBe(15_00);
    expect((await rows())[0]).toMatchObject({
      billedCents: 98_00,
      excessCents: 3_00,
      creditedCents: 3_00,
      proposal: [],
    });
    expect(await credit()).toMatchObject({ creditedCents: 0, entries: [], skipped: [expect.stringContaining('Noor')] });
    expect(await open(2)).toBe(15_00);
    expect(await api().ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
    const page = await api().ledger.invoice({ invoiceId: family.invoiceIds[2] ?? 0 });
    expect(page).toMatchObject({ totalCents: 15_00, openCents: 15_00, paidCents: 0 });
  });

  it('of a bill that was paid is a credit of the family: the bill stands below zero', async () => {
    post(store(), family.invoiceIds[2] ?? 0, 'receipt', -18_00, '2026-11-15');
    await credit();
    expect(await open(2)).toBe(-3_00);
    expect(await api().ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });

  it('is taken back like any entry, and is then proposed again', async () => {
    const { entries } = await credit();
    await api().ledger.reverse({ entryId: entries[0] ?? 0, reason: 'Verkeerde rubriek' });
    expect(await open(2)).toBe(18_00);
    expect((await rows())[0]).toMatchObject({ creditedCents: 0, proposal: [{ amountCents: 3_00 }] });
    expect(await api().ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
    expect(await credit()).toMatchObject({ creditedCents: 3_00 });
  });

  it('is at most what is billed, when a later bill makes the excess larger', async () => {
    await credit();
    addInvoice(store(), schoolId, noor, { number: '7004', amountCents: 4_00, issueDate: '2026-11-12' });
    expect((await rows())[0]).toMatchObject({
      excessCents: 7_00,
      creditedCents: 3_00,
      proposal: [{ number: '7004', amountCents: 4_00 }],
    });
    expect(await credit()).toMatchObject({ creditedCents: 4_00 });
  });

  it('does not hold up others when one cannot be reckoned', async () => {
    const other = addFamily(store(), schoolId, {
      name: 'Gezin Den',
      pupils: [
        { firstName: 'Lou', lastName: 'Den', className: 'Zon', invoices: [{ number: '8001', amountCents: 99_00 }] },
      ],
    });
    expect(await credit([noor, other.pupilIds[0] ?? 0])).toMatchObject({
      creditedCents: 3_00,
      skipped: ['Lou Den: Duid aan: kleuter of lager.'],
    });
  });

  it('8d: takes the whole farm stay of a kleuter off, beside what is above the sharp cap of the same bill', async () => {
    const trip = await category('Boerderijklas', 'multiDay');
    const sport = (await api().maximumBill.categories()).find(({ cap }) => cap === 'sharp')?.costCategoryId ?? 0;
    await api().maximumBill.setLevel({ pupilId: noor, schoolYear, level: 'nursery' });
    await api().law.saveValue({
      name: 'maximumBillNursery',
      fromDate: '2026-09-01',
      untilDate: '2027-08-31',
      value: 70_00,
      source: 'omzendbrief',
      doubt: '',
    });
    await api().maximumBill.saveLines({
      invoiceId: family.invoiceIds[1] ?? 0,
      lines: [
        { description: 'Boerderijklas', costCategoryId: trip, amountCents: 22_00 },
        { description: 'Zwemmen', costCategoryId: sport, amountCents: 20_00 },
      ],
    });
    expect(await rows()).toMatchObject([
      { cap: 'sharp', billedCents: 76_00, excessCents: 6_00 },
      { cap: 'multiDay', billedCents: 22_00, claimableCents: 0, excessCents: 22_00 },
    ]);
    expect(await credit()).toMatchObject({ creditedCents: 28_00, entries: [expect.any(Number)] });
    expect([await open(1), await open(2)]).toEqual([20_00, 12_00]);
    expect((await rows()).every(({ proposal }) => proposal.length === 0)).toBe(true);
  });

  it('waits for a second person where the school asks one, is not asked twice, and is then booked', async () => {
    const thresholds = await api().approvals.thresholds({ schoolId });
    await api().approvals.saveThresholds({ schoolId, thresholds: { ...thresholds, correction: 0 } });
    const els = signedIn(
      application.context,
      addUser(store(), { name: 'Els', roles: [{ role: 'director', schoolId }] }),
    );
    const an = signedIn(application.context, addUser(store(), { name: 'An', roles: [{ role: 'director', schoolId }] }));
    const waiting = { creditedCents: 0, entries: [] };
    const first = await an.maximumBill.credit({ pupilIds: [noor], schoolYear });
    expect(first).toMatchObject({ ...waiting, skipped: ['Noor Abeel: wacht op goedkeuring door iemand anders.'] });
    expect(await an.maximumBill.credit({ pupilIds: [noor], schoolYear })).toMatchObject({
      ...waiting,
      skipped: ['Noor Abeel: er wacht al een creditering op goedkeuring.'],
    });
    const { rows: requests } = await els.approvals.list({ status: 'waiting' });
    expect(requests).toMatchObject([{ kind: 'correction', amountCents: 3_00 }]);
    const { approvalId = 0, stateSha256 = '' } = requests[0] ?? {};
    await els.approvals.approve({ approvalId, stateSha256 });
    expect((await els.maximumBill.list({ schoolYear })).rows[0]).toMatchObject({ creditedCents: 3_00, proposal: [] });
  });

  it('stops a run in which one of its bills goes, until it is credited; another bill goes', async () => {
    const meals = await category('Maaltijden', 'none');
    const other = addInvoice(store(), schoolId, noor, { number: '7009', amountCents: 9_00 });
    await api().maximumBill.saveLines({
      invoiceId: other,
      lines: [{ description: 'Soep', costCategoryId: meals, amountCents: 9_00 }],
    });
    expect(pupilsToCreditOn(application.context, [family.invoiceIds[0] ?? 0, other])).toBe(1);
    expect(pupilsToCreditOn(application.context, [other])).toBe(0);
    await credit();
    expect(pupilsToCreditOn(application.context, [family.invoiceIds[0] ?? 0, other])).toBe(0);
  });

  it('stands in the worklist until it is done', async () => {
    const titles = async () => (await api().today.worklist()).filter(({ kind }) => kind === 'maximumBill');
    expect(await titles()).toMatchObject([{ title: 'Eén leerling boven de maximumfactuur' }]);
    await credit();
    expect(await titles()).toEqual([]);
  });
});

describe('trips of several days', () => {
  it('count those of the years before and of a school before, and tell what may still be asked', async () => {
    await countGroupAs(await category('Bosklas', 'multiDay'));
    await fillIn('maximumBillMultiDay', 2026, 100_00);
    const before = addInvoice(store(), schoolId, noor, { number: '6001', amountCents: 30_00, issueDate: '2023-10-01' });
    store().sql.prepare("UPDATE invoices SET school_year = '2023-2024' WHERE id = ?").run(before);
    await api().maximumBill.setLevel({ pupilId: noor, schoolYear: '2023-2024', level: 'primary' });
    expect((await rows())[0]).toMatchObject({
      cap: 'multiDay',
      billedCents: 98_00,
      claimableCents: 70_00,
      excessCents: 28_00,
    });
    await api().maximumBill.setElsewhere({
      pupilId: noor,
      schoolYear: '2024-2025',
      amountCents: 25_00,
      source: 'attest van de vorige school',
    });
    expect((await rows())[0]).toMatchObject({ elsewhereCents: 25_00, claimableCents: 45_00, excessCents: 53_00 });
    expect(
      await api().maximumBill.room({ pupilId: noor, schoolYear, cap: 'multiDay', amountCents: 10_00 }),
    ).toMatchObject({ roomCents: 0, claimableCents: 0, excessCents: 10_00 });
  });

  it('refuses a day that is not in the school year', async () => {
    await expect(
      api().maximumBill.room({ pupilId: noor, schoolYear, cap: 'sharp', amountCents: 1_00, onDate: '2027-09-01' }),
    ).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('categories', () => {
  it('have one name each, and what is no longer used still counts where it was used', async () => {
    const costCategoryId = await category('Sport', 'sharp');
    await countGroupAs(costCategoryId);
    await fillIn('maximumBillPrimary', 2026, 95_00);
    await expect(category('sport', 'none')).rejects.toMatchObject({ code: 'CONFLICT' });
    await api().maximumBill.saveCategory({ costCategoryId, name: 'Sport', cap: 'sharp', isRemoved: true });
    expect(await api().maximumBill.categories()).toMatchObject([{ name: 'Sport', isRemoved: true }]);
    expect((await rows())[0]).toMatchObject({ excessCents: 3_00 });
  });

  it('keep what money stands on apart: the group of credits is no bill', async () => {
    insert(store(), 'billing_groups', { school_id: schoolId, name: 'tegoed' });
    expect(await api().maximumBill.billingGroups({ schoolId })).toMatchObject([{ name: 'maandrekening' }]);
  });
});
