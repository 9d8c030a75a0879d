import { join } from 'node:path';
import Database from 'better-sqlite3';
import { decisionPlans } from '#main/plans/decision-plans.ts';
import { planFacts, standingOf } from '#main/plans/facts.ts';
import { openStore } from '#main/store/open.ts';
import { type BenchCase, measure, roundsAt } from '../frame.ts';
import { openBench } from '../support/application.ts';
import { fillLedger } from '../support/ledger.ts';
import { fillPlans } from '../support/plans.ts';

const asOf = '2026-11-20';
const invoices = 900_000;

/** The state of every plan from its money, beside bare statements for the same rows. */
export const plansCase: BenchCase = {
  name: 'plans',
  size: '20.000 live plans, 60.000 claims, 200.000 instalments, 40.000 receipts; 900.000 invoices',
  prepare: async (folder, scale) => {
    const store = await openStore(join(folder, 'bench.sqlite'));
    fillLedger(store.sql, invoices * scale);
    fillPlans(store.sql);
    store.close();
  },
  run: async (folder, scale) => {
    const { context, close } = await openBench(folder, asOf);
    const { store } = context;
    const evaluate = (filter: object) => () =>
      planFacts(store, { running: true, ...filter }).map((plan) => standingOf(plan, asOf));
    const states = Object.groupBy(evaluate({})(), ({ name }) => name);
    const found = states.live?.length ?? 0;
    if (found === 0 || (states.breached?.length ?? 0) === 0) throw new Error(`${found} live plans`);
    const bare = new Database(join(folder, 'bench.sqlite'), { readonly: true });
    bare.pragma('cache_size = -65536');
    const [raw = 0, all = 0, one = 0, decided = 0] = await measure(
      [bareRows(bare), evaluate({}), evaluate({ planIds: [7] }), () => decisionPlans(store, {}, asOf)],
      ...roundsAt(scale),
    );
    bare.close();
    await close();
    return [
      { name: 'state of 20.000 plans', ours: all, raw, wanted: '≤ 500 ms' },
      { name: 'the same, as the reminders need it', ours: decided, raw, wanted: '≤ 500 ms' },
      { name: 'state of one plan', ours: one, raw: null },
    ];
  },
};

/** The same instalments, claims and receipts, without deciding anything. */
function bareRows(database: Database.Database): () => unknown {
  const statements = [
    'SELECT plan_version_id, due_date, amount_cents FROM plan_instalments',
    'SELECT c.plan_version_id, c.invoice_id, i.balance_cents FROM plan_claims c JOIN invoices i ON i.id = c.invoice_id',
    'SELECT plan_id, sum(amount_cents) FROM journal_entries WHERE plan_id IS NOT NULL GROUP BY plan_id',
  ].map((sql) => database.prepare(sql).raw());
  return () => statements.map((statement) => statement.all().length);
}
