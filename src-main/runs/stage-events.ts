import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { StageChannel } from '#shared/dunning/procedure.ts';
import { startOfDay } from '#main/access/belgian-day.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { termLastDay } from './term.ts';

/** Mail servers give up after five days at most; an address that is marked a while later still takes its mails along. */
const bounceDays = 14;

/** A cost of our own never starts or raises a stage. */
const isBill = 'NOT EXISTS (SELECT 1 FROM cost_claims c WHERE c.claim_id = i.invoice_id)';

/**
 * Keeps which stage a message of a run was, for every payer it spoke to and every bill it asked; nothing for a message
 * that is not of a run. The term of the law runs from `onDate`. Call it in the transaction in which the message is sent.
 */
export function recordMessageStage(store: Store, at: string, messageId: number, onDate: PlainDate): void {
  const channel = messageChannel(store, messageId);
  if (channel === null) return;
  statement(
    store,
    `INSERT INTO stage_events (school_id, run_id, payer_id, invoice_id, procedure_version_id, stage, channel, on_date,
       term_last_day, announced_cents, amount_cents, message_id, created_at)
     SELECT p.school_id, p.run_id, p.payer_id, i.invoice_id, p.procedure_version_id, p.stage, @channel, @onDate,
       @termLastDay, p.announced_cents, i.amount_cents, @messageId, @at
     FROM run_proposals p JOIN message_items i ON i.message_id = p.message_id AND i.amount_cents > 0
     WHERE p.message_id = @messageId AND ${isBill}`,
  ).run({ messageId, channel, onDate, termLastDay: termLastDay(store, channel, onDate), at });
}

type MessageChannel = Extract<StageChannel, 'email' | 'letter' | 'registeredLetter'>;

/** As the payer got it; null: the message is not of a run. */
function messageChannel(store: Store, messageId: number): MessageChannel | null {
  const found = statement(
    store,
    `SELECT CASE WHEN m.channel = 'letter' AND coalesce(p.chosen_channel, p.channel) = 'registeredLetter'
       THEN 'registeredLetter' ELSE m.channel END
     FROM run_proposals p JOIN messages m ON m.id = p.message_id WHERE p.message_id = ? ORDER BY p.id LIMIT 1`,
  )
    .pluck()
    .get(messageId) as MessageChannel | undefined;
  return found ?? null;
}

/**
 * The stage of a call, talk or hand-over that a run asked for, from the day it was done; nothing for a task that a person
 * made. Call it after the task was finished, in the same transaction. No term of the law runs from it.
 */
export function recordTaskStage(store: Store, taskId: number, onDate: PlainDate): void {
  statement(
    store,
    `INSERT INTO stage_events (school_id, run_id, payer_id, invoice_id, procedure_version_id, stage, channel, on_date,
       term_last_day, amount_cents, task_id, created_at)
     SELECT p.school_id, p.run_id, p.payer_id, i.value ->> 'invoiceId', p.procedure_version_id, p.stage, t.kind, @onDate,
       NULL, i.value ->> 'amountCents', t.id, coalesce(t.done_at, t.created_at)
     FROM tasks t JOIN run_proposals p ON p.task_id = t.id, json_each(p.proposal, '$.items') i
     WHERE t.id = @taskId AND i.value ->> 'kind' <> 'cost'`,
  ).run({ taskId, onDate });
}

/**
 * Takes back what counted as sent by e-mail to an address that turns out not to work: a message that came back was never
 * received, so its term never ran and its stage comes again. Source: law.md 1.3.
 */
export function voidStagesOfBounce(
  store: Store,
  when: { readonly at: string; readonly today: PlainDate },
  { payerId, email }: { readonly payerId: number; readonly email: string },
): void {
  statement(
    store,
    `INSERT INTO stage_events (school_id, run_id, payer_id, invoice_id, procedure_version_id, stage, channel, on_date,
       term_last_day, amount_cents, message_id, voids_id, void_reason, created_at)
     SELECT e.school_id, e.run_id, e.payer_id, e.invoice_id, e.procedure_version_id, e.stage, e.channel, e.on_date,
       e.term_last_day, e.amount_cents, e.message_id, e.id, 'De e-mail kwam terug.', @at
     FROM message_payers own JOIN messages m ON m.id = own.message_id JOIN stage_events e ON e.message_id = m.id
     WHERE own.payer_id = @payerId AND m.channel = 'email' AND m.status = 'sent' AND m.recipient_address = @email COLLATE NOCASE
       AND m.third_party_payer_id IS NULL AND m.finished_at >= @since AND e.voids_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM stage_events v WHERE v.voids_id = e.id)`,
  ).run({ payerId, email, at: when.at, since: startOfDay(addDays(when.today, -bounceDays)) });
}
