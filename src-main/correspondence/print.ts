import { Problem } from '#shared/api/problem.ts';
import type { FileOut } from '#shared/api/schemas.ts';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import { recordAudit } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { JobHandle } from '#main/jobs/jobs.ts';
import type { Store } from '#main/store/store.ts';
import { pilePdf } from './letter-pdf.ts';
import { addEvent, markOf, moveMessage } from './outbox-marks.ts';
import { evidenceOf, type LetterRow, lettersToPrint, outboxMessageById } from './outbox-queries.ts';
import { whyWithheld, type Withheld } from './recheck.ts';

export type PrintedLetters = FileOut & {
  readonly letters: number;
  /** Left out because something changed since they were made; they stand in the outbox with the reason. */
  readonly cancelled: number;
};

/** Letters that are printed together. */
export type Pile = {
  readonly fileName: string;
  /** As they stand in the store now. */
  readonly letters: () => readonly LetterRow[];
  /** Writes the line of the trail. */
  readonly record: (counts: { readonly letters: number; readonly cancelled: number }) => void;
};

/** Starts putting the letters of a batch in one PDF. */
export function startPrinting(context: Context, batchId: number): string {
  const { store } = context;
  refuseBatchOfRun(store, batchId);
  const letters = lettersToPrint(store, { batchId });
  if (letters.length === 0) throw new Problem('NOT_FOUND', 'In deze verzending zijn er geen brieven om af te drukken.');
  return context.jobs.start('Brieven klaarmaken', letters.length, (job) => printLetters(context, batchId, job));
}

/** The letters of a run are printed and posted with the run: the term of the law counts from the day they were posted. */
function refuseBatchOfRun(store: Store, batchId: number): void {
  const ofRun = store.sql.prepare('SELECT 1 FROM batches WHERE id = ? AND run_id IS NOT NULL').get(batchId);
  if (ofRun === undefined) return;
  throw new Problem(
    'REFUSED',
    'Deze brieven horen bij een run van herinneringen: druk ze af en bevestig ze daar. Er is niets veranderd.',
  );
}

/**
 * The letters of a batch in printing order. Printing is when a letter leaves, so balances and holds are read again:
 * a letter that is no longer true is cancelled, unless it was in an earlier print and may be in the post already. A
 * printed letter counts as sent only when the user confirms it.
 */
async function printLetters(context: Context, batchId: number, job: JobHandle): Promise<PrintedLetters> {
  const { store } = context;
  const pile: Pile = {
    fileName: `brieven-${batchId}.pdf`,
    letters: () => lettersToPrint(store, { batchId }),
    record: (counts) =>
      recordAudit(store, markOf(context), {
        command: 'correspondence.printLetters',
        detail: { batchId, ...counts },
      }),
  };
  const today = context.clock.today();
  const cancelled = store.transaction(() => {
    const letters = pile.letters();
    const stopped = withholdLetters(context, letters, ({ messageId }) => whyWithheld(store, messageId, today));
    if (stopped === letters.length) pile.record({ letters: 0, cancelled: stopped });
    return stopped;
  });
  return drawPile(context, pile, cancelled, job);
}

/**
 * Joins what is in a pile now, each letter as it was kept, and marks it as printed, in one transaction that sees whether
 * something changed meanwhile.
 */
export async function drawPile(
  context: Context,
  pile: Pile,
  cancelled: number,
  job: JobHandle,
): Promise<PrintedLetters> {
  const { store } = context;
  const letters = pile.letters().filter(({ isSent }) => !isSent || cancelled === 0);
  const [first] = letters;
  if (!first) {
    throw new Problem(
      'REFUSED',
      'Geen enkele brief is nog nodig: intussen is er betaald, geboekt of opgeschort. De redenen staan in Postvak uit.',
    );
  }
  const pdf = await pilePdf(modelOf(store, first), keptLetters(store, letters), {
    progress: (done) => job.progress(done, letters.length),
    signal: job.signal,
  });
  store.transaction(() => {
    refuseChanged(letters, pile.letters());
    const mark = markOf(context);
    for (const { messageId } of letters) addEvent(store, mark, { messageId, status: 'printed', detail: '' });
    pile.record({ letters: letters.length, cancelled });
  });
  return {
    fileName: pile.fileName,
    mediaType: 'application/pdf',
    contentBase64: pdf.toBase64(),
    letters: letters.length,
    cancelled,
  };
}

function modelOf(store: Store, { messageId }: LetterRow): LetterModel {
  return JSON.parse(outboxMessageById(store, messageId)?.model ?? 'null') as LetterModel;
}

/** What is printed is what was kept as evidence, to the letter. */
function* keptLetters(store: Store, letters: readonly LetterRow[]): Generator<Buffer> {
  for (const { messageId } of letters) {
    const kept = evidenceOf(store, messageId);
    if (kept?.mediaType !== 'application/pdf') throw new Error(`Letter ${messageId} was reserved without its PDF`);
    yield kept.bytes;
  }
}

/** What was cancelled while the pile was made must not lie in it. */
function refuseChanged(drawn: readonly LetterRow[], now: readonly LetterRow[]): void {
  const still = new Set(now.map((letter) => letter.messageId));
  if (drawn.every((letter) => still.has(letter.messageId))) return;
  throw new Problem(
    'CONFLICT',
    'Terwijl de brieven getekend werden, is er een geschrapt of bevestigd. Er is niets afgedrukt; maak de PDF opnieuw.',
  );
}

/** Cancels the letters that are no longer true and were in no print yet; answers how many. Call it inside a transaction. */
export function withholdLetters(
  context: Context,
  letters: readonly LetterRow[],
  why: (letter: LetterRow) => Withheld | null,
): number {
  let cancelled = 0;
  for (const letter of letters) {
    if (letter.printedBefore) continue;
    const withheld = why(letter);
    if (withheld === null) continue;
    const step = { messageId: letter.messageId, from: ['reserved'], to: 'cancelled', ...withheld } as const;
    if (moveMessage(context.store, markOf(context), step)) cancelled += 1;
  }
  return cancelled;
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
    refuseBatchOfRun(store, batchId);
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
