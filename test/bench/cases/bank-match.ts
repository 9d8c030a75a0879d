import { join } from 'node:path';
import Database from 'better-sqlite3';
import { generateDemo } from '#shared/demo/generate.ts';
import { codaLines } from '#shared/demo/exports/coda-lines.ts';
import type { MatchLine } from '#shared/bank/match/knowledge.ts';
import { proposeMatches } from '#shared/bank/match/propose-matches.ts';
import { readCoda } from '#shared/bank/coda/read-coda.ts';
import { gatherKnowledge } from '#main/bank/gather-knowledge.ts';
import { fillStore } from '#main/demo/fill.ts';
import { encodeWindows1252 } from '#shared/bank/windows-1252.ts';
import { openStore } from '#main/store/open.ts';
import type { Store } from '#main/store/store.ts';
import { type BenchCase, measure, roundsAt } from '../frame.ts';

const asOf = '2026-11-20';
const openInvoices = 135_000;
const movements = 10_000;
/** Of ten lines seven are exact, one pays something else, one has only a name, one is of nobody. */
const kinds = 10;

/** What a CODA would do: everything the store knows of it, and a proposal for each line. */
export const bankMatchCase: BenchCase = {
  name: 'bank-match',
  size: '10.000 movements, 135.000 open invoices',
  prepare: async (folder, scale) => {
    const store = await openStore(join(folder, 'bench.sqlite'));
    const group = generateDemo({ asOf, schools: 50, openInvoices: openInvoices * scale });
    fillStore(store, group, { author: 'bench', createdAt: `${asOf}T08:00:00.000Z` });
    store.close();
  },
  run: async (folder, scale) => {
    const path = join(folder, 'bench.sqlite');
    const store = await openStore(path);
    const lines = linesFor(store);
    const bare = new Database(path, { readonly: true });
    const [ours = 0, raw = 0] = await measure(
      [() => matched(store, lines), () => bareMatched(bare, lines)],
      ...roundsAt(scale),
    );
    bare.close();
    store.close();
    return [{ name: 'knowledge and proposals', ours, raw, wanted: '≤ 2 s' }];
  },
  memory: async (folder) => {
    const store = await openStore(join(folder, 'bench.sqlite'));
    matched(store, linesFor(store));
    store.close();
  },
};

function matched(store: Store, lines: readonly MatchLine[]): void {
  const matches = proposeMatches(lines, gatherKnowledge(store, lines));
  const certain = [...matches.values()].filter(({ proposal }) => proposal.confidence === 'certain').length;
  // Some are split between two parents, who both have to be asked.
  if (certain < movements * 0.6) throw new Error(`Only ${certain} certain`);
}

/** Every open invoice in a map by its reference, and each line looked up in it; no amounts, names or accounts. */
function bareMatched(bare: Database.Database, lines: readonly MatchLine[]): void {
  const rows = bare
    .prepare(
      'SELECT structured_reference, id, balance_cents FROM invoices WHERE balance_cents <> 0 AND withdrawn_at IS NULL AND structured_reference IS NOT NULL',
    )
    .raw()
    .all() as [string, number, number][];
  const byReference = new Map(rows.map((row) => [row[0], row]));
  const found = lines.filter(({ movement }) => byReference.has(movement.structuredReference ?? '')).length;
  if (found < movements * 0.7) throw new Error(`Only ${found} found`);
}

type Open = { readonly reference: string; readonly cents: number; readonly schoolId: number; readonly name: string };

/** A CODA that was read, of the open invoices of every school. */
function linesFor(store: Store): MatchLine[] {
  const open = store.sql
    .prepare(
      `SELECT i.structured_reference AS reference, i.balance_cents AS cents, i.school_id AS schoolId,
         upper(y.last_name || ' ' || y.first_name) AS name
       FROM invoices i JOIN liabilities l ON l.pupil_id = i.pupil_id JOIN payers y ON y.id = l.payer_id
       WHERE i.balance_cents > 0 AND i.structured_reference IS NOT NULL AND i.kind = 'invoice'
       GROUP BY i.id ORDER BY i.id % 7919, i.id LIMIT ?`,
    )
    .all(movements) as Open[];
  const content = readCoda(
    encodeWindows1252(
      codaLines({
        statements: [
          {
            iban: 'BE68539007547034',
            sequence: 1,
            openingCents: 0,
            date: asOf,
            movements: open.map(movementOf),
          },
        ],
      })
        .map((line) => `${line}\r\n`)
        .join(''),
    ),
  );
  const read = content.statements.flatMap((statement) => statement.movements);
  if (read.length !== movements) throw new Error(`Only ${read.length} movements`);
  return read.map((movement, index) => ({ id: index + 1, accountSchoolIds: [open[index]?.schoolId ?? 0], movement }));
}

function movementOf({ reference, cents, name }: Open, index: number) {
  switch (index % kinds) {
    case 7:
      return { amountCents: cents + 500, reference, name };
    case 8:
      return { amountCents: cents, name, text: 'schoolrekening' };
    case 9:
      return { amountCents: cents, name: `BEDRIJF ${index} NV`, text: 'levering' };
    default:
      return { amountCents: cents, reference, name };
  }
}
