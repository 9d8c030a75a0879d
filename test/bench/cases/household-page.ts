import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { router } from '#main/api/router.ts';
import { openStore } from '#main/store/open.ts';
import { addFamily, insert, post } from '#test/support/family.ts';
import { type BenchCase, measure } from '../frame.ts';
import { openBench } from '../support/application.ts';
import { fillLedger } from '../support/ledger.ts';

const asOf = '2026-11-20';
const at = '2026-11-19T09:00:00.000Z';
const invoices = 60;
const plans = 3;
const events = 200;

/** The page of one busy household in a full board: 60 bills, 3 plans and 200 events, with all that its screen asks for. */
export const householdPageCase: BenchCase = {
  name: 'household page',
  size: '60 invoices, 3 plans, 200 events, among 100.000 invoices',
  prepare: async (folder, scale) => {
    const store = await openStore(join(folder, 'bench.sqlite'));
    fillLedger(store.sql, 100_000 * scale);
    const schoolId = store.sql.prepare('SELECT min(id) FROM schools').pluck().get() as number;
    const family = addFamily(store, schoolId, {
      name: 'Gezin Druk',
      payers: [
        { firstName: 'Anke', lastName: 'Druk', email: 'anke@voorbeeld.example' },
        { firstName: 'Bram', lastName: 'Druk', channel: 'letter' },
      ],
      pupils: [0, 1, 2].map((child) => ({
        firstName: `Kind ${child}`,
        lastName: 'Druk',
        ...(child === 0 ? { shares: [7000, 3000] } : {}),
        invoices: Array.from({ length: invoices / 3 }, (_, index) => ({
          number: `D-${child}-${index}`,
          amountCents: 5000 + index,
          structuredReference: String(900_000_000_000 + child * 1000 + index),
        })),
      })),
    });
    const { householdId, payerIds, invoiceIds } = family;
    for (let plan = 0; plan < plans; plan += 1) {
      const planId = insert(store, 'plans', {
        request_key: `bench ${plan}`,
        request_sha256: 'x',
        school_id: schoolId,
        household_id: householdId,
        structured_reference: String(800_000_000_000 + plan),
        author: 'bench',
        created_at: at,
      });
      insert(store, 'plan_payers', { plan_id: planId, payer_id: payerIds[plan % 2] ?? 0 });
      const versionId = insert(store, 'plan_versions', {
        plan_id: planId,
        school_id: schoolId,
        version: 1,
        kind: 'agreed',
        starts_on: '2026-10-01',
        spread: '{"dayOfMonth":5,"monthlyCents":5000,"count":null}',
        tolerance_days: 5,
        total_cents: 60_000,
        author: 'bench',
        created_at: at,
      });
      invoiceIds.slice(plan * 12, plan * 12 + 12).forEach((invoiceId, index) => {
        insert(store, 'plan_claims', {
          plan_version_id: versionId,
          position: index + 1,
          invoice_id: invoiceId,
          school_id: schoolId,
          open_cents: 5000,
        });
        insert(store, 'plan_instalments', {
          plan_version_id: versionId,
          number: index + 1,
          due_date: `2026-${String((index % 12) + 1).padStart(2, '0')}-05`,
          amount_cents: 5000,
        });
      });
    }
    for (let event = 0; event < events; event += 1) {
      if (event % 2 === 0) {
        const body = `Gebeld, nummer ${event}.`;
        insert(store, 'notes', { household_id: householdId, kind: 'call', body, author: 'bench', created_at: at });
      } else post(store, invoiceIds[event % invoices] ?? 0, 'receipt', -100, '2026-11-02', payerIds[event % 2] ?? 0);
    }
    store.close();
  },
  run: async (folder) => {
    const { context, close } = await openBench(folder, asOf);
    const api = createRouterClient(router, { context });
    const householdId = context.store.sql.prepare('SELECT max(id) FROM households').pluck().get() as number;
    const page = await api.dossier.page({ householdId, withClosed: true });
    const { total } = await api.dossier.timeline({ householdId, limit: 300 });
    if (page.invoices.length !== invoices || total < events) throw new Error(`${page.invoices.length} and ${total}`);
    const json = async (work: () => Promise<unknown>): Promise<string> => JSON.stringify(await work());
    const timeline = () => json(() => api.dossier.timeline({ householdId, limit: 300 }));
    const bills = () => json(() => api.dossier.page({ householdId, withClosed: true }));
    const plansOf = () => json(() => api.plans.list({ householdId }));
    const changes = () => json(() => api.people.changes({ householdId }));
    const [whole = 0, onlyPage = 0, onlyTimeline = 0, onlyPlans = 0, onlyChanges = 0] = await measure(
      [
        async () => [await bills(), await plansOf(), await timeline(), await changes()],
        bills,
        timeline,
        plansOf,
        changes,
      ],
      15,
    );
    await close();
    return [
      { name: 'page, plans, timeline and changes together', ours: whole, raw: null, wanted: '≤ 50 ms' },
      { name: 'page', ours: onlyPage, raw: null },
      { name: 'timeline of 200 events', ours: onlyTimeline, raw: null },
      { name: 'plans', ours: onlyPlans, raw: null },
      { name: 'changes', ours: onlyChanges, raw: null },
    ];
  },
};
