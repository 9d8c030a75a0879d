import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import { systemClock } from '#main/adapters/clock.ts';
import { fileSecrets } from '#main/adapters/file-secrets.ts';
import { silentLog } from '#main/adapters/log.ts';
import { type Application, openApplication } from '#main/api/application.ts';
import { router } from '#main/api/router.ts';
import { openStore } from '#main/store/open.ts';
import { type BenchCase, measure, roundsAt } from '../frame.ts';

const asOf = '2026-11-20';
const schools = 50;
const invoices = 900_000;
/** Two years of bills; 15 in a hundred are open, of the others many were paid in two parts. */
const invoicesPerPupil = 20;
const pupilsPerHousehold = 2;

/** What every household owes, from 2 million postings, beside the same sums made by one bare statement. */
export const balancesCase: BenchCase = {
  name: 'balances',
  size: '900.000 invoices, 2 million postings, 50 schools',
  prepare: async (folder, scale) => {
    const store = await openStore(join(folder, 'bench.sqlite'));
    fill(store.sql, invoices * scale);
    store.close();
  },
  run: async (folder, scale) => {
    const { context, close } = await opened(folder);
    const api = createRouterClient(router, { context });
    const bare = new Database(join(folder, 'bench.sqlite'), { readonly: true });
    bare.pragma('cache_size = -65536');
    const everything = { limit: 1_000_000 };
    const { rows } = await api.ledger.balances(everything);
    if (rows.length !== (invoices * scale) / invoicesPerPupil / pupilsPerHousehold)
      throw new Error(`${rows.length} rows`);
    const middle = rows[Math.floor(rows.length / 2)]?.householdId ?? 0;
    const [raw = 0, ours = 0] = await measure([sums(bare), () => api.ledger.balances(everything)], ...roundsAt(scale));
    const [rawPage = 0, page = 0, postings = 0, invoice = 0] = await measure([
      postingsOf(bare, middle),
      async () => JSON.stringify(await api.dossier.page({ householdId: middle, withClosed: true })),
      async () => JSON.stringify(await api.ledger.postings({ of: { householdId: middle } })),
      async () => JSON.stringify(await api.ledger.invoice({ invoiceId: middle })),
    ]);
    const [verify = 0] = await measure([() => api.ledger.verify()], 1, 0);
    bare.close();
    await close();
    return [
      { name: `balance of ${rows.length} households`, ours, raw, wanted: '≤ 1.500 ms' },
      { name: 'page of a household with its closed invoices', ours: page, raw: rawPage, wanted: '≤ 30 ms' },
      { name: 'postings of a household', ours: postings, raw: rawPage },
      { name: 'page of an invoice', ours: invoice, raw: null },
      { name: 'verify every balance and entry', ours: verify, raw: null },
    ];
  },
};

function opened(folder: string): Promise<Application> {
  return openApplication({
    databasePath: join(folder, 'bench.sqlite'),
    secrets: fileSecrets(folder),
    clock: systemClock(asOf),
    log: silentLog,
    actor: 'bench',
  });
}

/** The same answer from the kept balances by one statement, without us. */
function sums(database: Database.Database): () => unknown {
  const statement = database.prepare(
    `SELECT h.id, h.name, sum(max(i.balance_cents, 0)), sum(max(-i.balance_cents, 0)), sum(i.balance_cents)
     FROM households h JOIN pupils p ON p.household_id = h.id JOIN invoices i ON i.pupil_id = p.id
     WHERE i.withdrawn_at IS NULL GROUP BY h.id`,
  );
  return () => statement.all();
}

function postingsOf(database: Database.Database, householdId: number): () => unknown {
  const statement = database.prepare(
    `SELECT b.* FROM pupils p JOIN invoices i ON i.pupil_id = p.id JOIN postings b ON b.invoice_id = i.id WHERE p.household_id = ?`,
  );
  return () => statement.all(householdId);
}

const rows = (count: number): string =>
  `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;

const receipts = `INSERT INTO postings (school_id, invoice_id, kind, author, created_at, booking_date, value_date, amount_cents)
  SELECT school_id, id, 'receipt', 'bench', created_at,`;

/** Straight into the tables: what is measured is asking, not booking. */
function fill(sql: Database.Database, count: number): void {
  const pupils = count / invoicesPerPupil;
  const households = pupils / pupilsPerHousehold;
  const createdAt = `'2026-09-01T08:00:00.000Z'`;
  sql.pragma('synchronous = OFF');
  sql.transaction(() => {
    sql.exec(`
      ${rows(schools)} INSERT INTO schools (id, name, level, created_at) SELECT i, 'School ' || i, 'primary', ${createdAt} FROM n;
      INSERT INTO billing_groups (id, school_id, name) SELECT id, id, 'maandrekening' FROM schools;
      ${rows(households)} INSERT INTO households (id, name, created_at) SELECT i, 'Gezin ' || i, ${createdAt} FROM n;
      ${rows(households)} INSERT INTO payers (id, household_id, relation, first_name, last_name, created_at)
        SELECT i, i, 'parent', 'Ouder', 'Gezin ' || i, ${createdAt} FROM n;
      ${rows(pupils)} INSERT INTO pupils (id, school_id, household_id, first_name, last_name, created_at)
        SELECT i, 1 + i % ${schools}, 1 + (i - 1) / ${pupilsPerHousehold}, 'Kind', 'Gezin ' || (1 + (i - 1) / ${pupilsPerHousehold}), ${createdAt} FROM n;
      INSERT INTO liabilities (school_id, pupil_id, payer_id, kind) SELECT school_id, id, household_id, 'joint' FROM pupils;
      ${rows(count)} INSERT INTO invoices (id, school_id, pupil_id, billing_group_id, number, school_year, issue_date, due_date, created_at)
        SELECT i, 1 + p % ${schools}, p, 1 + p % ${schools}, 'F' || i, '2026-2027', '2026-09-01', date('2026-01-01', (i * 7919 % 300) || ' days'), ${createdAt}
        FROM (SELECT i, 1 + (i - 1) / ${invoicesPerPupil} AS p FROM n);
      INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, author, created_at)
        SELECT school_id, id, 'charge', 5000 + id % 9000, issue_date, issue_date, 'bench', ${createdAt} FROM invoices;
      ${receipts} '2026-10-01', '2026-10-01', -2000 FROM invoices WHERE id % 20 >= 3 AND id % 16 < 7;
      ${receipts} '2026-10-15', '2026-10-15', iif(id % 16 < 7, 2000, 0) - (5000 + id % 9000) FROM invoices WHERE id % 20 >= 3;
    `);
  })();
  sql.exec('ANALYZE');
}
