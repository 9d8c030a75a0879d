import type { Context } from '#main/api/context.ts';
import type { LetterAssets } from '#main/correspondence/letter/draw-letters.ts';
import { letterAssets } from '#main/correspondence/letter-assets.ts';
import { letterPdf } from '#main/correspondence/letter-pdf.ts';
import { markOf } from '#main/correspondence/outbox-marks.ts';
import { supersedeCostsOfRun } from '#main/costs/give-up.ts';
import type { JobHandle } from '#main/jobs/jobs.ts';
import { chargeCostsOf } from './costs-of-run.ts';
import { writeSettlement } from './reserve-run.ts';
import { openProposals, type RunProposalRow, type RunRow, runById } from './run-rows.ts';
import { type Leaving, settle, type Settlement } from './settle.ts';

/** Rows in one transaction: enough to share its cost, few enough that nobody else waits long for the database. */
const rowsTogether = 100;
/** How often letters are drawn again because something changed while they were drawn. */
const mostAttempts = 5;

/**
 * One pass over what of a run is still open: each row is decided anew and reserved, dropped, asked again or put on the
 * worklist, in one transaction with what became of it. Whoever is killed in between finds the rest still open, and two at a
 * time find each row once. Answers why rows that should leave cannot; they stay open.
 */
export async function reserveOpen(context: Context, runId: number, job: JobHandle): Promise<readonly string[]> {
  const open = openProposals(context.store, runId);
  const assets = letterAssets(context.store);
  const blocked = new Set<string>();
  let done = 0;
  job.progress(0, open.length);
  for (const chunk of chunksOf(open)) {
    if (job.signal.aborted) break;
    for (const reason of await reserveChunk(context, runId, chunk, assets)) blocked.add(reason);
    done += chunk.length;
    job.progress(done, open.length);
  }
  return [...blocked];
}

/** Payers of one household stay together: they may get one message. */
function chunksOf(rows: readonly RunProposalRow[]): RunProposalRow[][] {
  const chunks: RunProposalRow[][] = [];
  for (const household of Map.groupBy(rows, ({ householdId }) => householdId).values()) {
    const last = chunks.at(-1);
    if (last && last.length + household.length <= rowsTogether) last.push(...household);
    else chunks.push([...household]);
  }
  return chunks;
}

async function reserveChunk(
  context: Context,
  runId: number,
  chunk: readonly RunProposalRow[],
  assets: LetterAssets,
): Promise<readonly string[]> {
  const letters = new Map<string, Buffer>();
  const ids = chunk.map(({ runProposalId }) => runProposalId);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const tried = context.store.transaction(() => tryReserve(context, runId, ids, letters));
    if (tried === 'again') continue;
    if (tried.toDraw.length === 0) return tried.blocked;
    for (const leaving of tried.toDraw) {
      const { message } = leaving.composed;
      if (message) letters.set(letterKey(leaving), await letterPdf([message.composed.model], assets));
    }
  }
  return ['De gegevens wijzigen op dit moment te snel. Probeer het zo meteen opnieuw.'];
}

type Tried = { readonly blocked: readonly string[]; readonly toDraw: readonly Leaving[] };

/** Writes nothing as long as a letter still has to be drawn: drawing takes longer than the database may wait. */
function tryReserve(
  context: Context,
  runId: number,
  ids: readonly number[],
  letters: ReadonlyMap<string, Buffer>,
): Tried | 'again' {
  const { store, clock } = context;
  const run = runById(store, runId);
  if (run.status !== 'sending') return { blocked: [], toDraw: [] };
  const rows = openProposals(store, runId, ids);
  if (rows.length === 0) return { blocked: [], toDraw: [] };
  const settled = settle(store, run, rows, clock.today());
  if (chargeCostsOf(context, run, settled.leaving)) return 'again';
  const toDraw = settled.leaving.filter((leaving) => isLetter(leaving) && !letters.has(letterKey(leaving)));
  if (toDraw.length === 0) write(context, run, settled, letters);
  return { blocked: settled.blocked, toDraw };
}

function write(context: Context, run: RunRow, settled: Settlement, letters: ReadonlyMap<string, Buffer>): void {
  supersedeCostsOfRun(
    context,
    run.runId,
    settled.dropped.map(({ row }) => row.payerId),
  );
  writeSettlement(context.store, markOf(context), run, settled, (leaving) => {
    if (!isLetter(leaving)) return null;
    const letter = letters.get(letterKey(leaving));
    if (!letter) throw new Error('A letter of a run was reserved before it was drawn');
    return letter;
  });
}

function isLetter({ composed }: Leaving): boolean {
  return composed.message?.draft.destination.channel === 'letter';
}

/** A letter is the same letter when its model is the same. */
function letterKey({ composed }: Leaving): string {
  return JSON.stringify(composed.message?.composed.model);
}
