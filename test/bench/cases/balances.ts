import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import { router } from '#main/api/router.ts';
import { openStore } from '#main/store/open.ts';
import { type BenchCase, measure, roundsAt } from '../frame.ts';
import { openBench } from '../support/application.ts';
import { fillLedger, invoicesPerPupil, pupilsPerHousehold } from '../support/ledger.ts';

const asOf = '2026-11-20';
const invoices = 900_000;

/** What every household owes, from 2 million postings, beside the same sums made by one bare statement. */
export const balancesCase: BenchCase = {
  name: 'balances',
  size: '900.000 invoices, 2 million postings, 50 schools',
  prepare: async (folder, scale) => {
    const store = await openStore(join(folder, 'bench.sqlite'));
    fillLedger(store.sql, invoices * scale);
    store.close();
  },
  run: async (folder, scale) => {
    const { context, close } = await openBench(folder, asOf);
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
