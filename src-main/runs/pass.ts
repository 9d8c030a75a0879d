import type { Context } from '#main/api/context.ts';
import type { LetterAssets } from '#main/correspondence/letter/draw-letter.ts';
import { letterAssets } from '#main/correspondence/letter-assets.ts';
import { letterPdf } from '#main/correspondence/letter-pdf.ts';
import { markOf } from '#main/correspondence/outbox-marks.ts';
import { supersedeCostsOfRun } from '#main/costs/give-up.ts';
import type { JobHandle } from '#main/jobs/jobs.ts';
import { changeMark } from '#main/store/change-mark.ts';
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
  let looked: Looked | null = null;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const before: Looked | null = looked;
    const now: Looked = context.store.transaction(() => tryReserve(context, { runId, ids }, letters, before));
    looked = now;
    if (now.isDone) return now.settled.blocked;
    for (const leaving of now.toDraw) {
      const { message } = leaving.composed;
      if (message) letters.set(letterKey(leaving), await letterPdf(message.composed.model, assets));
    }
  }
  return ['De gegevens wijzigen op dit moment te snel. Probeer het zo meteen opnieuw.'];
}

/** What was decided, and a mark that tells whether anything was written since. */
type Looked = {
  readonly mark: string;
  readonly run: RunRow;
  readonly settled: Settlement;
  /** Letters that still have to be drawn. */
  readonly toDraw: readonly Leaving[];
  readonly isDone: boolean;
};

const nothing: Settlement = { leaving: [], dropped: [], raised: [], blocked: [] };

/** Writes nothing as long as a letter still has to be drawn: drawing takes longer than the database may wait. */
function tryReserve(
  context: Context,
  which: { readonly runId: number; readonly ids: readonly number[] },
  letters: ReadonlyMap<string, Buffer>,
  before: Looked | null,
): Looked {
  const { store } = context;
  const mark = `${changeMark(store)} ${context.clock.today()}`;
  const { run, settled } = before?.mark === mark ? before : lookAt(context, which);
  if (chargeCostsOf(context, run, settled.leaving)) return { mark: '', run, settled, toDraw: [], isDone: false };
  const toDraw = settled.leaving.filter((leaving) => isLetter(leaving) && !letters.has(letterKey(leaving)));
  const isDone = toDraw.length === 0;
  if (isDone) write(context, run, settled, letters);
  return { mark, run, settled, toDraw, isDone };
}

function lookAt(
  { store, clock }: Context,
  { runId, ids }: { readonly runId: number; readonly ids: readonly number[] },
): { readonly run: RunRow; readonly settled: Settlement } {
  const run = runById(store, runId);
  const rows = run.status === 'sending' ? openProposals(store, runId, ids) : [];
  return { run, settled: rows.length > 0 ? settle(store, run, rows, clock.today()) : nothing };
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

const keys = new WeakMap<Leaving, string>();

/** A letter is the same letter when its model is the same. */
function letterKey(leaving: Leaving): string {
  const key = keys.get(leaving) ?? JSON.stringify(leaving.composed.message?.composed.model);
  keys.set(leaving, key);
  return key;
}
