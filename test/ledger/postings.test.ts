import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds, insert } from '#test/support/family.ts';
import { addBeuk, receive } from './booking.ts';

let application: TestApplication;
let api: TestApplication['api'];
let schoolId: number;
let shared: FamilyIds;

beforeAll(async () => {
  application = await testApplication('2026-11-20');
  ({ api } = application);
  schoolId = addSchool(application.context.store);
  shared = addBeuk(application, schoolId, [10_001, 3000, -500], [6000, 4000]);
  const [mother = 0, father = 0] = shared.payerIds;
  await receive(api, schoolId, shared.householdId, 2500, { payerId: father });
  await receive(api, schoolId, shared.householdId, 701, { payerId: mother });
});
afterAll(() => application.close());

const of = (householdId: number) => ({ of: { householdId } });

describe('the postings behind a figure', () => {
  it('of a household, oldest first, with what the list comes to after each', async () => {
    const { rows, total, balanceCents } = await api.ledger.postings(of(shared.householdId));
    expect(rows.map(({ kind, amountCents, balanceCents: running }) => [kind, amountCents, running])).toEqual([
      ['charge', 10_001, 10_001],
      ['charge', 3000, 13_001],
      ['credit', -500, 12_501],
      ['receipt', -2500, 10_001],
      ['receipt', -701, 9300],
    ]);
    expect({ total, balanceCents }).toEqual({ total: 5, balanceCents: 9300 });
    expect(rows[3]).toMatchObject({
      payerName: 'Jan Beuk',
      source: 'hand',
      sourceText: 'ingevoerd door test',
      pupilName: 'Noor Beuk',
    });
  });

  it('page by page, with the running balance of the whole list', async () => {
    const page = await api.ledger.postings({ ...of(shared.householdId), offset: 3, limit: 1 });
    expect(page.rows.map(({ balanceCents }) => balanceCents)).toEqual([10_001]);
    expect(page).toMatchObject({ total: 5, balanceCents: 9300 });
  });

  it('only of the claims that make the figure', async () => {
    const page = await api.dossier.page({ householdId: shared.householdId });
    const figure = async (name: 'open' | 'overdue' | 'credit') =>
      (await api.ledger.postings({ ...of(shared.householdId), figure: name })).balanceCents;
    expect(await figure('open')).toBe(page.totals.openCents);
    expect(await figure('overdue')).toBe(page.totals.overdueCents);
    expect(await figure('credit')).toBe(-page.totals.creditCents);
  });

  it('of each payer add up to what that payer owes, to the cent', async () => {
    const { payers } = await api.dossier.page({ householdId: shared.householdId });
    for (const { payerId, openCents } of payers) {
      const { rows, balanceCents } = await api.ledger.postings({ of: { payerId }, figure: 'open' });
      expect(balanceCents).toBe(openCents);
      expect(rows.at(-1)?.balanceCents).toBe(openCents);
    }
    const [mother = 0] = shared.payerIds;
    const { rows } = await api.ledger.postings({ of: { payerId: mother }, figure: 'open' });
    expect(rows.map(({ kind }) => kind)).not.toContain('writeOff');
    expect(rows.filter(({ payerName }) => payerName === 'Jan Beuk')).toEqual([]);
  });

  it('of a school are those of all its households', async () => {
    const { balanceCents, total } = await api.ledger.postings({ of: { schoolId }, limit: 1 });
    const all = await api.ledger.balances({ schoolId });
    expect(balanceCents).toBe(all.balanceCents);
    expect(total).toBe(application.context.store.sql.prepare('SELECT count(*) FROM postings').pluck().get());
  });

  it('say from which file they came', async () => {
    const { store } = application.context;
    const importId = insert(store, 'imports', {
      kind: 'invoices',
      file_name: 'oktober.xlsx',
      file_sha256: 'x',
      counts: '{}',
      author: 'test',
      created_at: '2026-10-01T08:00:00.000Z',
    });
    const { invoiceIds } = addBeuk(application, schoolId, []);
    expect(invoiceIds).toEqual([]);
    const other = addBeuk(application, schoolId, [100]);
    insert(store, 'postings', {
      school_id: schoolId,
      invoice_id: other.invoiceIds[0] ?? 0,
      kind: 'receipt',
      amount_cents: -50,
      booking_date: '2026-11-01',
      value_date: '2026-11-01',
      import_id: importId,
      author: 'test',
      created_at: '2026-11-01T08:00:00.000Z',
    });
    const { rows } = await api.ledger.postings({ of: { invoiceId: other.invoiceIds[0] ?? 0 } });
    expect(rows.at(-1)).toMatchObject({ source: 'import', sourceText: 'oktober.xlsx' });
  });
});

describe('the page of an invoice', () => {
  it('says where it stands, who owes it, and never calls paid what was given up', async () => {
    const { invoiceIds } = addBeuk(application, schoolId, [150_000]);
    const [invoiceId = 0] = invoiceIds;
    await api.ledger.writeOff({
      items: [{ invoiceId, amountCents: 50_000 }],
      ground: 'uncollectable',
      reason: 'vertrokken',
    });
    await api.ledger.remit({
      items: [{ invoiceId, amountCents: 10_000 }],
      source: 'socialFund',
      reason: 'sociaal fonds',
    });
    const page = await api.ledger.invoice({ invoiceId });
    expect(page).toMatchObject({
      totalCents: 150_000,
      openCents: 90_000,
      paidCents: 0,
      writtenOffCents: 50_000,
      remittedCents: 10_000,
      householdName: 'Gezin Beuk',
      pending: [],
      related: [],
      arrears: [],
    });
    expect(page.owed.map(({ payerName, kind, openCents }) => [payerName, kind, openCents])).toEqual([
      ['Els Beuk', 'joint', 90_000],
      ['Jan Beuk', 'joint', 90_000],
    ]);
    const { householdId } = page;
    const dossier = await api.dossier.page({ householdId });
    expect(dossier.invoices).toMatchObject([{ totalCents: 150_000, paidCents: 0, openCents: 90_000 }]);
    const { entries } = await api.dossier.timeline({ householdId });
    expect(
      entries
        .filter(({ kind }) => kind === 'payment')
        .map(({ summary }) => summary)
        .toSorted(),
    ).toEqual([
      `€\u00a0100,00 kwijtgescholden op factuur ${page.number}`,
      `€\u00a0500,00 buiten invordering gesteld op factuur ${page.number}`,
    ]);
  });

  it('does not exist for what was withdrawn or never was', async () => {
    await expect(api.ledger.invoice({ invoiceId: 999_999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the balance of every household', () => {
  it('is the sum of its postings, also at zero, in each school', async () => {
    const { store } = application.context;
    const other = addSchool(store, 'Middenschool De Linde');
    const { householdId } = addFamily(store, schoolId, {
      name: 'Gezin Olm',
      pupils: [
        { firstName: 'A', lastName: 'Olm', invoices: [{ number: 'O-1', amountCents: 5000, paidCents: 5000 }] },
        {
          firstName: 'B',
          lastName: 'Olm',
          schoolId: other,
          invoices: [
            { number: 'O-2', amountCents: 700 },
            { number: 'O-3', amountCents: -200 },
          ],
        },
      ],
    });
    const all = await api.ledger.balances({});
    expect(all.total).toBe(all.rows.length);
    expect(all.rows.find((row) => row.householdId === householdId)).toEqual({
      householdId,
      name: 'Gezin Olm',
      openCents: 700,
      creditCents: 200,
      balanceCents: 500,
    });
    const { balanceCents } = await api.ledger.verify();
    expect(all.balanceCents).toBe(balanceCents);
    for (const row of all.rows) {
      expect((await api.ledger.postings(of(row.householdId))).balanceCents).toBe(row.balanceCents);
    }
    const there = await api.ledger.balances({ schoolId: other });
    expect(there).toMatchObject({ total: 1, balanceCents: 500, rows: [{ householdId }] });
    const paged = await api.ledger.balances({ offset: 1, limit: 2 });
    expect(paged).toMatchObject({ total: all.total, balanceCents: all.balanceCents, rows: all.rows.slice(1, 3) });
  });
});
