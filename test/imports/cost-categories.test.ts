import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPreview } from '#shared/imports/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { countOf, csv, type GivenFile, importGiven, previewGiven, readGiven, withSchools } from './importing.ts';
import { threePupils } from './open-items.ts';
import { xlsx } from './spreadsheets.ts';

// Noor (lager, 2026-2027) has bills with a category of their own in the export; nobody types a line.

let application: TestApplication;
let sport: number;
let meals: number;
const schoolYear = '2026-2027';
const headings = ['Factuurnr', 'Stamnr', 'School', 'Factuurdatum', 'Vervaldatum', 'Bedrag', 'Openstaand'];
const api = () => application.api;

beforeEach(async () => {
  application = await withSchools(await testApplication());
  await importGiven(application, threePupils);
  sport = (await api().maximumBill.saveCategory({ name: 'Daguitstap & Sport', cap: 'sharp' })).costCategoryId;
  meals = (await api().maximumBill.saveCategory({ name: 'Maaltijden', cap: 'none' })).costCategoryId;
});
afterEach(() => application.close());

type Row = readonly [number: string, category: string, total: string, open?: string, school?: string];

function cellsOf([number, category, total, open = total, school = '']: Row): string[] {
  return [number, '0101', school || 'Basisschool De Wilg', '30/09/2026', '31/10/2026', total, open, category];
}
function list(...rows: readonly Row[]): GivenFile {
  return { name: 'facturen.csv', content: csv([...headings, 'Kostencategorie'], ...rows.map(cellsOf)) };
}
async function take(...rows: readonly Row[]): Promise<number> {
  return (await importGiven(application, list(...rows))).importId;
}
function idOf(number: string): number {
  const { sql } = application.context.store;
  return sql.prepare('SELECT max(id) FROM invoices WHERE number = ?').pluck().get(number) as number;
}
/** "Maaltijden 1200" per line of a bill. */
async function lines(number: string): Promise<string[]> {
  const found = await api().maximumBill.lines({ invoiceId: idOf(number) });
  return found.map(({ costCategory, amountCents }) => `${costCategory} ${amountCents}`);
}
const typeLines = (number: string, ...typed: readonly (readonly [costCategoryId: number, amountCents: number])[]) =>
  api().maximumBill.saveLines({
    invoiceId: idOf(number),
    lines: typed.map(([costCategoryId, amountCents]) => ({ description: 'getypt', costCategoryId, amountCents })),
  });
const reasons = ({ rows }: ImportPreview) =>
  Object.fromEntries(rows.map(({ rowNumber, outcome, reason }) => [rowNumber, `${outcome}: ${reason ?? ''}`]));

describe('a column with the cost category', () => {
  it('puts the whole bill in that category, whatever its capitals, accents and spaces, and the maximum bill counts it', async () => {
    const file = list(
      ['A', 'DAGUITSTAP en sport', '10,00'],
      ['B', 'daguitstap&sport', '60,00', '20,00'],
      ['C', ' Dáguitstap  &  sport', '40,00'],
      ['D', 'maaltijden', '12,00'],
      ['E', '', '7,00'],
      ['F', 'Daguitstap & Sport', '-5,00'],
    );
    const preview = await previewGiven(application, file);
    expect(preview.rows.map(({ proposal }) => proposal)).toEqual([
      null,
      'kostenrubriek Daguitstap & Sport',
      'kostenrubriek Daguitstap & Sport',
      'kostenrubriek Maaltijden',
      null,
      'kostenrubriek Daguitstap & Sport',
    ]);
    await importGiven(application, file);
    expect(await lines('A')).toEqual([]);
    expect(await lines('B')).toEqual(['Daguitstap & Sport 6000']);
    expect(await lines('C')).toEqual(['Daguitstap & Sport 4000']);
    expect(await lines('D')).toEqual(['Maaltijden 1200']);
    expect(await lines('E')).toEqual([]);
    expect(await lines('F')).toEqual(['Daguitstap & Sport -500']);
    const year = { fromDate: '2026-09-01', untilDate: '2027-08-31', source: 'omzendbrief', doubt: '' };
    await api().law.saveValue({ ...year, name: 'maximumBillPrimary', value: 90_00 });
    expect(await api().maximumBill.list({ schoolYear })).toMatchObject({
      rows: [{ pupilName: 'Noor Abeel', billedCents: 95_00, claimableCents: 90_00, excessCents: 5_00 }],
      doubts: [],
    });
    // What is credited because of it does not change the line, nor does the same file afterwards.
    const [noor] = (await api().maximumBill.list({ schoolYear })).rows;
    await api().maximumBill.credit({ pupilIds: [noor?.pupilId ?? 0], schoolYear });
    expect((await importGiven(application, file)).counts).toMatchObject({ new: 0, changed: 0 });
    expect(await lines('C')).toEqual(['Daguitstap & Sport 4000']);
    expect((await api().maximumBill.list({ schoolYear, onlyExcess: true })).doubts).toEqual([]);
  });

  it('comes from a spreadsheet as well', async () => {
    const content = await xlsx([
      [...headings, 'Soort kost'],
      ['X1', '0101', 'Basisschool De Wilg', new Date('2026-09-30'), new Date('2026-10-31'), 48.5, 48.5, 'Maaltijden'],
      ['X2', '0101', 'Basisschool De Wilg', new Date('2026-09-30'), new Date('2026-10-31'), 20, 20, 'Zwemmen'],
    ]);
    const summary = await importGiven(application, { name: 'facturen.xlsx', content });
    expect(summary.counts).toMatchObject({ new: 2, rejected: 0 });
    expect([await lines('X1'), await lines('X2')]).toEqual([['Maaltijden 4850'], []]);
    const { rows } = await api().imports.report({ importId: summary.importId });
    expect(rows.map(({ reason }) => reason)).toEqual([null, expect.stringContaining('“Zwemmen”')]);
  });

  it('says on the row and of the file which name is unknown and which exist, and loses nothing else', async () => {
    await api().maximumBill.saveCategory({ name: 'Oud', cap: 'none', isRemoved: true });
    const file = list(['A', 'Zwemmen', '10,00'], ['B', 'Oud', '20,00'], ['C', 'Maaltijden', '5,00']);
    const preview = await previewGiven(application, file);
    expect(reasons(preview)).toEqual({
      2: 'new: kostenrubriek “Zwemmen” staat niet in je lijst en is niet gebruikt (wel: Daguitstap & Sport, Maaltijden)',
      3: 'new: kostenrubriek “Oud” staat niet in je lijst en is niet gebruikt (wel: Daguitstap & Sport, Maaltijden)',
      4: 'new: ',
    });
    expect(preview.remarks).toContain(
      '2 kostenrubrieken staan niet in je lijst: Zwemmen, Oud. Die 2 rijen worden ingelezen zonder rubriek. Wel in je lijst: Daguitstap & Sport, Maaltijden.',
    );
    expect((await importGiven(application, file)).counts).toMatchObject({ new: 3, rejected: 0 });
    expect([await lines('A'), await lines('B'), await lines('C')]).toEqual([[], [], ['Maaltijden 500']]);
  });

  it('is not used for a secondary school, and says so once', async () => {
    const file = list(['A', 'Maaltijden', '10,00']);
    const { store } = application.context;
    store.sql.prepare("UPDATE schools SET level = 'secondary'").run();
    const preview = await previewGiven(application, file);
    expect(reasons(preview)).toEqual({ 2: 'new: ' });
    expect(preview.remarks).toContain(
      '1 rij is van een secundaire school: daar geldt geen maximumfactuur en wordt de kostenrubriek niet gebruikt.',
    );
    await importGiven(application, file);
    expect(countOf(application, 'invoice_lines')).toBe(0);
  });

  it('takes the first row of a bill that has several, refuses the others and says what to do', async () => {
    const preview = await previewGiven(
      application,
      list(['A', 'Maaltijden', '10,00'], ['a', 'daguitstap sport', '5,00']),
    );
    expect(reasons(preview)).toEqual({ 2: 'new: ', 3: 'rejected: factuur a staat ook op rij 2' });
    expect(preview.remarks).toContain(
      '1 rij noemt een factuur opnieuw en is geweigerd: van elke factuur telt enkel de eerste rij, met haar bedrag en kostenrubriek. Zet elke factuur met haar hele bedrag op één rij, en verdeel ze na het inlezen zelf in lijnen.',
    );
  });

  it('says how many bills do not count because they were paid before they were known', async () => {
    const preview = await previewGiven(
      application,
      list(['A', 'Maaltijden', '10,00', '0,00'], ['B', 'x', '5,00', '0']),
    );
    expect(reasons(preview)).toEqual({ 2: 'unchanged: al betaald', 3: 'unchanged: al betaald' });
    expect(preview.remarks).toEqual([
      'Alles in dit bestand is al bekend. Er verandert niets.',
      '1 rij met een kostenrubriek is al betaald en hier niet bekend: ze wordt niet ingelezen en telt niet mee voor de maximumfactuur.',
    ]);
  });

  it('shows the rows with a warning also when there are more than 500', async () => {
    const many = Array.from({ length: 600 }, (_, index): Row => [`N${index}`, index === 590 ? 'x' : '', '1,00']);
    const { rows } = await previewGiven(application, list(...many));
    expect(rows).toHaveLength(500);
    expect(rows.filter(({ reason }) => reason !== null).map(({ rowNumber }) => rowNumber)).toEqual([592]);
  });
});

describe('the same file again', () => {
  it('changes nothing, and a changed category changes the line', async () => {
    await take(['A', 'Maaltijden', '10,00'], ['B', '', '20,00']);
    const again = await importGiven(application, list(['A', 'maaltijden', '10,00'], ['B', '', '20,00']));
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
    const changed = list(['A', 'Daguitstap & Sport', '10,00'], ['B', 'Maaltijden', '20,00']);
    const preview = await previewGiven(application, changed);
    expect(preview.rows.map(({ outcome, changes }) => [outcome, changes])).toEqual([
      ['changed', [{ field: 'kostenrubriek', before: 'Maaltijden', after: 'Daguitstap & Sport' }]],
      ['changed', [{ field: 'kostenrubriek', before: '', after: 'Maaltijden' }]],
    ]);
    const importId = (await importGiven(application, changed)).importId;
    expect([await lines('A'), await lines('B')]).toEqual([['Daguitstap & Sport 1000'], ['Maaltijden 2000']]);
    expect((await importGiven(application, changed)).counts).toMatchObject({ changed: 0, unchanged: 2 });
    await api().imports.undo({ importId });
    expect([await lines('A'), await lines('B')]).toEqual([['Maaltijden 1000'], []]);
  });

  it('leaves the category when the cell is empty or unknown, and lets the line follow what is charged', async () => {
    await take(['A', 'Maaltijden', '10,00'], ['B', 'Maaltijden', '10,00']);
    const file = list(['A', '', '25,00'], ['B', 'Zwemmen', '10,00', '4,00']);
    expect((await previewGiven(application, file)).rows[0]?.changes).toEqual([
      { field: 'openstaand', before: formatCents(1000), after: formatCents(2500) },
      { field: 'kostenrubriek Maaltijden', before: formatCents(1000), after: formatCents(2500) },
    ]);
    const { importId } = await importGiven(application, file);
    // What was paid is no part of what was charged.
    expect([await lines('A'), await lines('B')]).toEqual([['Maaltijden 2500'], ['Maaltijden 1000']]);
    await api().imports.undo({ importId });
    expect(await lines('A')).toEqual(['Maaltijden 1000']);
  });

  it('has no line for a bill of which nothing is charged any more, and has it again with the amount', async () => {
    await take(['A', 'Maaltijden', '10,00']);
    await take(['A', 'Maaltijden', '0,00']);
    expect(await lines('A')).toEqual([]);
    expect((await importGiven(application, list(['A', 'Maaltijden', '0,00']))).counts).toMatchObject({ changed: 0 });
    await take(['A', 'Maaltijden', '8,00']);
    expect(await lines('A')).toEqual(['Maaltijden 800']);
  });
});

describe('lines that a person typed', () => {
  it('stay, whatever a file says, and the row says so', async () => {
    await take(['A', '', '10,00'], ['B', 'Maaltijden', '10,00'], ['C', 'Maaltijden', '10,00']);
    await typeLines('A', [sport, 400], [meals, 600]);
    await typeLines('B', [sport, 1000]);
    await typeLines('C');
    // B and C: the file still says what it said before.
    const same = list(['A', '', '10,00'], ['B', 'Maaltijden', '10,00'], ['C', 'Maaltijden', '10,00']);
    expect(reasons(await previewGiven(application, same))).toEqual({
      2: 'unchanged: ',
      3: 'unchanged: ',
      4: 'unchanged: ',
    });
    await api().maximumBill.saveCategory({ name: 'Opvang', cap: 'none' });
    const other = list(['A', 'Opvang', '10,00'], ['B', 'Opvang', '12,00'], ['C', 'Opvang', '10,00']);
    const kept =
      'de lijnen van deze factuur zijn met de hand gekozen en blijven; kostenrubriek “Opvang” is niet gebruikt';
    expect(reasons(await previewGiven(application, other))).toEqual({
      2: `unchanged: ${kept}`,
      3: `changed: ${kept}`,
      4: `unchanged: ${kept}`,
    });
    const { importId } = await importGiven(application, other);
    const typed = [['Daguitstap & Sport 400', 'Maaltijden 600'], ['Daguitstap & Sport 1000'], []];
    expect([await lines('A'), await lines('B'), await lines('C')]).toEqual(typed);
    await api().imports.undo({ importId });
    expect([await lines('A'), await lines('B'), await lines('C')]).toEqual(typed);
  });

  it('are not taken back with the import that had brought a category', async () => {
    await take(['A', '', '10,00']);
    const importId = await take(['A', 'Maaltijden', '10,00']);
    await typeLines('A', [sport, 1000]);
    await api().imports.undo({ importId });
    expect(await lines('A')).toEqual(['Daguitstap & Sport 1000']);
  });
});

describe('undo', () => {
  it('takes the lines back with the bills', async () => {
    const importId = await take(['A', 'Maaltijden', '10,00'], ['B', 'Maaltijden', '20,00']);
    expect(countOf(application, 'invoice_lines')).toBe(2);
    await api().imports.undo({ importId });
    expect(countOf(application, 'invoice_lines')).toBe(0);
    await take(['A', 'Maaltijden', '10,00']);
    expect(await lines('A')).toEqual(['Maaltijden 1000']);
  });
});

describe('which column it is', () => {
  const meaning = async (...columns: readonly (readonly [heading: string, cell: string])[]) => {
    const file = csv(
      [...headings, ...columns.map(([heading]) => heading)],
      [...cellsOf(['A', '', '1,00']).slice(0, -1), ...columns.map(([, cell]) => cell)],
    );
    const { mapping } = await readGiven(application, { name: 'kop.csv', content: file });
    return mapping.columns.slice(headings.length);
  };

  it.each(['Kostencategorie', 'kostenrubriek', 'Soort kost', 'Maximumfactuur', 'Categorie maximumfactuur'])(
    '%s',
    async (heading) => {
      expect(await meaning([heading, 'wat dan ook'])).toEqual(['costCategory']);
    },
  );

  it('Categorie is the cost category when its cells are, and else the billing group as before', async () => {
    expect(await meaning(['Categorie', 'maaltijden'])).toEqual(['costCategory']);
    expect(await meaning(['Categorie', 'Boeken'])).toEqual(['billingGroup']);
    expect(await meaning(['Notagroep', 'september'], ['Categorie', 'Maaltijden'])).toEqual([
      'billingGroup',
      'costCategory',
    ]);
    // A school that names its billing groups like its categories goes on as it did.
    await importGiven(application, {
      name: 'x.csv',
      content: csv([...headings, 'Notagroep'], [...cellsOf(['Z', '', '1,00']).slice(0, -1), 'Maaltijden']),
    });
    expect(await meaning(['Categorie', 'maaltijden'])).toEqual(['billingGroup']);
  });

  it('means nothing for a school that has no categories', async () => {
    for (const costCategoryId of [sport, meals]) {
      await api().maximumBill.saveCategory({ costCategoryId, name: `${costCategoryId}`, cap: 'none', isRemoved: true });
    }
    expect(await meaning(['Kostencategorie', 'Maaltijden'])).toEqual([null]);
    expect(await meaning(['Categorie', 'Maaltijden'])).toEqual(['billingGroup']);
  });
});
