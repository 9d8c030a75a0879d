import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import { router } from '#main/api/router.ts';
import { decideNow } from '#main/runs/decide.ts';
import { start } from '#main/runs/start.ts';
import { openStore } from '#main/store/open.ts';
import { type BenchCase, measure, roundsAt } from '../frame.ts';
import { openBench } from '../support/application.ts';
import { fillLedger } from '../support/ledger.ts';
import { fillReminders } from '../support/reminders.ts';

const asOf = '2026-11-20';
const invoices = 900_000;
/** One in fifty: 18,000 bills. */
const oneSchool = 7;

/** Who is reminded and why others are not, beside one bare query for the same open bills. */
export const proposalCase: BenchCase = {
  name: 'proposal',
  size: '900.000 invoices, 135.000 open, 60.000 sent stages, 50 schools',
  prepare: async (folder, scale) => {
    const store = await openStore(join(folder, 'bench.sqlite'));
    fillLedger(store.sql, invoices * scale);
    fillReminders(store.sql);
    store.close();
  },
  run: async (folder, scale) => {
    const { context, close } = await openBench(folder, asOf);
    const { store } = context;
    const api = createRouterClient(router, { context });
    const bare = new Database(join(folder, 'bench.sqlite'), { readonly: true });
    bare.pragma('cache_size = -65536');
    const decide = (schoolIds: 'all' | readonly number[]) => () => decideNow(store, { asOf, today: asOf, schoolIds });
    const expected = bare.prepare('SELECT count(DISTINCT payer_id) FROM liabilities WHERE school_id = ?').pluck();
    const { proposals } = decide([oneSchool])();
    if (proposals.length !== expected.get(oneSchool)) throw new Error(`${proposals.length} proposals`);
    const [rawAll = 0, all = 0] = await measure([openBills(bare), decide('all')], ...roundsAt(scale));
    const [rawOne = 0, one = 0] = await measure([openBills(bare, oneSchool), decide([oneSchool])]);
    const [started = 0] = await measure([() => startAndPutAway(context)], 1, 1);
    const { runId } = start(context, { requestKey: 'preview', schoolIds: [oneSchool] });
    const page = await api.runs.page({ runId });
    const runProposalId = page.proposals[0]?.runProposalId ?? 0;
    const [shown = 0, previewed = 0] = await measure([
      async () => JSON.stringify(await api.runs.page({ runId })),
      () => api.runs.previewMessage({ runId, runProposalId }),
    ]);
    bare.close();
    await close();
    return [
      { name: 'decide 50 schools', ours: all, raw: rawAll, wanted: '≤ 2.000 ms' },
      { name: 'decide one school (18.000 invoices)', ours: one, raw: rawOne, wanted: '≤ 300 ms' },
      { name: `start a run of ${proposals.length} payers`, ours: started, raw: null },
      { name: 'page of that run', ours: shown, raw: null },
      { name: 'preview of one payer', ours: previewed, raw: null, wanted: '≤ 50 ms' },
    ];
  },
  memory: async (folder) => {
    const { context, close } = await openBench(folder, asOf);
    decideNow(context.store, { asOf, today: asOf, schoolIds: 'all' });
    await close();
  },
};

let runs = 0;
function startAndPutAway(context: Parameters<typeof start>[0]): void {
  runs += 1;
  const { runId } = start(context, { requestKey: `bench-${runs}`, schoolIds: [oneSchool] });
  context.store.sql.prepare("UPDATE runs SET status = 'cancelled' WHERE id = ?").run(runId);
}

/** The open bills with who owes them and what was sent, by one statement, without deciding anything. */
function openBills(database: Database.Database, schoolId?: number): () => unknown {
  const statement = database.prepare(
    `SELECT i.id, i.number, i.due_date, i.balance_cents, p.household_id, l.payer_id, l.kind, l.share_bp, e.stage, e.on_date
     FROM invoices i JOIN pupils p ON p.id = i.pupil_id JOIN liabilities l ON l.pupil_id = p.id
       LEFT JOIN stage_events e ON e.invoice_id = i.id AND e.payer_id = l.payer_id
     WHERE i.balance_cents <> 0 AND i.withdrawn_at IS NULL AND (@schoolId IS NULL OR i.school_id = @schoolId)`,
  );
  return () => statement.all({ schoolId: schoolId ?? null });
}
