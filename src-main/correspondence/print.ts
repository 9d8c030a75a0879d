import { Problem } from '#shared/api/problem.ts';
import type { FileOut } from '#shared/api/schemas.ts';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import { recordAudit } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { JobHandle } from '#main/jobs/jobs.ts';
import { letterAssets } from './letter-assets.ts';
import { letterPdf } from './letter-pdf.ts';
import { addEvent, markOf, moveMessage } from './outbox-marks.ts';
import { type LetterRow, lettersToPrint } from './outbox-queries.ts';
import { reasonToWithhold } from './recheck.ts';

export type PrintedLetters = FileOut & {
  readonly letters: number;
  /** Left out because something changed since they were made; they stand in the outbox with the reason. */
  readonly cancelled: number;
};

/** Starts drawing the letters of a batch as one PDF. */
export function startPrinting(context: Context, batchId: number): string {
  const letters = lettersToPrint(context.store, batchId);
  if (letters.length === 0) throw new Problem('NOT_FOUND', 'In deze verzending zijn er geen brieven om af te drukken.');
  return context.jobs.start('Brieven klaarmaken', letters.length, (job) => printLetters(context, batchId, job));
}

/**
 * The letters of a batch in printing order. Printing is when a letter leaves, so balances and holds are read again:
 * a letter that is no longer true is cancelled, unless it was in an earlier print and may be in the post already. A
 * printed letter counts as sent only when the user confirms it.
 */
async function printLetters(context: Context, batchId: number, job: JobHandle): Promise<PrintedLetters> {
  const { store } = context;
  const { remaining, cancelled } = store.transaction(() => {
    const withheld = withholdChanged(context, lettersToPrint(store, batchId));
    if (withheld.remaining.length === 0) recordPrint(context, batchId, { letters: 0, cancelled: withheld.cancelled });
    return withheld;
  });
  if (remaining.length === 0) {
    throw new Problem(
      'REFUSED',
      'Geen enkele brief is nog nodig: intussen is er betaald, geboekt of opgeschort. De redenen staan in Postvak uit.',
    );
  }
  const models = remaining.map((letter) => JSON.parse(letter.model) as LetterModel);
  const pdf = await letterPdf(models, letterAssets(store), { progress: job.progress, signal: job.signal });
  store.transaction(() => {
    refuseChanged(remaining, lettersToPrint(store, batchId));
    const mark = markOf(context);
    for (const { messageId } of remaining) addEvent(store, mark, { messageId, status: 'printed', detail: '' });
    recordPrint(context, batchId, { letters: remaining.length, cancelled });
  });
  return {
    fileName: `brieven-${batchId}.pdf`,
    mediaType: 'application/pdf',
    contentBase64: pdf.toString('base64'),
    letters: remaining.length,
    cancelled,
  };
}

function recordPrint(
  context: Context,
  batchId: number,
  counts: { readonly letters: number; readonly cancelled: number },
): void {
  recordAudit(context.store, markOf(context), {
    command: 'correspondence.printLetters',
    detail: { batchId, ...counts },
  });
}

/** What was cancelled while it was drawn must not lie in the pile. */
function refuseChanged(drawn: readonly LetterRow[], now: readonly LetterRow[]): void {
  const still = new Set(now.map((letter) => letter.messageId));
  if (drawn.every((letter) => still.has(letter.messageId))) return;
  throw new Problem(
    'CONFLICT',
    'Terwijl de brieven getekend werden, is er een geschrapt of bevestigd. Er is niets afgedrukt; maak de PDF opnieuw.',
  );
}

function withholdChanged(
  context: Context,
  letters: readonly LetterRow[],
): { remaining: LetterRow[]; cancelled: number } {
  const remaining = letters.filter((letter) => {
    if (letter.printedBefore) return true;
    const reason = reasonToWithhold(context.store, letter.messageId, context.clock.today());
    if (reason === null) return true;
    const step = { messageId: letter.messageId, from: ['reserved'], to: 'cancelled', detail: reason } as const;
    return !moveMessage(context.store, markOf(context), step);
  });
  return { remaining, cancelled: letters.length - remaining.length };
}

/**
 * The user says that the letters were printed and posted; null: all that were printed and still to be confirmed. What was
 * never printed is confirmed by name only, so that no letter counts as posted because another button was pressed first.
 */
export function confirmPrinted(
  context: Context,
  batchId: number,
  messageIds: readonly number[] | null,
): { confirmed: number } {
  return runCommand(context, () => {
    const { store } = context;
    const waiting = store.sql
      .prepare(
        `SELECT id FROM messages WHERE batch_id = @batchId AND channel = 'letter' AND status = 'reserved' AND CASE
           WHEN @chosen IS NULL THEN EXISTS (
             SELECT 1 FROM message_events WHERE message_id = messages.id AND message_events.status = 'printed')
           ELSE id IN (SELECT value FROM json_each(@chosen)) END
         ORDER BY id`,
      )
      .pluck()
      .all({ batchId, chosen: messageIds === null ? null : JSON.stringify(messageIds) }) as number[];
    const mark = markOf(context);
    let confirmed = 0;
    for (const messageId of waiting) {
      const step = { messageId, from: ['reserved'], to: 'sent', detail: 'Afgedrukt en gepost.' } as const;
      if (moveMessage(store, mark, step)) confirmed += 1;
    }
    return {
      result: { confirmed },
      audit: { command: 'correspondence.confirmPrinted', detail: { batchId, confirmed } },
    };
  });
}
