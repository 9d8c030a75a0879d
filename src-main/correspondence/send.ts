import { Problem } from '#shared/api/problem.ts';
import { recordAudit } from '#main/access/audit.ts';
import type { Context } from '#main/api/context.ts';
import { type Reserved, sendReserved } from './deliver.ts';
import { letterAssets } from './letter-assets.ts';
import { letterPdf } from './letter-pdf.ts';
import { markOf } from './outbox-marks.ts';
import { type ComposedMessage, type PlanRequest, type Prepared, prepareMessages } from './prepare.ts';
import { leavingMessages, reserveBatch } from './reserve.ts';

/** How often letters are drawn again because something changed while they were drawn. */
const mostAttempts = 5;

/**
 * Reserves every message of the preparation in one transaction, then starts sending the e-mails. The plan is made anew
 * from the store inside that transaction; letters are drawn before it, and what changed meanwhile is drawn again. The
 * same request key is the same batch, however often and from however many windows it comes.
 */
export async function send(
  context: Context,
  request: PlanRequest & { readonly requestKey: string },
): Promise<{ jobId: string; batchId: number }> {
  const letters = new Map<string, Buffer>();
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const batchId = reserveOnce(context, request, letters);
    if (batchId !== null) return { jobId: startSending(context, { batchId, messageId: null }), batchId };
    await drawLetters(context, prepareMessages(context.store, request, context.clock.today()), letters);
  }
  throw new Problem(
    'CONFLICT',
    'De gegevens wijzigen op dit moment te snel. Er is niets verzonden; probeer het zo meteen opnieuw.',
  );
}

/** Starts a job that sends what is reserved. */
export function startSending(context: Context, which: Reserved): string {
  return context.jobs.start('E-mails verzenden', 0, (job) => sendReserved(context, which, job));
}

/** The id of the batch; null, and nothing written, when a letter still has to be drawn. */
function reserveOnce(
  context: Context,
  request: PlanRequest & { readonly requestKey: string },
  letters: ReadonlyMap<string, Buffer>,
): number | null {
  const { store } = context;
  return store.transaction(() => {
    const known = store.sql.prepare('SELECT id FROM batches WHERE request_key = ?').pluck().get(request.requestKey);
    if (typeof known === 'number') return known;
    const asOf = context.clock.today();
    const prepared = prepareMessages(store, request, asOf);
    refuseBlocked(prepared);
    if (lettersOf(prepared).some((message) => !letters.has(letterKey(message)))) return null;
    const mark = markOf(context);
    const batchId = reserveBatch(store, mark, prepared, { ...request, asOf }, (message) => {
      const letter = letters.get(letterKey(message));
      if (!letter) throw new Error('A letter was reserved before it was drawn');
      return letter;
    });
    recordAudit(store, mark, {
      command: 'correspondence.send',
      detail: {
        batchId,
        textId: request.textId,
        messages: leavingMessages(prepared).length,
        letters: lettersOf(prepared).length,
        dropped: prepared.messages.length - leavingMessages(prepared).length,
      },
    });
    return batchId;
  });
}

function refuseBlocked(prepared: Prepared): void {
  const [first, ...others] = prepared.blockers;
  if (first !== undefined) {
    const more = others.length > 0 ? ` (en nog ${others.length})` : '';
    throw new Problem('REFUSED', `Er is niets verzonden. ${first}${more}`);
  }
  if (leavingMessages(prepared).length === 0) {
    throw new Problem('REFUSED', 'Er is niets verzonden: voor deze selectie vertrekt geen enkel bericht.');
  }
}

function lettersOf(prepared: Prepared): ComposedMessage[] {
  return leavingMessages(prepared).filter(({ draft }) => draft.destination.channel === 'letter');
}

/** A letter is the same letter when its model is the same. */
function letterKey(message: ComposedMessage): string {
  return JSON.stringify(message.composed.model);
}

async function drawLetters(context: Context, prepared: Prepared, letters: Map<string, Buffer>): Promise<void> {
  const assets = letterAssets(context.store);
  for (const message of lettersOf(prepared)) {
    const key = letterKey(message);
    if (!letters.has(key)) letters.set(key, await letterPdf([message.composed.model], assets));
  }
}
