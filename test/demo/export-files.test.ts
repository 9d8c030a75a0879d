import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePlainDate } from '#shared/calendar/plain-date.ts';
import { readCoda } from '#shared/bank/coda/read-coda.ts';
import { generateDemo } from '#shared/demo/generate.ts';
import { openCents } from '#shared/demo/group.ts';
import { parseAmount, sumCents } from '#shared/money/cents.ts';
import { parseStructuredReference } from '#shared/bank/structured-reference.ts';
import { resourcePath } from '#main/adapters/app-root.ts';
import { demoFiles } from '#main/demo/export-files.ts';
import { encodeWindows1252 } from '#shared/bank/windows-1252.ts';

const group = generateDemo({ asOf: '2026-11-20' });
const open = group.invoices.filter((invoice) => openCents(invoice) !== 0);
const openTotal = sumCents(open.map(openCents));

function shipped(name: string): Buffer {
  return readFileSync(resourcePath('demo', name));
}

function csv(name: string): string[][] {
  const text = new TextDecoder('windows-1252').decode(shipped(name));
  return Papa.parse<string[]>(text, { delimiter: ';' }).data.filter((line) => line.some((cell) => cell !== ''));
}

function column(rows: readonly (readonly unknown[])[], header: readonly unknown[], name: string): unknown[] {
  const index = header.indexOf(name);
  expect(header).toContain(name);
  return rows.map((row) => row[index]);
}

function cents(text: unknown): number {
  const amount = parseAmount(String(text));
  if (!amount.ok) throw new Error(`${String(text)}: ${amount.problem}`);
  return amount.cents;
}

test('the shipped files are the ones the generator makes, to the byte', async () => {
  const files = await demoFiles(group);
  expect(files.map(({ name }) => name).toSorted()).toEqual([
    'bankuittreksel.cod',
    'leerlingen-coaccounts.csv',
    'leerlingen-lpv.xlsx',
    'openstaande-facturen.csv',
    'openstaande-facturen.xlsx',
  ]);
  for (const { name, bytes } of files) expect([name, shipped(name).equals(bytes)]).toEqual([name, true]);
});

describe('open invoices in the workbook', () => {
  let header: unknown[];
  let rows: unknown[][];
  beforeAll(async () => {
    const [first = [], ...rest] = await readSheet(shipped('openstaande-facturen.xlsx'));
    header = first;
    rows = rest;
  });

  test('are all there, with dates and amounts as real cells', () => {
    expect(column(rows, header, 'Factuurnummer')).toEqual(open.map(({ number }) => number));
    expect(column(rows, header, 'Vervaldatum').map((date) => (date as Date).toISOString().slice(0, 10))).toEqual(
      open.map(({ dueDate }) => dueDate),
    );
    const amounts = column(rows, header, 'Openstaand').map((euros) => Math.round(Number(euros) * 100));
    expect(sumCents(amounts)).toBe(openTotal);
    expect(amounts.some((amount) => amount < 0)).toBe(true);
  });

  test('name both schools', () => {
    expect(new Set(column(rows, header, 'School'))).toEqual(new Set(['Basisschool De Wilg', 'Middenschool De Linde']));
  });
});

describe('open invoices in the listing', () => {
  const lines = csv('openstaande-facturen.csv');
  const headerAt = lines.findIndex(([first]) => first === 'Factuurnr.');
  const header = lines[headerAt] ?? [];
  const rows = lines.slice(headerAt + 1, -1);

  test('come after a few lines of preamble and before a total that is right', () => {
    expect(headerAt).toBeGreaterThan(2);
    expect(lines.at(-1)?.[0]).toBe('Totaal');
    expect(rows).toHaveLength(open.length);
    const sum = (name: string): number => sumCents(column(rows, header, name).map(cents));
    expect(sum('Saldo')).toBe(openTotal);
    expect(cents(lines.at(-1)?.at(-1))).toBe(openTotal);
    expect(cents(lines.at(-1)?.at(-3)) - cents(lines.at(-1)?.at(-2))).toBe(openTotal);
    expect(sum('Bedrag') - sum('Betaald')).toBe(openTotal);
  });

  test('are written as dd/mm/jjjj and 1.234,56, credit notes below zero and without a reference', () => {
    expect(column(rows, header, 'Verv.dat.').map((date) => parsePlainDate(String(date)))).toEqual(
      open.map(({ dueDate }) => dueDate),
    );
    expect(lines.at(-1)?.at(-1)).toMatch(/^\d{1,3}(\.\d{3})+,\d{2}$/);
    expect(column(rows, header, 'OGM').map((text) => parseStructuredReference(String(text)) ?? null)).toEqual(
      open.map(({ structuredReference }) => structuredReference),
    );
    const negative = rows.filter((row) => cents(row.at(-1)) < 0);
    expect(negative.length).toBeGreaterThan(0);
    expect(negative.every(([number]) => number?.startsWith('C'))).toBe(true);
  });
});

describe('pupils', () => {
  const numbers = group.pupils.map(({ studentNumber }) => studentNumber).toSorted();

  test('stand in the workbook with LPV1 and LPV2', async () => {
    const [header = [], ...rows] = await readSheet(shipped('leerlingen-lpv.xlsx'));
    expect(column(rows, header, 'Stamnr.').map(String).toSorted()).toEqual(numbers);
    expect(new Set(column(rows, header, 'LPV1 type'))).toEqual(new Set(['Moeder', 'Vader', 'Voogd']));
    expect(column(rows, header, 'LPV2 naam').some((name) => name === null)).toBe(true);
    expect(column(rows, header, 'Geboortedatum').every((date) => date instanceof Date)).toBe(true);
  });

  test('stand in the Windows-1252 file with six co-accounts, empty slots of type 0 and gaps', () => {
    const [header = [], ...rows] = csv('leerlingen-coaccounts.csv');
    expect(column(rows, header, 'stamboeknummer').toSorted()).toEqual(numbers);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
    expect(column(rows, header, 'type_coaccount6').every((type) => type === '0')).toBe(true);
    const second = column(rows, header, 'naam_coaccount2');
    const third = column(rows, header, 'naam_coaccount3');
    expect(third.some((name, index) => name !== '' && second[index] === '')).toBe(true);
    expect(column(rows, header, 'voornaam').some((name) => name === 'Zoë')).toBe(true);
  });
});

test('a character that Windows-1252 does not have is never lost silently', () => {
  expect([...encodeWindows1252('Zoë €')]).toEqual([0x5a, 0x6f, 0xeb, 0x20, 0x80]);
  expect(() => encodeWindows1252('Ş')).toThrow(RangeError);
});

test('the statement of the bank is a sound CODA file with one of everything', () => {
  const { statements, findings } = readCoda(shipped('bankuittreksel.cod'));
  expect(findings).toEqual([]);
  const [statement] = statements;
  expect(statement?.account).toBe(group.schools[0]?.details.iban?.replaceAll(' ', ''));
  const movements = statement?.movements ?? [];
  expect(sumCents(movements.map(({ amountCents }) => amountCents))).toBe(
    (statement?.closingCents ?? 0) - (statement?.openingCents ?? 0),
  );
  const exact = movements.filter(({ structuredReference, amountCents }) =>
    open.some((invoice) => invoice.structuredReference === structuredReference && openCents(invoice) === amountCents),
  );
  expect(exact.length).toBeGreaterThan(10);
  expect(new Set(movements.map(({ kind }) => kind))).toEqual(new Set(['payment', 'directDebitUnpaid', 'cost']));
  expect(movements.some(({ ultimateName }) => ultimateName !== null)).toBe(true);
});
