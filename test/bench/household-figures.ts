import { createRouterClient } from '@orpc/server';
import type { Context } from '#main/api/context.ts';
import { router } from '#main/api/router.ts';
import { installShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { type Figure, measure, roundsAt } from './frame.ts';

/** What else is asked of a full board, with its JSON; there is no bare way to do it. */
export async function householdFigures(context: Context, scale: number): Promise<Figure[]> {
  const api = createRouterClient(router, { context });
  const { sql } = context.store;
  if (sql.prepare('SELECT count(*) FROM texts').pluck().get() === 0) installShippedTexts(context);
  const householdIds = sql
    .prepare(
      `SELECT DISTINCT p.household_id FROM invoices i JOIN pupils p ON p.id = i.pupil_id
       WHERE i.balance_cents > 0 AND i.due_date < ? AND p.household_id % 7 = 3 LIMIT 500`,
    )
    .pluck()
    .all(context.clock.today()) as number[];
  const [householdId = 0] = householdIds;
  const name = sql.prepare('SELECT last_name FROM pupils WHERE household_id = ?').pluck().get(householdId) as string;
  const [text] = await api.correspondence.texts();
  const json = async (work: () => Promise<unknown>): Promise<string> => JSON.stringify(await work());
  const search = (query: string) => json(() => api.dossier.search({ text: query }));
  const selection = { grouping: 'household' as const, keys: householdIds };
  const prepared = await api.correspondence.prepare({ selection, textId: text?.textId ?? 0 });
  if (prepared.messages.length < householdIds.length / 2) throw new Error(`${prepared.messages.length} messages`);
  const [page = 0, start = 0, whole = 0, invoice = 0] = await measure([
    () => json(() => api.dossier.page({ householdId })),
    () => search(name.slice(0, 2)),
    () => search(name),
    () => search('2026-1'),
  ]);
  const [prepare = 0] = await measure(
    [() => json(() => api.correspondence.prepare({ selection, textId: text?.textId ?? 0 }))],
    ...roundsAt(scale),
  );
  return [
    { name: 'page of a household', ours: page, raw: null },
    { name: 'search as you type: two letters', ours: start, raw: null },
    { name: 'search as you type: a whole name', ours: whole, raw: null },
    { name: 'search as you type: the start of a number', ours: invoice, raw: null },
    { name: `prepare for ${householdIds.length} households`, ours: prepare, raw: null },
  ];
}
