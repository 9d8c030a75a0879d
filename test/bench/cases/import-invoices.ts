import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/universal';
import { openInvoiceListing, openInvoiceTable } from '#shared/demo/exports/open-invoice-tables.ts';
import { generateDemo } from '#shared/demo/generate.ts';
import type { ImportSummary } from '#shared/imports/contract.ts';
import { systemClock } from '#main/adapters/clock.ts';
import { fileSecrets } from '#main/adapters/file-secrets.ts';
import { silentLog } from '#main/adapters/log.ts';
import { openApplication } from '#main/api/application.ts';
import { router } from '#main/api/router.ts';
import { toCsv, toXlsx } from '#main/demo/export-files.ts';
import { fillStore } from '#main/demo/fill.ts';
import { openStore } from '#main/store/open.ts';
import { type BenchCase, type Figure, measure, roundsAt } from '../frame.ts';

const asOf = '2026-11-20';
const now = `${asOf}T08:00:00.000Z`;
const invoices = 10_000;

/** From the file on disk to the balances in the store, for pupils that are known. */
export const importInvoicesCase: BenchCase = {
  name: 'import',
  size: '10.000 invoices',
  prepare: async (folder, scale) => {
    const group = generateDemo({ asOf, openInvoices: invoices * scale });
    writeFileSync(join(folder, 'open.xlsx'), await toXlsx(openInvoiceTable(group)));
    writeFileSync(join(folder, 'open.csv'), toCsv(openInvoiceListing(group)));
    const store = await openStore(join(folder, 'people.sqlite'));
    fillStore(store, { ...group, invoices: [], holds: [] }, { author: 'bench', createdAt: now });
    store.sql.pragma('wal_checkpoint(TRUNCATE)');
    store.close();
  },
  run: async (folder, scale) => [
    await figureOf('XLSX', folder, scale, 'open.xlsx', bareXlsx),
    await figureOf('CSV', folder, scale, 'open.csv', bareCsv),
  ],
  memory: (folder) => imported(folder, join(folder, 'open.xlsx')),
};

async function figureOf(
  name: string,
  folder: string,
  scale: number,
  fileName: string,
  bareRows: (bytes: Buffer) => Promise<BareInvoice[]>,
): Promise<Figure> {
  const path = join(folder, fileName);
  const [ours = 0, raw = 0] = await measure(
    [() => imported(folder, path), () => bare(folder, path, bareRows)],
    ...roundsAt(scale),
  );
  return { name, ours, raw, wanted: fileName.endsWith('xlsx') ? '≤ 3×, ~2.5 s' : '≤ 3×, ~1 s' };
}

/** A fresh copy of the store with only the people. */
function freshStore(folder: string): { readonly path: string; readonly remove: () => void } {
  const own = mkdtempSync(join(folder, 'run-'));
  const path = join(own, 'bench.sqlite');
  copyFileSync(join(folder, 'people.sqlite'), path);
  return { path, remove: () => rmSync(own, { recursive: true, force: true }) };
}

async function imported(folder: string, path: string): Promise<void> {
  const store = freshStore(folder);
  const { context, close } = await openApplication({
    databasePath: store.path,
    secrets: fileSecrets(folder),
    clock: systemClock(asOf),
    log: silentLog,
    actor: 'bench',
    mayReadPaths: true,
  });
  const api = createRouterClient(router, { context });
  const { fileId, kind, mapping } = await api.imports.read({ path });
  const { jobId } = await api.imports.commit({ fileId, kind, mapping, schoolId: null });
  const job = await api.jobs.wait({ jobId });
  if (job.state !== 'done') throw new Error(`${job.state}: ${job.failure}`);
  const { counts } = job.result as ImportSummary;
  if (counts.new < invoices) throw new Error(`Only ${counts.new} new, ${counts.rejected} rejected`);
  await close();
  store.remove();
}

type BareInvoice = {
  readonly number: string;
  readonly student: string;
  readonly school: string;
  readonly group: string;
  readonly issued: string;
  readonly due: string;
  readonly reference: string;
  readonly cents: number;
};

/** The library's own reading of the workbook, and the columns where they are known to stand. */
async function bareXlsx(bytes: Buffer): Promise<BareInvoice[]> {
  const [sheet] = await readWorkbook(new Uint8Array(bytes).buffer);
  return (sheet?.data ?? []).slice(1).map((row) => ({
    number: String(row[0]),
    student: String(row[3]),
    school: String(row[7]),
    group: String(row[9]),
    issued: (row[11] as unknown as Date).toISOString().slice(0, 10),
    due: (row[12] as unknown as Date).toISOString().slice(0, 10),
    reference: String(row[2] ?? '').replace(/\D/g, ''),
    cents: Math.round(Number(row[15]) * 100),
  }));
}

async function bareCsv(bytes: Buffer): Promise<BareInvoice[]> {
  const text = new TextDecoder('windows-1252').decode(bytes);
  const { data } = Papa.parse<string[]>(text, { delimiter: ';' });
  const iso = (date = ''): string => date.split('/').toReversed().join('-');
  return data
    .filter((row) => row.length === 12 && row[6]?.includes('/'))
    .map((row) => ({
      number: row[0] ?? '',
      student: row[1] ?? '',
      school: row[4] ?? '',
      group: row[5] ?? '',
      issued: iso(row[6]),
      due: iso(row[7]),
      reference: (row[8] ?? '').replace(/\D/g, ''),
      cents: Math.round(Number((row[11] ?? '').replaceAll('.', '').replace(',', '.')) * 100),
    }));
}

/** The same library reads, the same tables are written, in one transaction; nothing is compared, checked or kept. */
async function bare(folder: string, path: string, rowsOf: (bytes: Buffer) => Promise<BareInvoice[]>): Promise<void> {
  const store = freshStore(folder);
  const database = new Database(store.path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const rows = await rowsOf(readFileSync(path));
  const schools = new Map(database.prepare('SELECT name, id FROM schools').raw().all() as [string, number][]);
  const pupil = database.prepare('SELECT id FROM pupils WHERE school_id = ? AND student_number = ?').pluck();
  const addGroup = database.prepare('INSERT OR IGNORE INTO billing_groups (school_id, name) VALUES (?, ?)');
  const group = database.prepare('SELECT id FROM billing_groups WHERE school_id = ? AND name = ?').pluck();
  const insertInvoice = database.prepare(
    `INSERT INTO invoices (school_id, pupil_id, billing_group_id, number, structured_reference, school_year, issue_date, due_date, created_at)
     VALUES (?, ?, ?, ?, ?, '2026-2027', ?, ?, ?)`,
  );
  const insertPosting = database.prepare(
    `INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, author, created_at)
     VALUES (?, ?, 'charge', ?, ?, ?, 'bench', ?)`,
  );
  database.transaction(() => {
    for (const row of rows) {
      const schoolId = schools.get(row.school);
      const pupilId = pupil.get(schoolId, row.student);
      addGroup.run(schoolId, row.group);
      const groupId = group.get(schoolId, row.group);
      const invoice = insertInvoice.run(
        schoolId,
        pupilId,
        groupId,
        row.number,
        row.reference,
        row.issued,
        row.due,
        now,
      );
      insertPosting.run(schoolId, invoice.lastInsertRowid, row.cents, row.issued, row.issued, now);
    }
  })();
  if (rows.length < invoices) throw new Error(`Only ${rows.length} rows`);
  database.close();
  store.remove();
}
