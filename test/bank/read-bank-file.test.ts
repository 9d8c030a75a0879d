import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBankFile } from '#main/bank/read-bank-file.ts';
import { toXlsx } from '#main/demo/export-files.ts';
import { camtFile, camtText } from '#test/support/camt.ts';
import { codaFile } from '#test/support/coda.ts';

const account = 'BE49999000000171';
const movements = [{ amountCents: 12_540, reference: '123456789002' }];
const statement = { iban: account, sequence: 187, openingCents: 0, date: '2026-09-15', movements };
const csv =
  'Datum;Bedrag;Saldo na verrichting;Munt;Tegenpartij;Rekening tegenpartij;Type verrichting;Mededeling;Rekening opdrachtgever\n' +
  `15/09/2026;125.40;125.40;EUR;OUDER;;Overschrijving;+++123/4567/89002+++;${account}\n`;

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function rulesOf(bytes: Uint8Array): string[] {
  return readBankFile(bytes).findings.map(({ level, rule }) => `${level} ${rule}`);
}

describe('a bank file is read by its content', () => {
  it.each([
    ['coda', codaFile({ statements: [statement] })],
    ['camt053', camtFile({ statements: [statement] })],
    ['camt053', Buffer.from(`\ufeff${camtText({ statements: [statement] })}`, 'utf16le')],
    ['csv', bytesOf(csv)],
    ['csv', Buffer.from(`\ufeff${csv}`, 'utf16le')],
  ])('%s', (format, bytes) => {
    const content = readBankFile(bytes);
    expect(content.format).toBe(format);
    expect(content.findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(content.statements).toMatchObject([
      { account, movements: [{ amountCents: 12_540, structuredReference: '123456789002', kind: 'payment' }] },
    ]);
  });

  it.each(['coda', 'camt053'])('every sample of %s goes to its own reader', (kind) => {
    const folder = join(import.meta.dirname, 'samples', kind);
    const files = readdirSync(folder).filter((name) => !name.endsWith('.json') && !name.endsWith('.txt'));
    expect(files.length).toBeGreaterThan(5);
    expect(files.map((name) => readBankFile(readFileSync(join(folder, name))).format)).toEqual(files.map(() => kind));
  });
});

describe('a file that is something else', () => {
  const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

  it.each([
    ['empty', new Uint8Array(), 'file.empty', 'leeg'],
    ['a PDF', latin1('%PDF-1.7\n%âãÏÓ'), 'file.pdf', 'PDF'],
    ['an old Excel', latin1('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'), 'file.spreadsheet', 'Excel'],
    ['a zip', latin1('PK\u0003\u0004\u0014\u0000 CODA.xml'), 'file.packed', 'Pak het eerst uit'],
    ['a gzip', latin1('\u001f\u008b\u0008'), 'file.packed', 'Pak het eerst uit'],
    ['a picture', latin1('\u0089PNG\r\n\u001a\n'), 'file.image', 'afbeelding'],
    ['MT940', bytesOf(':20:940S260915\r\n:25:BE49999000000171\r\n:60F:C260914EUR1000,00\r\n'), 'file.mt940', 'MT940'],
    ['MT940 with an envelope', bytesOf('{1:F01KREDBEBBAXXX}{2:I940}{4:\r\n:20:1\r\n'), 'file.mt940', 'MT940'],
    ['OFX', bytesOf('OFXHEADER:100\nDATA:OFXSGML\n'), 'file.ofx', 'OFX'],
    ['a page of the bank', bytesOf('\n<!DOCTYPE html><html><body>Log in</body></html>'), 'file.html', 'webpagina'],
    ['RTF', bytesOf('{\\rtf1\\ansi Beste ouder}'), 'file.text', 'geen bestand van de bank'],
    ['JSON', bytesOf('{"accounts": []}'), 'file.text', 'geen bestand van de bank'],
    ['noise', Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 32), 'file.unknown', 'herkennen'],
    ['a letter', bytesOf('Beste ouder, de rekening is nog open.'), 'csv.header', 'herkennen'],
    ['an XML of something else', bytesOf('<?xml version="1.0"?><Invoice/>'), 'camt.other', 'geen rekeninguittreksel'],
    ['the reports of today', camtFile({ message: '052', statements: [statement] }), 'camt.intraday', 'camt.052'],
  ])('%s: one error that says what it seems to be and what to do', (_, bytes, rule, words) => {
    const { findings, statements } = readBankFile(bytes);
    expect(findings).toMatchObject([{ level: 'error', rule, line: null }]);
    expect(findings[0]?.sentence).toContain(words);
    expect(statements).toEqual([]);
  });

  it('an Excel file is told apart from another zip', async () => {
    const workbook = await toXlsx({
      title: 'Uittreksel',
      preamble: [],
      header: ['Datum', 'Bedrag'],
      rows: [],
      totals: [],
    });
    expect(rulesOf(workbook)).toEqual(['error file.spreadsheet']);
  });

  it('above 50 MB is not opened', () => {
    const bytes = new Uint8Array(50 * 1024 * 1024 + 1).fill(0x20);
    expect(rulesOf(bytes)).toEqual(['error file.tooLarge']);
    expect(readBankFile(bytes).findings[0]?.sentence).toContain('51 MB');
  });
});

describe('a file that is wrong on every line', () => {
  it('tells the first ten and how many more there are', () => {
    const [header = '', row = ''] = csv.split('\n');
    const broken = row.replace('125.40', 'onbekend');
    const { findings, statements } = readBankFile(bytesOf([header, ...Array<string>(500).fill(broken)].join('\n')));
    expect(findings).toHaveLength(11);
    expect(findings.every(({ level, rule }) => level === 'error' && rule === 'csv.amount')).toBe(true);
    expect(findings.at(-1)?.sentence).toContain('490 keer');
    expect(statements).toEqual([]);
  });
});
