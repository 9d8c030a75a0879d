import papaparse from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportColumn } from '#shared/ledger/contract.ts';
import { harmlessText } from '#shared/ledger/harmless-text.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';

let application: TestApplication;

beforeAll(async () => {
  application = await testApplication('2026-11-20');
  const { store } = application.context;
  const schoolId = addSchool(store);
  const { pupilIds, invoiceIds } = addFamily(store, schoolId, {
    name: '=HYPERLINK("http://example.be")',
    payers: [{ firstName: '@Els', lastName: 'Çelik' }],
    pupils: [
      {
        firstName: 'Zoë',
        lastName: '-1+1',
        invoices: [
          { number: '2026-1', amountCents: 123_456, paidCents: 1, structuredReference: '202500123437' },
          { number: '=2+3', amountCents: -1205, dueDate: '2026-11-30' },
        ],
      },
    ],
  });
  store.sql
    .prepare(`INSERT INTO info_notes VALUES (?, ?, '+32 bellen; eerst mama', 'test', '2026-11-01T09:00:00.000Z')`)
    .run(pupilIds[0], schoolId);
  await application.api.holds.place({ invoiceIds: [invoiceIds[0] ?? 0], reason: 'Betwist', untilDate: '2026-12-15' });
});
afterAll(() => application.close());

const columns: ExportColumn[] = [
  'number',
  'pupil',
  'household',
  'payer',
  'dueDate',
  'overdueDays',
  'total',
  'open',
  'reference',
  'hold',
  'infoNote',
];

async function exported(format: 'xlsx' | 'csv'): Promise<Buffer> {
  const file = await application.api.ledger.exportOpenItems({ columns, format });
  expect(file.fileName).toBe(`lijst-2026-11-20.${format}`);
  return Buffer.from(file.contentBase64, 'base64');
}

describe('the list as a file', () => {
  it('as CSV opens in a Belgian spreadsheet: mark, semicolons, decimal comma, harmless texts', async () => {
    const text = (await exported('csv')).toString('utf8');
    expect(text.startsWith('\uFEFFFactuur;Leerling;Gezin;')).toBe(true);
    const [, debt, credit] = papaparse.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true }).data;
    expect(debt).toEqual([
      '2026-1',
      "'-1+1, Zoë",
      `'=HYPERLINK("http://example.be")`,
      "'@Els Çelik",
      '15/10/2026',
      '36',
      '1234,56',
      '1234,55',
      '***202/5001/23437***',
      'Betwist (tot en met 15/12/2026)',
      "'+32 bellen; eerst mama",
    ]);
    expect(credit?.slice(0, 8)).toEqual([
      "'=2+3",
      "'-1+1, Zoë",
      `'=HYPERLINK("http://example.be")`,
      "'@Els Çelik",
      '30/11/2026',
      '-10',
      '-12,05',
      '-12,05',
    ]);
  });

  it('as XLSX holds real numbers and dates', async () => {
    const [sheet] = await readXlsxFile(await exported('xlsx'));
    const [header, debt, credit] = sheet?.data ?? [];
    expect(header?.slice(0, 2)).toEqual(['Factuur', 'Leerling']);
    expect(debt?.slice(4, 8)).toEqual([new Date('2026-10-15T00:00:00Z'), 36, 1234.56, 1234.55]);
    expect(debt?.[1]).toBe("'-1+1, Zoë");
    expect(credit?.slice(4, 8)).toEqual([new Date('2026-11-30T00:00:00Z'), -10, -12.05, -12.05]);
    expect(credit?.[0]).toBe("'=2+3");
  });

  it('follows the filter, the grouping and the order of the screen', async () => {
    const file = await application.api.ledger.exportOpenItems({
      filter: { credit: false },
      grouping: 'household',
      sort: { key: 'open', descending: true },
      columns: ['household', 'count', 'open', 'hold'],
      format: 'csv',
    });
    expect(Buffer.from(file.contentBase64, 'base64').toString('utf8').trimEnd().split('\r\n')).toEqual([
      '\uFEFFGezin;Facturen;Openstaand;Niet verwerken',
      `"'=HYPERLINK(""http://example.be"")";1;1234,55;1 factuur`,
    ]);
  });
});

describe('a text in a file', () => {
  it('never begins as a formula, and is otherwise left alone', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', 'a', ' ', '＝', ''), fc.string(), (first, rest) => {
        const safe = harmlessText(first + rest);
        expect(safe).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(safe.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')).toBe(
          (first + rest).replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''),
        );
      }),
    );
  });
});
