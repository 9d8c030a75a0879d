import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from '#main/api/router.ts';
import { type TestApplication, temporaryFolder, testApplication } from '#test/support/application.ts';
import { csv, importGiven, previewGiven, readGiven, withSchools } from './importing.ts';
import { rawXlsx, textRow, xlsx } from './spreadsheets.ts';

const header = ['Factuurnr', 'Leerling', 'Vervaldatum', 'Openstaand'];
const list = csv(header, ['1', 'Abeel Noor', '31/10/2026', '12,50'], ['2', 'Dé Maëlle', '30/11/2026', '1.234,56']);

let application: TestApplication;
beforeEach(async () => {
  application = await withSchools(await testApplication());
});
afterEach(() => application.close());

/** The Dutch sentence with which a file is refused. */
async function refusal(content: string | Uint8Array, name = 'lijst.xlsx'): Promise<string> {
  const error: unknown = await readGiven(application, { name, content }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'INVALID' });
  return (error as Error).message;
}

/** The same zip, whose directory claims that every file unpacks to so many bytes. */
function withClaimedSize(zip: Uint8Array, byteCount: number): Buffer {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    bytes.writeUInt32LE(byteCount, at + 24);
  }
  return bytes;
}

describe('CSV by its content', () => {
  it('recognises delimiter and encoding, whatever the file is called', async () => {
    const bom = Buffer.from([0xef, 0xbb, 0xbf]);
    const utf16be = Buffer.from(`\ufeff${list}`, 'utf16le').swap16();
    const cases: [string, Uint8Array, string, string][] = [
      ['utf-8', Buffer.from(list), ';', 'utf-8'],
      ['BOM', Buffer.concat([bom, Buffer.from(list)]), ';', 'utf-8'],
      ['windows-1252', Buffer.from(list, 'latin1'), ';', 'windows-1252'],
      ['tab', Buffer.from(list.replace(/;/g, '\t')), '\t', 'utf-8'],
      [
        'comma',
        Buffer.from(
          'Factuurnr,Leerling,Vervaldatum,Openstaand\n1,Abeel Noor,31/10/2026,"12,50"\n2,Dé Maëlle,30/11/2026,"1.234,56"',
        ),
        ',',
        'utf-8',
      ],
      ['pipe', Buffer.from(list.replace(/;/g, '|')), '|', 'utf-8'],
      ['utf-16', Buffer.from(`\ufeff${list}`, 'utf16le'), ';', 'utf-16le'],
      ['utf-16 without BOM', Buffer.from(list, 'utf16le'), ';', 'utf-16le'],
      ['utf-16 the other way', utf16be, ';', 'utf-16le'],
      ['bare CR', Buffer.from(list.replace(/\r\n/g, '\r')), ';', 'utf-8'],
      ['sep hint', Buffer.from(`sep=;\r\n${list}`), ';', 'utf-8'],
    ];
    for (const [name, content, delimiter, encoding] of cases) {
      const read = await readGiven(application, { name: `${name}.xlsx`, content });
      expect([name, read.format, read.mapping.delimiter, read.mapping.encoding]).toEqual([
        name,
        'csv',
        delimiter,
        encoding,
      ]);
      expect([name, read.sample[1]]).toEqual([name, ['2', 'Dé Maëlle', '30/11/2026', '1.234,56']]);
      expect([name, read.mapping.columns]).toEqual([name, ['number', 'fullName', 'dueDate', 'open']]);
    }
  });

  it('counts the rows of the list: not what stands above it, not the total', async () => {
    const read = await readGiven(application, {
      name: 'lijst.csv',
      content: `Openstaande posten\r\nSchool;De Wilg\r\n\r\n${list}\r\nTotaal;;;1.247,06\r\n`,
    });
    expect(read).toMatchObject({ rowCount: 2, mapping: { headerRow: 4 }, kind: 'invoices' });
  });

  it("unwraps Excel's way to keep a number as text", async () => {
    const read = await readGiven(application, {
      name: 'lijst.csv',
      content: csv(header, ['="0012"', 'Abeel Noor', '31/10/2026', '12,50']),
    });
    expect(read.sample[0]?.[0]).toBe('0012');
  });

  it('can be looked at again with another header row', async () => {
    const read = await readGiven(application, { name: 'lijst.csv', content: `Titel;van;de;lijst\r\n${list}` });
    const again = await application.api.imports.reread({
      fileId: read.fileId,
      kind: 'pupils',
      mapping: { ...read.mapping, headerRow: 1 },
    });
    expect(again).toMatchObject({ kind: 'pupils', headers: ['Titel', 'van', 'de', 'lijst'], rowCount: 3 });
    await expect(
      application.api.imports.reread({
        fileId: read.fileId,
        kind: 'pupils',
        mapping: { ...read.mapping, headerRow: 99 },
      }),
    ).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('Excel', () => {
  it('takes the sheet with the list, and dates and figures as Belgium writes them', async () => {
    const content = await xlsx(
      [header, ['1', 'Abeel Noor', new Date('2026-10-31'), 12.5], ['2', 'Berk Sam', new Date('2026-11-30'), 0.1 + 0.2]],
      'Openstaand',
    );
    const read = await readGiven(application, { name: 'lijst.csv', content });
    expect(read).toMatchObject({
      format: 'xlsx',
      sheets: ['Openstaand'],
      mapping: { sheet: 'Openstaand', delimiter: null, encoding: null, headerRow: 1 },
    });
    expect(read.sample).toEqual([
      ['1', 'Abeel Noor', '2026-10-31', '12,5'],
      ['2', 'Berk Sam', '2026-11-30', '0,3'],
    ]);
  });

  it('uses the last result of a formula, and refuses rows whose formula or error has none', async () => {
    const cell = (address: string, xml: string, type = ''): string => `<c r="${address}"${type}>${xml}</c>`;
    const row = (number: number, amount: string): string =>
      textRow(number, String(number), 'Abeel Noor', '31/10/2026').replace('</row>', `${amount}</row>`);
    const content = rawXlsx(
      textRow(1, ...header) +
        row(2, cell('D2', '<f>5*2</f><v>10</v>')) +
        row(3, cell('D3', '<f>SUM(A1:A2)</f>')) +
        row(4, cell('D4', '<f>1/0</f><v>#DIV/0!</v>', ' t="e"')),
    );
    await importGiven(
      application,
      { name: 'p.csv', content: csv(['Naam', 'Voornaam', 'School'], ['Abeel', 'Noor', 'Basisschool De Wilg']) },
      { kind: 'pupils' },
    );
    const preview = await previewGiven(application, { name: 'formules.xlsx', content }, { schoolId: 1 });
    expect(preview.counts).toMatchObject({ new: 1, rejected: 2 });
    expect(preview.rows.map(({ rowNumber, reason }) => [rowNumber, reason])).toEqual([
      [
        3,
        'cel D3 (openstaand) is een formule zonder berekend resultaat; open het bestand in Excel, bewaar het en lees het opnieuw in',
      ],
      [4, 'cel D4 (openstaand) bevat een fout uit Excel'],
      [2, 'enkel herkend aan de naam'],
    ]);
    expect(preview.remarks).toContain('In 1 cel staat een formule; het laatst berekende resultaat is gebruikt.');
  });

  it('is not filled up to a cell that stands far away', async () => {
    const empty = '<row r="900000"><c r="XFD900000" s="0"/></row>';
    const read = await readGiven(application, {
      name: 'ver.xlsx',
      content: rawXlsx(textRow(1, ...header) + textRow(2, '1', 'Abeel Noor', '31/10/2026', '12,50') + empty),
    });
    expect(read.rowCount).toBe(1);
    const filled = '<row r="900000"><c r="XFD900000"><v>1</v></c></row>';
    expect(await refusal(rawXlsx(textRow(1, ...header) + filled))).toContain('beschadigd');
    expect(
      await refusal(rawXlsx(`${textRow(1, ...header)}<row r="99999999"><c r="A99999999"><v>1</v></c></row>`)),
    ).toContain('beschadigd');
    expect(
      await refusal(rawXlsx(`${textRow(1, ...header)}<row r="&#57;9999999"><c r="A2"><v>1</v></c></row>`)),
    ).toContain('beschadigd');
  });
});

describe('files that are refused', () => {
  it('says in Dutch what is wrong with each, and keeps nothing', async () => {
    const ole = (name: string): Buffer =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from(name, 'utf16le'),
        Buffer.alloc(600),
      ]);
    const cases: [string, string | Uint8Array, string][] = [
      ['empty', '', 'leeg'],
      ['only blank lines', '\r\n\r\n;;;\r\n', 'staat niets'],
      ['a password', ole('EncryptedPackage'), 'wachtwoord'],
      ['an old .xls', ole('Workbook'), 'vóór 2007'],
      ['another Office file', ole('WordDocument'), 'geen rekenblad'],
      ['a PDF', '%PDF-1.7 …', 'geen rekenblad'],
      ['a photo', Buffer.from('ffd8ffe000104a464946', 'hex'), 'geen rekenblad'],
      ['a web page', '<html><table><tr><td>Factuurnr</td></tr></table></html>', 'webpagina'],
      ['JSON', '{"facturen": []}', 'geen rekenblad'],
      ['noise', createHash('sha512').update('x').digest(), 'geen rekenblad'],
      ['a letter', 'Beste ouders,\r\n\r\nTot morgen.\r\n', 'geen lijst'],
      ['a zip of photos', zipSync({ 'foto.jpg': new Uint8Array(100) }), 'zip-bestand'],
      ['LibreOffice', zipSync({ mimetype: new Uint8Array(4), 'content.xml': new Uint8Array(4) }), '.ods'],
      ['.xlsb', zipSync({ 'xl/workbook.bin': new Uint8Array(4) }), '.xlsb'],
      ['a header only', header.join(';'), 'staan geen rijen'],
      ['an open quote', `${list}\r\n3;"Abeel Noor;31/10/2026;12,50\r\n`, 'aanhalingsteken'],
      [
        'bank transactions',
        csv(
          ['Rekeningnummer', 'Datum', 'Bedrag', 'rekeningnummer tegenpartij', 'Naam tegenpartij'],
          ['BE1', '1/9/2026', '1', 'BE2', 'x'],
        ),
        'bankverrichtingen',
      ],
      [
        'too many columns',
        Array.from({ length: 400 }, (_, index) => `k${index}`).join(';') +
          `\r\n${Array.from({ length: 400 }, () => '1').join(';')}`,
        '300 kolommen',
      ],
    ];
    for (const [name, content, part] of cases) {
      const sentence = await refusal(content);
      expect([name, sentence]).toEqual([name, expect.stringContaining(part)]);
    }
    expect(existsSync(join(application.folder, 'staging'))).toBe(false);
  });

  it('refuses half a download and a damaged directory', async () => {
    const whole = await xlsx([header, ['1', 'Abeel Noor', null, 12.5]]);
    expect(await refusal(whole.subarray(0, whole.length / 2))).toContain('beschadigd of onvolledig');
  });

  it('refuses a file of 200 MB without reading it, and a zip that unpacks to far more', async () => {
    const path = join(application.folder, 'groot.csv');
    writeFileSync(path, '');
    truncateSync(path, 200 * 1024 * 1024);
    await expect(application.api.imports.read({ path })).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('200 MB'),
    });
    const bomb = withClaimedSize(rawXlsx(textRow(1, ...header)), 300 * 1024 * 1024);
    expect(await refusal(bomb)).toContain('uit voorzorg niet geopend');
  });

  it('refuses a zip that lies about its sizes', async () => {
    const lying = withClaimedSize(
      rawXlsx(textRow(1, ...header), { 'xl/worksheets/sheet2.xml': new Uint8Array(1024 * 1024) }),
      10,
    );
    expect(await refusal(lying)).toContain('beschadigd');
  });

  it('asks for the columns when they are not recognised, and lets them be pointed out', async () => {
    const content = csv(['Kol A', 'Kol B', 'Kol C'], ['1', 'Abeel Noor', '12,50']);
    const read = await readGiven(application, { name: 'vreemd.csv', content });
    expect(read.mapping.columns).toEqual([null, null, null]);
    const request = { fileId: read.fileId, kind: 'invoices' as const, schoolId: 1, mapping: read.mapping };
    await expect(application.api.imports.preview(request)).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('factuurnummer, openstaand bedrag of totaalbedrag, leerling (nummer of naam)'),
    });
    const preview = await application.api.imports.preview({
      ...request,
      mapping: { ...read.mapping, columns: ['number', 'fullName', 'open'] },
    });
    expect(preview.counts.rejected).toBe(1);
    await expect(
      application.api.imports.preview({
        ...request,
        mapping: { ...read.mapping, columns: ['number', 'fullName', 'fullName'] },
      }),
    ).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('kept files', () => {
  it('lets read, preview and import happen in three processes', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'leerlingen.csv');
    writeFileSync(path, csv(['Naam', 'Voornaam', 'Klas'], ['Abeel', 'Noor', '3A']));
    const step = async <Answer>(work: (step: TestApplication) => Promise<Answer>): Promise<Answer> => {
      const application = await testApplication('2026-11-20', folder);
      try {
        return await work(application);
      } finally {
        // Only this process ends; the folder stays.
        await application.context.jobs.close();
        application.context.store.close();
      }
    };
    await step(withSchools);
    const read = await step(({ api }) => api.imports.read({ path }));
    const request = { fileId: read.fileId, kind: read.kind, schoolId: 1, mapping: read.mapping };
    expect((await step(({ api }) => api.imports.preview(request))).counts.new).toBe(1);
    const job = await step(async ({ api }) => api.jobs.wait(await api.imports.commit(request)));
    expect(job).toMatchObject({ state: 'done', result: { fileName: 'leerlingen.csv', counts: { new: 1 } } });
    rmSync(folder, { recursive: true });
  });

  it('cleans up what nobody imported after some days', async () => {
    const { fileId } = await readGiven(application, { name: 'oud.csv', content: list });
    const folder = join(application.folder, 'staging');
    const old = new Date(Date.now() - 4 * 24 * 60 * 60 * 1000);
    utimesSync(join(folder, fileId), old, old);
    const { fileId: fresh } = await readGiven(application, { name: 'nieuw.csv', content: `${list}\r\n` });
    expect(readdirSync(folder).sort()).toEqual([fresh, `${fresh}.name`].sort());
    expect(readFileSync(join(folder, `${fresh}.name`), 'utf8')).toBe('nieuw.csv');
    const mapping = { sheet: null, delimiter: null, encoding: null, headerRow: 1, columns: [] };
    await expect(
      application.api.imports.preview({ fileId, kind: 'invoices', schoolId: 1, mapping }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      application.api.imports.preview({ fileId: '../test.sqlite', kind: 'invoices', schoolId: 1, mapping }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('reads by path for the terminal only', async () => {
    const page = createRouterClient(router, { context: { ...application.context, mayReadPaths: false } });
    await expect(page.imports.read({ path: '/etc/hostname' })).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(
      application.api.imports.read({ path: join(application.folder, 'bestaat-niet.csv') }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
