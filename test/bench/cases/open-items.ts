import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import { generateDemo } from '#shared/demo/generate.ts';
import type { OpenItemsFilter } from '#shared/ledger/contract.ts';
import type { Context } from '#main/api/context.ts';
import { router } from '#main/api/router.ts';
import { fillStore } from '#main/demo/fill.ts';
import { openItems } from '#main/ledger/open-items.ts';
import { openStore } from '#main/store/open.ts';
import { serveWeb } from '#main/web/server.ts';
import { type BenchCase, type Figure, measure, roundsAt } from '../frame.ts';
import { openBench } from '../support/application.ts';
import { householdFigures } from '../household-figures.ts';

const asOf = '2026-11-20';
const openInvoices = 100_000;
const schools = 50;

/** The first page and each filter, over the contract in this process with its JSON, and over HTTP. */
export const openItemsCase: BenchCase = {
  name: 'open-items',
  size: '100.000 open invoices, 50 schools',
  prepare: async (folder, scale) => {
    const store = await openStore(join(folder, 'bench.sqlite'));
    const group = generateDemo({ asOf, schools, openInvoices: openInvoices * scale });
    fillStore(store, group, { author: 'bench', createdAt: `${asOf}T08:00:00.000Z` });
    store.close();
  },
  run: async (folder, scale) => {
    const databasePath = join(folder, 'bench.sqlite');
    const { context, close } = await openBench(folder, asOf);
    const bare = new Database(databasePath, { readonly: true });
    bare.pragma('cache_size = -65536');
    const web = await serveWeb(context, folder);
    const figures: Figure[] = [];
    for (const [name, filter] of filters(context))
      figures.push(...(await figuresOf(name, filter, scale, context, bare, web)));
    figures.push(...(await householdFigures(context, scale)));
    await web.close();
    bare.close();
    await close();
    return figures;
  },
  memory: async (folder) => {
    const { context, close } = await openBench(folder, asOf);
    const client = createRouterClient(router, { context });
    for (const [, filter] of filters(context)) JSON.stringify(await client.ledger.openItems({ filter }));
    await close();
  },
};

async function figuresOf(
  name: string,
  filter: OpenItemsFilter,
  scale: number,
  context: Context,
  bare: Database.Database,
  web: { readonly origin: string; readonly token: string },
): Promise<Figure[]> {
  const client = createRouterClient(router, { context });
  const wanted = '≤ 3×, ~30 ms';
  const bareWork = replay(recorded(context, filter), bare);
  const inProcess = async () => JSON.stringify(await client.ledger.openItems({ filter }));
  const overHttp = async () => JSON.parse(await post(web, '/api/ledger/openItems', { json: { filter } })) as unknown;
  if (scale > 1) {
    // The way there does not grow with the list.
    const [raw = 0, api = 0] = await measure([bareWork, inProcess], ...roundsAt(scale));
    return [{ name: `${name}, in process`, ours: api, raw, wanted }];
  }
  const [raw = 0, api = 0, http = 0] = await measure([bareWork, inProcess, overHttp]);
  return [
    { name: `${name}, in process`, ours: api, raw, wanted },
    { name: `${name}, over HTTP`, ours: http, raw, wanted },
  ];
}

/** A page keeps its connection. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function post(web: { readonly origin: string; readonly token: string }, path: string, body: unknown): Promise<string> {
  return new Promise((resolve, reject) => {
    const content = JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${web.token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(content),
    };
    const sent = request(`${web.origin}${path}`, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${path}: ${response.statusCode} ${text}`));
      });
    });
    sent.on('error', reject);
    sent.end(content);
  });
}

/** A value of every filter that really occurs, taken from the middle of the list. */
function filters(context: Context): [string, OpenItemsFilter][] {
  const view = { filter: {}, grouping: 'invoice', sort: { key: 'dueDate', descending: false } } as const;
  const { totals } = openItems(context, { ...view, offset: 0, limit: 1 });
  const [middle] = openItems(context, { ...view, offset: Math.floor(totals.rows / 2), limit: 1 }).rows;
  if (!middle) throw new Error('Nothing is open');
  const siteId = context.store.sql
    .prepare('SELECT site_id FROM pupils WHERE site_id IS NOT NULL ORDER BY abs(id - ?) LIMIT 1')
    .pluck()
    .get(middle.pupilId) as number;
  const lastName = middle.pupilName?.split(',')[0] ?? '';
  return [
    ['first page', {}],
    ['school', { schoolId: middle.schoolId ?? 0 }],
    ['site', { siteId }],
    ['class', { className: middle.className ?? '' }],
    ['billing group', { billingGroup: middle.billingGroup ?? '' }],
    ['school year', { schoolYear: middle.schoolYear ?? '' }],
    ['overdue', { minOverdueDays: 1 }],
    ['age', { minOverdueDays: 60, maxOverdueDays: 120 }],
    ['amount', { minCents: 5000, maxCents: 10_000 }],
    ['credits', { credit: true }],
    ['no e-mail', { noEmail: true }],
    ['held', { held: true }],
    ['not held', { held: false }],
    ['never contacted', { lastContact: 'never' }],
    ['last contact before', { lastContact: '2026-10-15' }],
    ['search a name', { search: lastName }],
    ['search a reference', { search: middle.structuredReference ?? '' }],
    ['household', { householdId: middle.householdId }],
    ['everything together', { schoolId: middle.schoolId ?? 0, minOverdueDays: 1, held: false, noEmail: false }],
  ];
}

type Call = { readonly sql: string; readonly pluck: boolean; readonly parameters: readonly unknown[] };

/** The statements of one answer with their values: the same work, to be done again without us. */
function recorded(context: Context, filter: OpenItemsFilter): Call[] {
  const calls: Call[] = [];
  const sql = new Proxy(context.store.sql, {
    get: (target, name) => {
      if (name !== 'prepare' && name !== 'exec') {
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return (text: string): unknown => {
        if (name === 'exec') {
          calls.push({ sql: text, pluck: false, parameters: [] });
          return target.exec(text);
        }
        return recordedStatement(target, text, calls);
      };
    },
  });
  openItems(
    { ...context, store: { ...context.store, sql } },
    { filter, grouping: 'invoice', sort: { key: 'dueDate', descending: false }, offset: 0, limit: 200 },
  );
  return calls;
}

function recordedStatement(database: Database.Database, text: string, calls: Call[]): unknown {
  const statement = database.prepare<unknown[]>(text);
  let pluck = false;
  const record = <Answer>(parameters: readonly unknown[], answer: () => Answer): Answer => {
    calls.push({ sql: text, pluck, parameters });
    return answer();
  };
  const wrapped = {
    pluck: () => {
      pluck = true;
      statement.pluck();
      return wrapped;
    },
    all: (...parameters: unknown[]) => record(parameters, () => statement.all(...parameters)),
    get: (...parameters: unknown[]) => record(parameters, () => statement.get(...parameters)),
    run: (...parameters: unknown[]) => record(parameters, () => statement.run(...parameters)),
  };
  return wrapped;
}

/** The same statements, compiled beforehand, on a connection of their own. */
function replay(calls: readonly Call[], database: Database.Database): () => unknown {
  const steps = calls.map(({ sql, pluck, parameters }) => {
    if (sql.startsWith('CREATE TEMP')) {
      database.exec(sql);
      return () => database.exec('DELETE FROM temp.found');
    }
    const statement = database.prepare<unknown[]>(sql);
    if (!statement.reader) return () => statement.run(...parameters);
    if (pluck) statement.pluck();
    return () => statement.all(...parameters);
  });
  return () => {
    for (const step of steps) step();
  };
}
