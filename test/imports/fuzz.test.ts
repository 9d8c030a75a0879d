import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Problem } from '#shared/api/problem.ts';
import { findHeader } from '#shared/imports/find-header.ts';
import { mapColumns } from '#shared/imports/map-columns.ts';
import { readInvoiceRow } from '#shared/imports/read-invoice-row.ts';
import { readPupilRow, slotRelations } from '#shared/imports/read-pupil-row.ts';
import { makeRowReader } from '#shared/imports/row-reader.ts';
import { maxColumns, type Table } from '#shared/imports/table.ts';
import { recogniseFormat } from '#main/imports/guard.ts';
import { readCsv } from '#main/imports/read-csv.ts';
import { readXlsx } from '#main/imports/read-xlsx.ts';
import { rawXlsx, textRow, xlsx } from './spreadsheets.ts';

/** A seeded generator (mulberry32): the same thousand files on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Some bytes changed, cut out, doubled or moved. */
function mutate(bytes: Uint8Array, next: () => number, tokens: readonly string[] = [], most = 8): Uint8Array {
  let result = Buffer.from(bytes);
  const changes = 1 + Math.floor(next() * most);
  for (let change = 0; change < changes && result.length > 0; change += 1) {
    const at = Math.floor(next() * result.length);
    const length = Math.floor(next() * Math.min(200, result.length - at));
    const kind = Math.floor(next() * 6);
    if (kind === 0) result[at] = Math.floor(next() * 256);
    else if (kind === 1) result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
    else if (kind === 2)
      result = Buffer.concat([result.subarray(0, at), result.subarray(at, at + length), result.subarray(at)]);
    else if (kind === 3) result = Buffer.concat([result.subarray(at), result.subarray(0, at)]);
    else if (kind === 4) result = result.subarray(0, at);
    else {
      const token = tokens[Math.floor(next() * tokens.length)] ?? '\0';
      result = Buffer.concat([result.subarray(0, at), Buffer.from(token), result.subarray(at)]);
    }
  }
  return result;
}

/** Takes a table through everything that reads rows; whatever comes out must be rows or reasons. */
function readRows(table: Table): void {
  const found = findHeader(table.rows);
  const header = found && table.rows[found.index];
  if (!header) return;
  const below = table.rows.filter(({ number }) => number > header.number);
  for (const kind of ['invoices', 'pupils'] as const) {
    const columns = mapColumns(
      kind,
      header.cells,
      below.slice(0, 20).map(({ cells }) => cells),
    );
    expect(columns.length).toBeLessThanOrEqual(maxColumns);
    const reader = makeRowReader(columns, below);
    for (const row of below) {
      const read =
        kind === 'invoices'
          ? readInvoiceRow(row, reader, '2026-11-20')
          : readPupilRow(row, reader, slotRelations(header.cells));
      if (!read.ok) expect(read.reason).not.toBe('');
      else if ('openCents' in read.row) expect(Number.isSafeInteger(read.row.openCents)).toBe(true);
    }
  }
}

/** Reads as the application does; null for a table, the sentence for a Problem. Anything else fails the test. */
async function refusalOf(bytes: Uint8Array): Promise<string | null> {
  try {
    const format = await recogniseFormat(bytes);
    const tables = format === 'csv' ? [readCsv(bytes).table] : (await readXlsx(bytes)).map(({ table }) => table);
    for (const table of tables) readRows(table);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.sentence;
    throw error;
  }
}

const demo = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../resources/demo', name));
const firstLines = (file: Buffer, count: number): Buffer =>
  Buffer.from(file.toString('latin1').split('\n').slice(0, count).join('\n'), 'latin1');

describe('a thousand damaged files per reader end in a table or in a sentence', () => {
  it('CSV', async () => {
    const next = random(1);
    const sources = [
      firstLines(demo('openstaande-facturen.csv'), 30),
      firstLines(demo('leerlingen-coaccounts.csv'), 8),
      Buffer.from('\ufeffNr;Leerling;Saldo\r\n1;Abeel Noor;1,5', 'utf16le'),
    ];
    const tokens = [
      '"',
      '""',
      ';',
      '\r',
      '\n',
      '\t',
      '\0',
      '\ufeff',
      '=1+1',
      '1,234.56',
      '-',
      '€',
      'Totaal',
      '9'.repeat(40),
      ';'.repeat(400),
    ];
    let tables = 0;
    for (let file = 0; file < 1000; file += 1) {
      const source = sources[file % sources.length] ?? Buffer.alloc(0);
      const refusal = await refusalOf(mutate(source, next, tokens));
      if (refusal === null) tables += 1;
      expect(refusal ?? 'Een tabel.').toMatch(/\.$/);
    }
    expect(tables).toBeGreaterThan(200);
    expect(tables).toBeLessThan(1000);
  }, 120_000);

  it('XLSX as bytes, and XLSX whose XML is damaged', async () => {
    const next = random(2);
    const whole = await xlsx([
      ['Factuurnr', 'Leerling', 'Datum', 'Saldo'],
      ...Array.from({ length: 12 }, (_, row) => [`2026-${row}`, 'Abeel, Noor', new Date('2026-10-31'), 12.5]),
    ]);
    const formulas = rawXlsx(
      textRow(1, 'Factuurnr', 'Leerling', 'Saldo') +
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="C2" t="e"><v>#REF!</v></c></row>',
    );
    const tokens = [
      '<row r="1048577">',
      '<c r="XFD1048576"><v>1</v></c>',
      '</c>',
      '<f>',
      '&#0;',
      '&lol;',
      ']]>',
      '<!--',
      '"',
      't="s"',
      's="99"',
      '<!DOCTYPE a [<!ENTITY b "c">]>',
    ];
    let tables = 0;
    for (let file = 0; file < 1000; file += 1) {
      const source = file % 4 < 2 ? whole : formulas;
      const bytes = file % 2 === 0 ? mutate(source, next, [], 2) : damagedInside(source, next, tokens);
      const refusal = await refusalOf(bytes);
      if (refusal === null) tables += 1;
      expect(refusal ?? 'Een tabel.').toMatch(/\.$/);
    }
    expect(tables).toBeGreaterThan(100);
    expect(tables).toBeLessThan(1000);
  }, 120_000);
});

/** The same workbook with one of its parts damaged: the zip is sound, what is in it is not. */
function damagedInside(source: Uint8Array, next: () => number, tokens: readonly string[]): Uint8Array {
  const parts = unzipSync(source);
  const names = Object.keys(parts).filter((name) => name.startsWith('xl/'));
  const name = names[Math.floor(next() * names.length)] ?? 'xl/workbook.xml';
  return zipSync({ ...parts, [name]: mutate(parts[name] ?? strToU8(''), next, tokens, 2) });
}
