import { Problem } from '#shared/api/problem.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { sendReserved } from '#main/correspondence/deliver.ts';
import type { JobHandle } from '#main/jobs/jobs.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { draftProposals } from './drafts.ts';
import { giveNumbers } from './numbers.ts';
import { runBlockers } from './page-blockers.ts';
import { reserveOpen } from './pass.ts';
import { openProposals, type RunRow, runById } from './run-rows.ts';

export type RunSending = {
  readonly sent: number;
  readonly failed: number;
  readonly uncertain: number;
  /** Still to leave: paused, or more than was approved. */
  readonly left: number;
};

/** After so many rounds something keeps changing; a person presses again. */
const mostPasses = 5;

/**
 * Starts a run or goes on with it. Pressed twice, from two windows or after a crash it is the same run: what is done stands
 * with each row, and only what is still open is decided anew. Pausing is cancelling the job.
 */
export function send(context: Context, runId: number): { jobId: string; runId: number } {
  runCommand(context, () => {
    const run = runById(context.store, runId);
    refuseSend(context, run);
    if (run.status === 'approved') begin(context, runId);
    return {
      result: null,
      audit: {
        command: 'runs.send',
        ...(run.schoolIds.length === 1 ? { schoolId: run.schoolIds[0] } : {}),
        detail: { runId, open: openOf(context.store, runId) },
      },
    };
  });
  return { runId, jobId: context.jobs.start('Herinneringen verzenden', 0, (job) => carryOut(context, runId, job)) };
}

function refuseSend(context: Context, run: RunRow): void {
  const { status } = run;
  switch (status) {
    case 'draft':
      throw new Problem('REFUSED', 'Er is niets verzonden: deze run is nog niet goedgekeurd.');
    case 'cancelled':
    case 'reversed':
      throw new Problem(
        'REFUSED',
        `Er is niets verzonden: deze run is ${status === 'cancelled' ? 'geannuleerd' : 'teruggedraaid'}.`,
      );
    case 'done':
      return;
    case 'approved':
    case 'sending': {
      const [blocker] = blockersNow(context, run);
      if (blocker !== undefined) throw new Problem('REFUSED', `Er is niets verzonden. ${blocker}`);
    }
  }
}

function blockersNow(context: Context, run: RunRow): string[] {
  const { store, clock } = context;
  const open = openProposals(store, run.runId);
  const requests = open.map(({ proposal, chosenChannel, number }) => ({
    proposal,
    chosenChannel,
    letterNumber: number,
  }));
  const drafts = draftProposals(store, requests, { asOf: clock.today() });
  return runBlockers(context, run, { schoolIds: [...new Set(open.map(({ schoolId }) => schoolId))], drafts });
}

function begin(context: Context, runId: number): void {
  const { store, clock } = context;
  statement(store, "UPDATE runs SET status = 'sending', started_at = ? WHERE id = ?").run(clock.now(), runId);
  giveNumbers(store, runId, clock.today());
}

/** Reserves and sends in rounds: what was withheld at the last moment is decided anew in the next. */
async function carryOut(context: Context, runId: number, job: JobHandle): Promise<RunSending> {
  const counts = { sent: 0, failed: 0, uncertain: 0, left: 0 };
  let blocked: readonly string[] = [];
  for (let pass = 0; pass < mostPasses && !job.signal.aborted; pass += 1) {
    blocked = await reserveOpen(context, runId, job);
    if (job.signal.aborted) break;
    const result = await sendReserved(context, { batchId: null, messageId: null, runId }, job);
    counts.sent += result.sent;
    counts.failed += result.failed;
    counts.uncertain += result.uncertain;
    if (blocked.length > 0 || openOf(context.store, runId) === 0) break;
  }
  finishRun(context, runId);
  const [first] = blocked;
  if (first !== undefined) throw new Problem('REFUSED', `Nog niet alles kon vertrekken. ${first}`);
  return { ...counts, left: leftOf(context.store, runId) };
}

/** Done when nothing is left to decide, to ask again or to send by e-mail; letters are printed when it suits. */
export function finishRun(context: Context, runId: number): void {
  const { store, clock } = context;
  store.transaction(() => {
    if (leftOf(store, runId) > 0) return;
    statement(store, "UPDATE runs SET status = 'done', finished_at = ? WHERE id = ? AND status = 'sending'").run(
      clock.now(),
      runId,
    );
  });
}

/** Rows that are still to be decided. */
function openOf(store: Store, runId: number): number {
  return statement(store, "SELECT count(*) FROM run_proposals WHERE run_id = ? AND is_dropped = 0 AND outcome = 'open'")
    .pluck()
    .get(runId) as number;
}

function leftOf(store: Store, runId: number): number {
  return statement(
    store,
    `SELECT count(*) FROM run_proposals p LEFT JOIN messages m ON m.id = p.message_id
     WHERE p.run_id = ? AND p.is_dropped = 0 AND (p.outcome IN ('open', 'raised')
       OR p.outcome = 'out' AND m.channel = 'email' AND m.status IN ('reserved', 'sending'))`,
  )
    .pluck()
    .get(runId) as number;
}
