import { Problem } from '#shared/api/problem.ts';
import type { OutboxMessage } from '#shared/correspondence/contract.ts';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { settleInterrupted } from './deliver.ts';
import { mailHtml } from './mail-body.ts';
import { mailText } from './mail-text.ts';
import { markOf, moveMessage } from './outbox-marks.ts';
import { messageEvents, messageInvoices, outboxMessageById } from './outbox-queries.ts';

type Decision = 'wasSent' | 'sendAgain' | 'cancel';

/** One message with its words drawn again from what was kept, its history and its invoices. */
export function outboxMessage(context: Context, messageId: number) {
  const { model, ...row } = found(context, messageId);
  const letter = JSON.parse(model) as LetterModel;
  return {
    ...row,
    emailHtml: mailHtml(letter, { qr: 'data' }),
    emailText: mailText(letter),
    events: messageEvents(context.store, messageId),
    invoices: messageInvoices(context.store, messageId),
  };
}

/**
 * What a person decides about a message: it did leave (failed or uncertain only), send it again (back to reserved; the
 * balance is read again before it goes), or never (also what is still reserved).
 */
export function decide(context: Context, messageId: number, decision: Decision): OutboxMessage {
  settleInterrupted(context);
  return runCommand(context, () => {
    const { householdId, channel } = found(context, messageId);
    const step = {
      wasSent: {
        from: ['failed', 'uncertain'],
        to: 'sent',
        detail: 'Beslist door een medewerker: dit bericht is vertrokken.',
      },
      sendAgain: {
        from: ['failed', 'uncertain'],
        to: 'reserved',
        detail: 'Beslist door een medewerker: opnieuw verzenden.',
      },
      cancel: {
        from: ['reserved', 'failed', 'uncertain'],
        to: 'cancelled',
        detail: 'Beslist door een medewerker: niet verzenden.',
      },
    } as const;
    if (decision === 'sendAgain') refuseOfReversedRun(context, messageId);
    if (!moveMessage(context.store, markOf(context), { messageId, ...step[decision] })) {
      throw new Problem('CONFLICT', whyNot(found(context, messageId), decision));
    }
    const { model: _model, ...row } = found(context, messageId);
    return {
      result: row,
      audit: { command: 'correspondence.decide', householdId, detail: { messageId, decision, channel } },
    };
  });
}

/** What a person took back never leaves after all. */
function refuseOfReversedRun({ store }: Context, messageId: number): void {
  const reversed = store.sql
    .prepare(
      `SELECT 1 FROM messages m JOIN batches b ON b.id = m.batch_id JOIN runs r ON r.id = b.run_id
       WHERE m.id = ? AND r.status = 'reversed'`,
    )
    .get(messageId);
  if (reversed === undefined) return;
  throw new Problem('CONFLICT', 'Dit bericht is van een run die teruggedraaid is. Het vertrekt niet meer; schrap het.');
}

function whyNot(message: OutboxMessage, decision: Decision): string {
  switch (message.status) {
    case 'sent':
      return 'Dit bericht is al vertrokken. Er is niets veranderd.';
    case 'cancelled':
      return 'Dit bericht is geschrapt en vertrekt niet meer. Maak een nieuwe verzending.';
    case 'sending':
      return 'Dit bericht vertrekt op dit moment. Wacht even en kijk dan opnieuw.';
    default:
      return decision === 'sendAgain'
        ? 'Dit bericht staat al klaar om te vertrekken.'
        : 'Dit bericht is nog niet vertrokken. Er is niets veranderd.';
  }
}

function found(context: Context, messageId: number): OutboxMessage & { model: string } {
  const row = outboxMessageById(context.store, messageId);
  if (!row) throw new Problem('NOT_FOUND', 'Dit bericht bestaat niet.');
  return row;
}
