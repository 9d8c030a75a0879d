import { createHash } from 'node:crypto';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { MessageStatus } from '#shared/correspondence/contract.ts';
import type { Context } from '#main/api/context.ts';
import { messageWasCancelled } from '#main/runs/message-cancelled.ts';
import { recordMessageStage } from '#main/runs/stage-events.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Who moves a message, when, and which day it is then. */
export type Mark = { readonly actor: string; readonly at: string; readonly today: PlainDate };

export function markOf(context: Context): Mark {
  return { actor: context.actor, at: context.clock.now(), today: context.clock.today() };
}

const ended: ReadonlySet<MessageStatus> = new Set(['sent', 'failed', 'uncertain', 'cancelled']);

export type MessageStep = {
  readonly messageId: number;
  /** The step is only made from one of these. */
  readonly from: readonly MessageStatus[];
  readonly to: MessageStatus;
  /** Dutch; kept with the message when it failed, is uncertain or was cancelled, and always in its history. */
  readonly detail: string;
  /** Of a letter: the day it was posted; left out: today. */
  readonly sentOn?: PlainDate;
  /** Cancelled because something changed: a run decides about these payers again. */
  readonly decideAgain?: boolean;
};

/**
 * Moves a message along its one path and writes the line in its history; what it means for the run it came from is written
 * with it, here and nowhere else. False, and nothing written, when it is not where it should be: the check and the step
 * are one statement, so two senders can never both make it. Call it inside a transaction.
 */
export function moveMessage(store: Store, mark: Mark, step: MessageStep): boolean {
  const failure = step.to === 'failed' || step.to === 'uncertain' || step.to === 'cancelled' ? step.detail : null;
  const moved = statement(
    store,
    `UPDATE messages SET status = @to, failure = @failure, finished_at = @finishedAt,
       -- Refused before the server asked for the message is an attempt as well.
       attempts = attempts + (@to = 'sending' OR (@to = 'failed' AND status = 'reserved'))
     WHERE id = @messageId AND status IN (SELECT value FROM json_each(@from))`,
  ).run({
    to: step.to,
    failure,
    finishedAt: ended.has(step.to) ? mark.at : null,
    messageId: step.messageId,
    from: JSON.stringify(step.from),
  });
  if (moved.changes === 0) return false;
  addEvent(store, mark, { messageId: step.messageId, status: step.to, detail: step.detail });
  if (step.to === 'sent') recordMessageStage(store, mark.at, step.messageId, step.sentOn ?? mark.today);
  if (step.to === 'cancelled') messageWasCancelled(store, step.messageId, step);
  return true;
}

export function addEvent(
  store: Store,
  mark: Mark,
  event: { readonly messageId: number; readonly status: string; readonly detail: string },
): void {
  statement(store, 'INSERT INTO message_events (message_id, at, status, detail, actor) VALUES (?, ?, ?, ?, ?)').run(
    event.messageId,
    mark.at,
    event.status,
    event.detail,
    mark.actor,
  );
}

/** Keeps bytes under their SHA-256; the same bytes are kept once. */
export function keepEvidence(
  store: Store,
  mark: Mark,
  mediaType: 'message/rfc822' | 'application/pdf',
  bytes: Buffer,
): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  statement(
    store,
    'INSERT INTO evidence (sha256, media_type, bytes, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  ).run(sha256, mediaType, bytes, mark.at);
  return sha256;
}

/**
 * The durable mark that a mail is leaving, with the exact bytes: written after the server asked for the data and before
 * the first byte goes. Whoever crashes before it may send again; whoever crashes after it must ask a person.
 */
export function markSending(store: Store, mark: Mark, messageId: number, bytes: Buffer): boolean {
  const status = statement(store, 'SELECT status FROM messages WHERE id = ?').pluck().get(messageId);
  if (status !== 'reserved') return false;
  const sha256 = keepEvidence(store, mark, 'message/rfc822', bytes);
  statement(store, 'UPDATE messages SET evidence_sha256 = ? WHERE id = ?').run(sha256, messageId);
  return moveMessage(store, mark, { messageId, from: ['reserved'], to: 'sending', detail: `SHA-256 ${sha256}` });
}
