import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatCents } from '#shared/money/cents.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import {
  balances,
  countOf,
  csv,
  type GivenFile,
  importGiven,
  previewGiven,
  readGiven,
  withSchools,
} from './importing.ts';
import { ogm, openItems, september, threePupils } from './open-items.ts';

let application: TestApplication;
beforeEach(async () => {
  application = await withSchools(await testApplication());
  await importGiven(application, threePupils);
});
afterEach(() => application.close());

/** Postings of one invoice: "charge 4000". */
function postings(number: string): string[] {
  return application.context.store.sql
    .prepare(
      "SELECT p.kind || ' ' || p.amount_cents FROM postings p JOIN invoices i ON i.id = p.invoice_id WHERE i.number = ? ORDER BY p.id",
    )
    .pluck()
    .all(number) as string[];
}

describe('an export of open items', () => {
  it('is previewed without storing anything', async () => {
    const preview = await previewGiven(application, september);
    expect(preview).toMatchObject({
      counts: { new: 3, changed: 0, unchanged: 0, rejected: 0 },
      sumCents: 8425,
      fileTotal: null,
      vanished: [],
    });
    expect(preview.remarks).toEqual(['1 notagroep is nieuw: maandrekening.']);
    expect(preview.rows[1]).toMatchObject({
      rowNumber: 3,
      outcome: 'new',
      subject: '2026-2 · Berk, Sam',
      openCents: 2500,
    });
    expect([
      countOf(application, 'invoices'),
      countOf(application, 'billing_groups'),
      countOf(application, 'imports'),
    ]).toEqual([0, 0, 1]);
  });

  it('books the whole amount and what was paid, and stands in list, report and Openstaand', async () => {
    const summary = await importGiven(application, september);
    expect(summary).toMatchObject({
      kind: 'invoices',
      counts: { new: 3 },
      author: 'test',
      undoneAt: null,
      undoBlockedBy: null,
    });
    expect(balances(application)).toEqual({ '2026-1': 6925, '2026-2': 2500, '2026-3': -1000 });
    expect(['2026-1', '2026-2', '2026-3'].map(postings)).toEqual([
      ['charge 6925'],
      ['charge 4000', 'receipt -1500'],
      ['credit -1000'],
    ]);
    const list = await application.api.imports.list();
    expect(list.map(({ fileName, kind }) => [fileName, kind])).toEqual([
      ['openstaand.csv', 'invoices'],
      ['leerlingen.csv', 'pupils'],
    ]);
    const { rows } = await application.api.imports.report({ importId: summary.importId });
    expect(rows.map(({ rowNumber, outcome, subject }) => [rowNumber, outcome, subject])).toEqual([
      [2, 'new', '2026-1 · Abeel, Noor'],
      [3, 'new', '2026-2 · Berk, Sam'],
      [4, 'new', '2026-3 · Berk, Sam'],
    ]);
    const open = await application.api.ledger.openItems({});
    expect(open.totals).toMatchObject({ invoices: 3, openCents: 8425 });
    expect(open.rows[0]).toMatchObject({
      number: '2026-1',
      structuredReference: '010806817183',
      dueDate: '2026-10-31',
      schoolYear: '2026-2027',
    });
    expect((await application.api.ledger.verify()).wrong).toEqual([]);
  });

  it('changes nothing the second time, and says so', async () => {
    await importGiven(application, september);
    const read = await readGiven(application, september);
    expect(read.importedBefore).toMatchObject({ importId: 2 });
    const preview = await previewGiven(application, september);
    expect(preview.counts).toEqual({ new: 0, changed: 0, unchanged: 3, rejected: 0, settledElsewhere: 0 });
    expect(preview.remarks[0]).toMatch(/^Dit bestand werd al ingelezen op \d\d\/\d\d\/\d{4}\. Er verandert niets\.$/);
    const before = [balances(application), countOf(application, 'postings'), countOf(application, 'invoices')];
    expect((await importGiven(application, september)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect([balances(application), countOf(application, 'postings'), countOf(application, 'invoices')]).toEqual(before);
  });

  it('shows what changed, old and new, and books the difference once', async () => {
    await importGiven(application, september);
    const october = openItems(
      ['2026-1', '101', '', '', '69,25', '30,00', '30/11/2026', 'maandrekening', ogm],
      ['2026-2', '102', '', '', '50,00', '45,00', '31/10/2026', 'boeken'],
      ['2026-3', '103', '', '', '-10,00', '-4,00'],
    );
    const preview = await previewGiven(application, october);
    expect(preview.counts).toMatchObject({ new: 0, changed: 3, unchanged: 0 });
    expect(preview.rows.map(({ changes }) => changes)).toEqual([
      [
        { field: 'vervaldatum', before: '31/10/2026', after: '30/11/2026' },
        { field: 'openstaand', before: formatCents(6925), after: formatCents(3000) },
      ],
      [
        { field: 'notagroep', before: 'maandrekening', after: 'boeken' },
        { field: 'openstaand', before: formatCents(2500), after: formatCents(4500) },
      ],
      [{ field: 'openstaand', before: formatCents(-1000), after: formatCents(-400) }],
    ]);
    const { importId } = await importGiven(application, october);
    expect(balances(application)).toEqual({ '2026-1': 3000, '2026-2': 4500, '2026-3': -400 });
    expect(['2026-1', '2026-2', '2026-3'].map((number) => postings(number).at(-1))).toEqual([
      'receipt -3925',
      'charge 2000',
      'settledElsewhere 600',
    ]);
    expect((await previewGiven(application, october)).counts).toMatchObject({ changed: 0, unchanged: 3 });

    await application.api.imports.undo({ importId });
    expect(balances(application)).toEqual({ '2026-1': 6925, '2026-2': 2500, '2026-3': -1000 });
    const kept = application.context.store.sql
      .prepare(
        'SELECT due_date, (SELECT name FROM billing_groups WHERE id = billing_group_id) AS name FROM invoices ORDER BY number',
      )
      .all();
    expect(kept).toEqual([
      { due_date: '2026-10-31', name: 'maandrekening' },
      { due_date: '2026-10-31', name: 'maandrekening' },
      { due_date: '2026-10-31', name: 'maandrekening' },
    ]);
  });

  it('receives what a paid invoice still owed, and leaves out a paid one that is unknown', async () => {
    await importGiven(application, september);
    const paid = openItems(['2026-1', '101', '', '', '69,25', '0,00'], ['2026-9', '101', '', '', '12,00', '0,00']);
    const preview = await previewGiven(application, paid);
    expect(preview.rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['changed', null],
      ['unchanged', 'al betaald'],
    ]);
    await importGiven(application, paid);
    expect(balances(application)).toEqual({ '2026-2': 2500, '2026-3': -1000 });
  });

  it('offers vanished invoices of the same groups as settled elsewhere, and closes only the chosen ones', async () => {
    await importGiven(
      application,
      openItems(
        ['A', '101', '', '', '10,00', '10,00'],
        ['B', '102', '', '', '20,00', '20,00'],
        ['C', '102', '', '', '30,00', '30,00', '31/10/2026', 'opvang'],
      ),
    );
    const next = openItems(['D', '101', '', '', '40,00', '40,00']);
    const preview = await previewGiven(application, next);
    // C is of another billing group, of which this file says nothing.
    expect(preview.vanished.map(({ number, pupilName, openCents }) => [number, pupilName, openCents])).toEqual([
      ['A', 'Abeel, Noor', 1000],
      ['B', 'Berk, Sam', 2000],
    ]);
    const [first] = preview.vanished;
    const summary = await importGiven(application, next, { settleInvoiceIds: [first?.invoiceId ?? 0] });
    expect(summary.counts).toMatchObject({ new: 1, settledElsewhere: 1 });
    expect(balances(application)).toEqual({ B: 2000, C: 3000, D: 4000 });
    expect(postings('A')).toEqual(['charge 1000', 'settledElsewhere -1000']);
    const { rows } = await application.api.imports.report({ importId: summary.importId });
    expect(rows[0]).toMatchObject({
      subject: 'A · Abeel, Noor',
      reason: 'niet meer in het bestand: aangeduid als elders vereffend',
    });
    await application.api.imports.undo({ importId: summary.importId });
    expect(balances(application)).toEqual({ A: 1000, B: 2000, C: 3000 });
  });

  it('does not settle what did not vanish', async () => {
    await importGiven(application, september);
    await expect(importGiven(application, september, { settleInvoiceIds: [1] })).rejects.toThrow('intussen veranderd');
    expect(countOf(application, 'imports')).toBe(2);
  });

  it('refuses rows with the row number and the reason, and takes the others', async () => {
    const file = openItems(
      ['1', '101', '', '', '12,50', '12,50'],
      ['1', '101', '', '', '12,50', '12,50'],
      ['2', '999', '', '', '12,50', '12,50'],
      ['3', '', 'Berk Sam', '', '12,50', '12,50'],
      ['4', '', 'Berk Sam', '6C', '12,50', '12,50'],
      ['5', '101', '', '', '1,234.56', ''],
      ['6', '101', '', '', '12,345', ''],
      ['7', '101', '', '', '12.50', ''],
      ['8', '101', '', '', '', ''],
      ['9', '101', '', '', '12,50', '12,50', '31/02/2026'],
      ['10', '101', '', '', '12,50', '12,50', '31/10/2066'],
      ['', '101', '', '', '12,50', '12,50'],
      ['12', '', '', '', '12,50', '12,50'],
      ['13', '101', '', '', '12,50', '12,50', '31/10/2026', 'maandrekening', '+++010/8068/17184+++'],
    );
    const preview = await previewGiven(application, file);
    expect(Object.fromEntries(preview.rows.map(({ rowNumber, reason }) => [rowNumber, reason]))).toEqual({
      2: null,
      3: 'factuur 1 staat ook op rij 2',
      4: 'leerling niet gevonden: importeer eerst de leerlingen',
      5: 'er zijn meerdere leerlingen met de naam Berk Sam; voeg een leerlingnummer of geboortedatum toe',
      6: 'er zijn meerdere leerlingen met de naam Berk Sam; voeg een leerlingnummer of geboortedatum toe',
      7: 'het bedrag “1,234.56” kan op twee manieren gelezen worden; schrijf het als 1.234,56',
      8: 'het bedrag “12,345” heeft meer dan twee decimalen',
      9: 'het bedrag “12.50” heeft een punt voor de decimalen, de andere bedragen in deze kolom een komma',
      10: 'het bedrag ontbreekt',
      11: 'vervaldatum “31/02/2026” is geen datum (dd/mm/jjjj)',
      12: 'vervaldatum “31/10/2066” ligt meer dan tien jaar van vandaag',
      13: 'het factuurnummer ontbreekt',
      14: 'er staat geen leerling op deze rij',
      15: 'de gestructureerde mededeling “+++010/8068/17184+++” klopt niet en werd leeg gelaten',
    });
    const summary = await importGiven(application, file);
    expect(summary.counts).toMatchObject({ new: 2, rejected: 12 });
    expect(balances(application)).toEqual({ '1': 1250, '13': 1250 });
    const { rows } = await application.api.imports.report({ importId: summary.importId });
    expect(rows.filter(({ outcome }) => outcome === 'rejected')).toHaveLength(12);
  });

  it('finds the school by its name, and never replaces an unknown one by the chosen one', async () => {
    const file = {
      name: 'x.csv',
      content: csv(
        ['Factuurnr', 'Stamnr', 'School', 'Openstaand', 'Vervaldatum'],
        ['1', '101', 'DE VERKEERDE', '10,00', '1/10/2026'],
        ['2', '101', '', '10,00', '1/10/2026'],
      ),
    };
    const preview = await previewGiven(application, file, { schoolId: 1 });
    expect(preview.rows.map(({ rowNumber, outcome, reason }) => [rowNumber, outcome, reason])).toEqual([
      [2, 'rejected', 'de school “DE VERKEERDE” is niet gekend'],
      [3, 'new', null],
    ]);
    const without = await previewGiven(application, file);
    expect(without.rows[1]?.reason).toBe('de school ontbreekt; kies de school of voeg een kolom toe');
  });

  it('refuses an invoice number that stands on another pupil', async () => {
    await importGiven(application, september);
    const preview = await previewGiven(application, openItems(['2026-1', '102', '', '', '69,25', '69,25']));
    expect(preview.rows[0]).toMatchObject({
      outcome: 'rejected',
      reason: 'factuur 2026-1 staat al op naam van Abeel, Noor',
    });
  });

  it('works out dates and a group that the file leaves out, and says so', async () => {
    const file = {
      name: 'kort.csv',
      content: csv(['Factuurnr', 'Stamnr', 'Factuurdatum', 'Saldo'], ['1', '101', '1/10/2026', '10,00']),
    };
    const preview = await previewGiven(application, file, { schoolId: 1 });
    expect(preview.remarks).toEqual([
      'Het bestand noemt geen notagroep: nieuwe facturen komen in de notagroep “Algemeen”.',
      'Het bestand noemt geen vervaldatum: ze volgt uit de factuurdatum en de betaaltermijn van de school.',
      '1 notagroep is nieuw: Algemeen.',
    ]);
    await importGiven(application, file, { schoolId: 1 });
    const { rows } = await application.api.ledger.openItems({});
    expect(rows[0]).toMatchObject({ dueDate: '2026-10-31', issueDate: '2026-10-01', billingGroup: 'Algemeen' });
  });

  it("lays the file's own total beside what was taken", async () => {
    const list = String(
      openItems(['1', '101', '', '', '12,50', '12,50'], ['2', '999', '', '', '7,50', '7,50']).content,
    );
    const withTotal = (total: string): GivenFile => ({
      name: 't.csv',
      content: `${list}\r\nTotaal;;;;;;;;;${total};${total}\r\nPagina 1;;;\r\n`,
    });
    const preview = await previewGiven(application, withTotal('20,00'));
    expect(preview.fileTotal).toEqual({ rowNumber: 4, cents: 2000, agrees: false });
    expect(preview.remarks[0]).toBe(
      `De totaalrij (rij 4) geeft ${formatCents(2000)}, de ingelezen rijen samen ${formatCents(1250)}. Het verschil komt van de geweigerde rijen (1).`,
    );
    expect(preview.remarks).toContain('1 rij onder de totaalrij overgeslagen: geen deel van de lijst.');
    expect((await previewGiven(application, withTotal('12,50'))).fileTotal).toMatchObject({ agrees: true });
  });

  it('remembers the mapping of a source', async () => {
    const file = { name: 'eigen.csv', content: csv(['Nr', 'Wie', 'Wat open'], ['1', '101', '10,00']) };
    const read = await readGiven(application, file);
    const mapping = { ...read.mapping, columns: ['number' as const, 'studentNumber' as const, 'open' as const] };
    await importGiven(application, file, {
      kind: 'invoices',
      schoolId: 1,
      mapping: { ...mapping, columns: ['number', 'studentNumber', 'open'] },
      saveProfileAs: 'Eigen lijst',
    });
    const [profile] = await application.api.imports.profiles();
    expect(profile).toMatchObject({ name: 'Eigen lijst', kind: 'invoices' });
    const again = await readGiven(application, {
      name: 'volgende maand.csv',
      content: csv(['nr.', 'WIE', 'wat open'], ['2', '101', '20,00']),
    });
    expect(again).toMatchObject({
      kind: 'invoices',
      profile: { name: 'Eigen lijst' },
      mapping: { columns: mapping.columns },
    });
    await application.api.imports.deleteProfile({ profileId: profile?.id ?? 0 });
    expect((await readGiven(application, file)).profile).toBeNull();
  });
});
