import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { countOf, csv, type GivenFile, importGiven, previewGiven, withSchools } from './importing.ts';

const headings = [
  'Stamnr',
  'Naam',
  'Voornaam',
  'Geboortedatum',
  'Klas',
  'School',
  'Straat',
  'Nr',
  'Postcode',
  'Gemeente',
  'type_coaccount1',
  'naam_coaccount1',
  'voornaam_coaccount1',
  'email_coaccount1',
  'mobielnummer_coaccount1',
  'type_coaccount2',
  'naam_coaccount2',
  'voornaam_coaccount2',
  'email_coaccount2',
  'type_coaccount3',
  'naam_coaccount3',
  'voornaam_coaccount3',
];

const noor = [
  '101',
  'Abeel',
  'Noor',
  '3/2/2016',
  '3A',
  'Basisschool De Wilg',
  'Wilgenlaan',
  '1',
  '9000',
  'Gent',
  'Moeder',
  'Den',
  'An',
  'an@den.be',
  '0470 12 34 56',
  'Vader',
  'Abeel',
  'Bo',
  'bo@abeel.be',
  'Stiefvader',
  'Eik',
  'Cas',
];
const tibo = [
  '202',
  'Abeel',
  'Tibo',
  '2012-05-06',
  '1M',
  'Middenschool De Linde',
  'Wilgenlaan',
  '1',
  '9000',
  'Gent',
  'Moeder',
  'Den',
  'An',
  'an@den.be',
  '',
  '0',
  '',
  '',
  '',
  '0',
  '',
  '',
];
const sam = [
  '103',
  'Berk',
  'Sam',
  '',
  '3A',
  'Basisschool De Wilg',
  'Dorp',
  '5',
  '9000',
  'Gent',
  '0',
  '',
  '',
  '',
  '',
  '0',
  '',
  '',
  '',
  '0',
  '',
  '',
];

function smartschool(...rows: readonly (readonly string[])[]): GivenFile {
  return { name: 'smartschool.csv', content: csv(headings, ...rows) };
}

/** A row with some cells changed, by heading. */
function changed(row: readonly string[], cells: Readonly<Record<string, string>>): string[] {
  return row.map((cell, index) => cells[headings[index] ?? ''] ?? cell);
}

let application: TestApplication;
beforeEach(async () => {
  application = await withSchools(await testApplication());
});
afterEach(() => application.close());

function all(sql: string): unknown[] {
  return application.context.store.sql.prepare(sql).raw().all();
}

describe('an export of pupils', () => {
  it('proposes households, with siblings together across schools', async () => {
    const preview = await previewGiven(application, smartschool(noor, tibo, sam));
    expect(preview).toMatchObject({ counts: { new: 3, rejected: 0 }, sumCents: null, vanished: [] });
    expect(preview.rows.map(({ subject, proposal, reason }) => [subject, proposal, reason])).toEqual([
      ['Abeel, Noor · 3A', 'nieuw gezin Abeel–Den', 'Eik, Cas is geen ouder of voogd en werd geen betaler'],
      ['Abeel, Tibo · 1M', 'bij nieuw gezin Abeel–Den (zelfde ouder als Noor)', null],
      ['Berk, Sam · 3A', 'nieuw gezin Berk', 'geen ouders in het bestand: vul de betaler aan in het dossier'],
    ]);
    expect(preview.remarks).toEqual([
      '2 nieuwe gezinnen voorgesteld; samenvoegen en splitsen kan later in het dossier.',
      '2 klassen zijn nieuw: 1M, 3A.',
    ]);
    expect(countOf(application, 'pupils')).toBe(0);
  });

  it('makes pupils, payers who are jointly liable, and households', async () => {
    await importGiven(application, smartschool(noor, tibo, sam));
    expect(
      all(
        'SELECT first_name, last_name, relation, salutation, email, phone, street, postal_code, city FROM payers ORDER BY id',
      ),
    ).toEqual([
      ['An', 'Den', 'mother', 'madam', 'an@den.be', '0470 12 34 56', 'Wilgenlaan 1', '9000', 'Gent'],
      ['Bo', 'Abeel', 'father', 'sir', 'bo@abeel.be', null, 'Wilgenlaan 1', '9000', 'Gent'],
      // Never the pupil: the letter goes to the family.
      ['', 'Familie Berk', 'parent', 'neutral', null, null, 'Dorp 5', '9000', 'Gent'],
    ]);
    expect(
      all(
        'SELECT p.first_name, y.last_name, l.kind, l.school_id FROM liabilities l JOIN pupils p ON p.id = l.pupil_id JOIN payers y ON y.id = l.payer_id ORDER BY l.id',
      ),
    ).toEqual([
      ['Noor', 'Den', 'joint', 1],
      ['Noor', 'Abeel', 'joint', 1],
      ['Tibo', 'Den', 'joint', 2],
      ['Sam', 'Familie Berk', 'joint', 1],
    ]);
    expect(all('SELECT name, has_email FROM households ORDER BY id')).toEqual([
      ['Abeel–Den', 1],
      ['Berk', 0],
    ]);
    expect(all('SELECT first_name, birth_date, class_name, student_number FROM pupils ORDER BY id')).toEqual([
      ['Noor', '2016-02-03', '3A', '101'],
      ['Tibo', '2012-05-06', '1M', '202'],
      ['Sam', null, '3A', '103'],
    ]);
  });

  it('changes nothing the second time', async () => {
    await importGiven(application, smartschool(noor, tibo, sam));
    const preview = await previewGiven(application, smartschool(noor, tibo, sam));
    expect(preview.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect(preview.remarks[0]).toContain('Er verandert niets.');
  });

  it('shows what changed, and keeps what a person corrected', async () => {
    await importGiven(application, smartschool(noor, tibo, sam));
    const [payer] = application.context.store.sql.prepare('SELECT * FROM payers WHERE id = 2').all() as Record<
      string,
      string
    >[];
    await application.api.people.updatePayer({
      payerId: 2,
      details: {
        relation: 'father',
        firstName: 'Bo',
        lastName: 'Abeel',
        language: 'nl',
        salutation: 'sir',
        email: 'bo@werk.be',
        phone: null,
        channel: 'email',
        street: payer?.['street'] ?? '',
        postalCode: '9000',
        city: 'Gent',
        country: 'BE',
        thirdPartyPayerId: null,
      },
    });
    // The package still has the old address of the father, and a new class for Noor.
    const next = await previewGiven(application, smartschool(changed(noor, { Klas: '4A' }), tibo));
    expect(next.counts).toMatchObject({ changed: 1, unchanged: 1 });
    expect(next.rows[0]?.changes).toEqual([{ field: 'klas', before: '3A', after: '4A' }]);
    expect(next.remarks).toContain('1 leerling staat niet in dit bestand; er verandert niets aan die leerling.');
    // Only when the package itself moves on as well is there something to tell.
    const both = await previewGiven(application, smartschool(changed(noor, { email_coaccount2: 'bo@nieuw.be' })));
    expect(both.rows[0]).toMatchObject({
      outcome: 'unchanged',
      reason: expect.stringContaining(
        'e-mail van Abeel, Bo is bij ons met de hand aangepast en blijft (bestand: bo@nieuw.be)',
      ),
    });
    // What nobody touched follows the file.
    const mother = smartschool(changed(noor, { email_coaccount1: 'an@nieuw.be' }));
    expect((await previewGiven(application, mother)).rows[0]?.changes).toEqual([
      { field: 'e-mail van Den, An', before: 'an@den.be', after: 'an@nieuw.be' },
    ]);
    await importGiven(application, mother);
    expect(all('SELECT email FROM payers ORDER BY id')).toEqual([['an@nieuw.be'], ['bo@werk.be'], [null]]);
  });

  it('does not bring back a payer whom a person removed', async () => {
    await importGiven(application, smartschool(noor));
    await application.api.people.removePayer({ payerId: 2 });
    const preview = await previewGiven(application, smartschool(noor));
    expect(preview.rows[0]).toMatchObject({
      outcome: 'unchanged',
      reason: expect.stringContaining('Abeel, Bo werd bij ons verwijderd als betaler en blijft dat'),
    });
  });

  it('adds a parent that appears, and puts a new sibling with the family', async () => {
    await importGiven(application, smartschool(tibo));
    const summary = await importGiven(
      application,
      smartschool(
        changed(tibo, { type_coaccount2: 'Vader', naam_coaccount2: 'Abeel', voornaam_coaccount2: 'Bo' }),
        noor,
      ),
    );
    expect(summary.counts).toMatchObject({ changed: 1, new: 1 });
    const { rows } = await application.api.imports.report({ importId: summary.importId });
    expect(rows.map(({ proposal, changes }) => [proposal, changes])).toEqual([
      [null, [{ field: 'betaler', before: '', after: 'Abeel, Bo' }]],
      [
        'bij gezin Abeel–Den (zelfde ouder als Tibo)',
        [{ field: 'telefoon van Den, An', before: '', after: '0470 12 34 56' }],
      ],
    ]);
    // His e-mail address stood on the row of the other child.
    expect(all('SELECT first_name, email FROM payers ORDER BY id')).toEqual([
      ['An', 'an@den.be'],
      ['Bo', 'bo@abeel.be'],
    ]);
    expect([
      countOf(application, 'households'),
      countOf(application, 'payers'),
      countOf(application, 'liabilities'),
    ]).toEqual([1, 2, 4]);
  });

  it('refuses rows with a reason', async () => {
    await importGiven(application, smartschool(noor));
    const preview = await previewGiven(
      application,
      smartschool(
        changed(noor, { Stamnr: '7', School: 'De Verkeerde' }),
        changed(noor, { Stamnr: '8', Voornaam: '' }),
        changed(noor, { Stamnr: '9', Geboortedatum: '30/02/2016' }),
        changed(noor, { Naam: 'Zilverspar', Voornaam: 'Kato' }),
        sam,
        sam,
      ),
    );
    expect(preview.rows.map(({ rowNumber, outcome, reason }) => [rowNumber, outcome, reason])).toEqual([
      [2, 'rejected', 'de school “De Verkeerde” is niet gekend'],
      [3, 'rejected', 'de voornaam van de leerling ontbreekt'],
      [4, 'rejected', 'geboortedatum “30/02/2016” is geen datum (dd/mm/jjjj)'],
      [5, 'rejected', 'leerlingnummer 101 hoort bij ons bij Abeel, Noor'],
      [7, 'rejected', 'deze leerling staat ook op rij 6'],
      [6, 'new', 'geen ouders in het bestand: vul de betaler aan in het dossier'],
    ]);
  });
});

describe('undo of pupils', () => {
  it('removes whom it made and gives back what it changed', async () => {
    await importGiven(application, smartschool(tibo));
    const before = [
      all('SELECT * FROM pupils'),
      all('SELECT * FROM payers'),
      all('SELECT * FROM households'),
      all('SELECT * FROM liabilities'),
    ];
    const { importId } = await importGiven(
      application,
      smartschool(noor, changed(tibo, { Klas: '2M', email_coaccount1: 'an@nieuw.be' }), sam),
    );
    expect(countOf(application, 'pupils')).toBe(3);
    await application.api.imports.undo({ importId });
    expect([
      all('SELECT * FROM pupils'),
      all('SELECT * FROM payers'),
      all('SELECT * FROM households'),
      all('SELECT * FROM liabilities'),
    ]).toEqual(before);
    expect((await importGiven(application, smartschool(noor, sam))).counts.new).toBe(2);
  });

  it('is refused by a note, a document, or a correction by hand', async () => {
    const { importId } = await importGiven(application, smartschool(noor));
    const blocked = async (): Promise<string | null> =>
      (await application.api.imports.list()).find((summary) => summary.importId === importId)?.undoBlockedBy ?? null;
    expect(await blocked()).toBeNull();
    await application.api.people.renameHousehold({ householdId: 1, name: 'Abeel' });
    expect(await blocked()).toBe('De gegevens van gezin Abeel werden intussen met de hand aangepast.');
    await application.api.dossier.addNote({ householdId: 1, kind: 'note', body: 'Gebeld.' });
    expect(await blocked()).toBe('In het dossier van gezin Abeel staat intussen een notitie.');
    await expect(application.api.imports.undo({ importId })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(countOf(application, 'pupils')).toBe(1);
  });

  it('keeps a pupil on whom a withdrawn invoice hangs', async () => {
    const people = await importGiven(application, smartschool(noor, sam));
    const invoices = {
      name: 'f.csv',
      content: csv(
        ['Factuurnr', 'Stamnr', 'Vervaldatum', 'Saldo', 'School'],
        ['1', '101', '1/10/2026', '10,00', 'Basisschool De Wilg'],
      ),
    };
    const billed = await importGiven(application, invoices);
    await expect(application.api.imports.undo({ importId: people.importId })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await application.api.imports.undo({ importId: billed.importId });
    await application.api.imports.undo({ importId: people.importId });
    expect(all('SELECT first_name FROM pupils')).toEqual([['Noor']]);
    expect(all('SELECT first_name FROM payers ORDER BY id')).toEqual([['An'], ['Bo']]);
    expect(all('SELECT name FROM households')).toEqual([['Abeel–Den']]);
  });
});
