import { createHash } from 'node:crypto';
import { Problem } from '#shared/api/problem.ts';
import { recordAudit } from '#main/access/audit.ts';
import { type Schools, schoolsOf } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { type Reserved, sendReserved } from './deliver.ts';
import { letterAssets } from './letter-assets.ts';
import { letterPdf } from './letter-pdf.ts';
import { markOf } from './outbox-marks.ts';
import {
  type ComposedMessage,
  fingerprintOf,
  leavingMessages,
  type PlanRequest,
  type Prepared,
  prepareMessages,
} from './prepare.ts';
import { reserveBatch } from './reserve.ts';

type SendRequest = PlanRequest & {
  readonly requestKey: string;
  /** Of the preparation that was shown; left out: whatever is true at this moment. */
  readonly fingerprint?: string | undefined;
  /** Of whose trail it is: a correction of a run is that of the run. */
  readonly command?: 'correspondence.send' | 'runs.correct';
  /** Only as far as these schools are concerned; left out: all of the caller. */
  readonly schools?: Schools;
};

/** How often letters are drawn again because something changed while they were drawn. */
const mostAttempts = 5;

/**
 * Reserves every message of the preparation in one transaction, then starts sending the e-mails. The plan is made anew
 * from the store inside that transaction, and refused when it is not what was shown; letters are drawn before it, and what
 * changed meanwhile is drawn again. The same request key is the same batch, however often and from however many windows
 * it comes.
 */
export async function send(context: Context, request: SendRequest): Promise<{ jobId: string; batchId: number }> {
  const letters = new Map<string, Buffer>();
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const batchId = reserveOnce(context, request, letters);
    if (batchId !== null) return { jobId: startSending(context, { batchId, messageId: null }), batchId };
    const schools = request.schools ?? schoolsOf(context);
    await drawLetters(context, prepareMessages(context.store, request, context.clock.today(), schools), letters);
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

/** Goes on with what is reserved, because a person says so. */
export function resume(context: Context, which: Reserved): { jobId: string } {
  runCommand(context, () => ({ result: null, audit: { command: 'correspondence.resume', detail: { ...which } } }));
  return { jobId: startSending(context, which) };
}

/** The id of the batch; null, and nothing written, when a letter still has to be drawn. */
function reserveOnce(context: Context, request: SendRequest, letters: ReadonlyMap<string, Buffer>): number | null {
  const { store } = context;
  return store.transaction(() => {
    const requestSha256 = sha256OfRequest(request);
    const known = knownBatch(store, request.requestKey, requestSha256);
    if (known !== null) return known;
    const asOf = context.clock.today();
    const prepared = prepareMessages(store, request, asOf, request.schools ?? schoolsOf(context));
    refuseOther(prepared, request.fingerprint);
    refuseBlocked(prepared);
    if (lettersOf(prepared).some((message) => !letters.has(letterKey(message)))) return null;
    const mark = markOf(context);
    const batchId = reserveBatch(store, mark, prepared, { ...request, requestSha256, asOf }, (message) => {
      const letter = letters.get(letterKey(message));
      if (!letter) throw new Error('A letter was reserved before it was drawn');
      return letter;
    });
    recordAudit(store, mark, {
      command: request.command ?? 'correspondence.send',
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

/** The batch that this request made before; null when there is none. */
function knownBatch(store: Store, requestKey: string, requestSha256: string): number | null {
  const known = store.sql
    .prepare<[string], { id: number; sha256: string }>(
      'SELECT id, request_sha256 AS sha256 FROM batches WHERE request_key = ?',
    )
    .get(requestKey);
  if (known === undefined) return null;
  if (known.sha256 === requestSha256) return known.id;
  throw new Problem(
    'CONFLICT',
    'Vanuit dit venster is al verzonden, voor een andere keuze. Er is nu niets verzonden; begin opnieuw vanuit Openstaand.',
  );
}

/** Who, with which text and which changes; the order in which rows were picked does not count. */
function sha256OfRequest({ selection, textId, edits }: PlanRequest): string {
  const picked = { ...selection, keys: selection.keys.toSorted((a, b) => a - b) };
  return createHash('sha256')
    .update(JSON.stringify([picked, textId, edits]))
    .digest('hex');
}

function refuseOther(prepared: Prepared, shown: string | undefined): void {
  if (shown === undefined || shown === fingerprintOf(prepared)) return;
  throw new Problem(
    'CONFLICT',
    'Sinds u de berichten bekeek, is er iets gewijzigd: een bedrag, een adres of de tekst. Er is niets verzonden. Bekijk de berichten opnieuw.',
  );
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
    if (!letters.has(key)) letters.set(key, await letterPdf(message.composed.model, assets));
  }
}
