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
  const letters = store.transaction(() => withholdChanged(context, lettersToPrint(store, batchId)));
  if (letters.remaining.length === 0) {
    throw new Problem(
      'REFUSED',
      'Geen enkele brief is nog nodig: intussen is er betaald, geboekt of opgeschort. De redenen staan in Postvak uit.',
    );
  }
  const models = letters.remaining.map((letter) => JSON.parse(letter.model) as LetterModel);
  const pdf = await letterPdf(models, letterAssets(store), { progress: job.progress, signal: job.signal });
  store.transaction(() => {
    const mark = markOf(context);
    for (const { messageId } of letters.remaining) addEvent(store, mark, { messageId, status: 'printed', detail: '' });
    recordAudit(store, mark, {
      command: 'correspondence.printLetters',
      detail: { batchId, letters: models.length, cancelled: letters.cancelled },
    });
  });
  return {
    fileName: `brieven-${batchId}.pdf`,
    mediaType: 'application/pdf',
    contentBase64: pdf.toString('base64'),
    letters: models.length,
    cancelled: letters.cancelled,
  };
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

/** The user says that the letters were printed and posted; null: all that were still to be confirmed. */
export function confirmPrinted(
  context: Context,
  batchId: number,
  messageIds: readonly number[] | null,
): { confirmed: number } {
  return runCommand(context, () => {
    const { store } = context;
    const waiting = store.sql
      .prepare("SELECT id FROM messages WHERE batch_id = ? AND channel = 'letter' AND status = 'reserved' ORDER BY id")
      .pluck()
      .all(batchId) as number[];
    const chosen = messageIds === null ? null : new Set(messageIds);
    const mark = markOf(context);
    let confirmed = 0;
    for (const messageId of waiting) {
      if (chosen !== null && !chosen.has(messageId)) continue;
      const step = { messageId, from: ['reserved'], to: 'sent', detail: 'Afgedrukt en gepost.' } as const;
      if (moveMessage(store, mark, step)) confirmed += 1;
    }
    return {
      result: { confirmed },
      audit: { command: 'correspondence.confirmPrinted', detail: { batchId, confirmed } },
    };
  });
}
