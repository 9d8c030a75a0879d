import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import { router } from '#main/api/router.ts';
import { pupilsToCreditOn } from '#main/maximum-bill/to-credit.ts';
import { openStore } from '#main/store/open.ts';
import { type BenchCase, measure } from '../frame.ts';
import { openBench } from '../support/application.ts';
import { fillLedger } from '../support/ledger.ts';

const asOf = '2024-05-20';
/** A year of which the amounts are known. */
const schoolYear = '2023-2024';

/** What was billed above the maximum of every pupil of a board where every bill counts. */
export const maximumBillCase: BenchCase = {
  name: 'maximum-bill',
  size: '100.000 invoices of 5.000 pupils, all under a maximum',
  prepare: async (folder, scale) => {
    const store = await openStore(join(folder, 'bench.sqlite'));
    fillLedger(store.sql, 100_000 * scale);
    store.sql.exec(`
      INSERT INTO cost_categories (id, name, cap) VALUES (1, 'Activiteiten', 'sharp'), (2, 'Meerdaags', 'multiDay');
      UPDATE billing_groups SET cost_category_id = 1 + id % 2;
      UPDATE invoices SET school_year = '${schoolYear}';
      INSERT INTO pupil_levels (pupil_id, school_year, school_id, level) SELECT id, '${schoolYear}', school_id, 'primary' FROM pupils;
    `);
    store.close();
  },
  run: async (folder) => {
    const { context, close } = await openBench(folder, asOf);
    const api = createRouterClient(router, { context });
    const bare = new Database(join(folder, 'bench.sqlite'), { readonly: true });
    const charged = bare.prepare(
      `SELECT i.pupil_id, i.id, sum(p.amount_cents) FROM invoices i JOIN postings p ON p.invoice_id = i.id
       WHERE i.school_year = ? AND p.kind = 'charge' GROUP BY i.id`,
    );
    const open = bare
      .prepare('SELECT id FROM invoices WHERE balance_cents > 0 AND school_id IN (1, 2)')
      .pluck()
      .all() as number[];
    const { rows } = await api.maximumBill.list({ schoolYear });
    if (!rows.some(({ excessCents }) => (excessCents ?? 0) > 0)) throw new Error('Nothing is too much');
    const [raw = 0, all = 0, ofRun = 0] = await measure([
      () => charged.all(schoolYear),
      () => api.maximumBill.list({ schoolYear }),
      () => pupilsToCreditOn(context, open),
    ]);
    bare.close();
    await close();
    return [
      { name: 'list of all pupils', ours: all, raw },
      { name: `what a run of ${open.length} bills waits for`, ours: ofRun, raw: null },
    ];
  },
};
