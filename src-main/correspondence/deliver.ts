import { Problem } from '#shared/api/problem.ts';
import { withinSchools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import type { JobHandle } from '#main/jobs/jobs.ts';
import { outsideHours } from '#main/runs/sending-hour.ts';
import { tryExclusive } from '#main/store/exclusive.ts';
import { passwordSecret, readMailSettings } from './mail-settings.ts';
import { markOf, moveMessage } from './outbox-marks.ts';
import { SendingRun, type SendingResult } from './sending-run.ts';

/** Whoever holds this lock is the one sender of this computer. */
export const sendingLock = 'sending';
const waitForOtherMs = 200;

/** Which reserved e-mails: of one batch, of one run or of all (null), or one alone. */
export type Reserved = {
  readonly batchId: number | null;
  readonly messageId: number | null;
  readonly runId?: number | null;
};

/**
 * Sends the reserved e-mails of a batch, or of all, or one. Only one sender works at a time over all windows and processes;
 * another one waits, and then finds what is left. Stops between messages when the job is cancelled; what is left stays
 * reserved.
 */
export async function sendReserved(context: Context, which: Reserved, job: JobHandle): Promise<SendingResult> {
  const release = await waitForTurn(context, job.signal);
  if (release === null)
    return { sent: 0, failed: 0, uncertain: 0, cancelled: 0, left: reservedMails(context, which).length };
  try {
    settleOrphans(context);
    const queue = reservedMails(context, which);
    job.progress(0, queue.length);
    if (queue.length === 0) return { sent: 0, failed: 0, uncertain: 0, cancelled: 0, left: 0 };
    const settings = readMailSettings(context.store);
    if (settings === null) {
      throw new Problem(
        'UNAVAILABLE',
        'De mailserver is niet ingesteld (Instellingen, E-mail). De e-mails staan klaar in Postvak uit.',
      );
    }
    const password = await context.secrets.get(passwordSecret);
    const run = new SendingRun(context, { settings, password }, job);
    return await run.send(queue);
  } finally {
    release();
  }
}

/**
 * After a crash: a mail that was leaving when its sender died is uncertain, and a person decides. Does nothing while a
 * sender is at work. Called when the application opens and before anything is sent or decided.
 */
export function settleInterrupted(context: Context): void {
  const anyone = context.store.sql.prepare("SELECT 1 FROM messages WHERE status = 'sending' LIMIT 1").get();
  if (anyone === undefined) return;
  const release = tryExclusive(context.store.path, sendingLock);
  if (release === null) return;
  try {
    settleOrphans(context);
  } finally {
    release();
  }
}

/** Whoever holds the lock knows that nobody is sending: what still says so was interrupted. */
function settleOrphans(context: Context): void {
  const { store } = context;
  store.transaction(() => {
    const orphans = store.sql.prepare("SELECT id FROM messages WHERE status = 'sending'").pluck().all() as number[];
    for (const messageId of orphans) {
      moveMessage(store, markOf(context), {
        messageId,
        from: ['sending'],
        to: 'uncertain',
        detail:
          'Het programma stopte terwijl dit bericht vertrok. Kijk bij de mailserver of bij de betaler na of het aankwam.',
      });
    }
  });
}

async function waitForTurn(context: Context, signal: AbortSignal): Promise<(() => void) | null> {
  while (!signal.aborted) {
    const release = tryExclusive(context.store.path, sendingLock);
    if (release !== null) return release;
    await new Promise((resolve) => setTimeout(resolve, waitForOtherMs));
  }
  return null;
}

/** Without a run named, reminders of a run wait for their hour and do not keep other mails back. */
function reservedMails(context: Context, { batchId, messageId, runId = null }: Reserved): number[] {
  const within = withinSchools(context, 'messages.school_id');
  const leaveRuns = runId === null && outsideHours(context) !== null ? 'AND batches.run_id IS NULL' : '';
  return context.store.sql
    .prepare(
      `SELECT messages.id FROM messages JOIN batches ON batches.id = batch_id
       WHERE status = 'reserved' AND channel = 'email'
         AND (@batchId IS NULL OR batch_id = @batchId) AND (@messageId IS NULL OR messages.id = @messageId)
         AND (@runId IS NULL OR batches.run_id = @runId) ${leaveRuns} ${within.and} ORDER BY messages.id`,
    )
    .pluck()
    .all({ batchId, messageId, runId, ...within.parameters }) as number[];
}
