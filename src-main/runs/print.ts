import { Problem } from '#shared/api/problem.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { recordAudit } from '#main/access/audit.ts';
import type { Context } from '#main/api/context.ts';
import { markOf } from '#main/correspondence/outbox-marks.ts';
import { lettersToPrint } from '#main/correspondence/outbox-queries.ts';
import { drawPile, type Pile, type PrintedLetters, withholdLetters } from '#main/correspondence/print.ts';
import { whyRunLettersWithheld } from '#main/correspondence/recheck.ts';
import type { JobHandle } from '#main/jobs/jobs.ts';
import { statement } from '#main/store/statement.ts';
import { reserveOpen } from './pass.ts';
import { runById } from './run-rows.ts';
import { finishRun } from './send.ts';

type RunLetters = { readonly runId: number; readonly registered: boolean };

/** Starts drawing the letters of a run as one PDF; the registered ones are a pile of their own. */
export function startPrintingRun(context: Context, of: RunLetters): string {
  const letters = lettersToPrint(context.store, of);
  if (letters.length === 0) {
    throw new Problem(
      'NOT_FOUND',
      of.registered
        ? 'In deze run zijn er geen aangetekende brieven om af te drukken.'
        : 'In deze run zijn er geen brieven om af te drukken.',
    );
  }
  return context.jobs.start('Brieven klaarmaken', letters.length, (job) => printRun(context, of, job));
}

/**
 * Printing is when a letter leaves: what is no longer true is cancelled and, when there is still something to ask, made
 * again with what is true now, before the pile is drawn.
 */
async function printRun(context: Context, of: RunLetters, job: JobHandle): Promise<PrintedLetters> {
  const { store } = context;
  const run = runById(store, of.runId);
  const pile: Pile = {
    fileName: `${of.registered ? 'aangetekend' : 'herinneringen'}-${formatPlainDate(run.asOf).replaceAll('/', '-')}.pdf`,
    letters: () => lettersToPrint(store, of),
    record: (counts) =>
      recordAudit(store, markOf(context), { command: 'runs.printLetters', detail: { ...of, ...counts } }),
  };
  const cancelled = store.transaction(() => withholdOld(context, of, pile));
  if (cancelled > 0) {
    await reserveOpen(context, of.runId, job);
    finishRun(context, of.runId);
  }
  return drawPile(context, pile, cancelled, job);
}

function withholdOld(context: Context, { runId }: RunLetters, pile: Pile): number {
  const { store, clock } = context;
  const letters = pile.letters();
  const waiting = letters.filter(({ printedBefore, isSent }) => !printedBefore && !isSent);
  const ids = waiting.map(({ messageId }) => messageId);
  const why = whyRunLettersWithheld(store, runId, ids, clock.today());
  const cancelled = withholdLetters(context, waiting, ({ messageId }) => why.get(messageId) ?? null);
  // Something is open again, so it is no longer done.
  if (cancelled > 0) statement(store, "UPDATE runs SET status = 'sending' WHERE id = ? AND status = 'done'").run(runId);
  if (cancelled === letters.length) pile.record({ letters: 0, cancelled });
  return cancelled;
}
