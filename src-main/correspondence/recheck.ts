import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { changedSince, type ReservedMessage } from '#shared/correspondence/changed-since.ts';
import { messageKeyOf } from '#shared/correspondence/plan-input.ts';
import { planMessages } from '#shared/correspondence/plan-messages.ts';
import type { Language } from '#shared/api/schemas.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { gatherFacts } from './facts.ts';

type Row = Omit<ReservedMessage, 'payerIds' | 'items'> & {
  payerId: number;
  language: Language;
  asOf: PlainDate;
  payerIds: string;
  pupilIds: string;
  items: string;
};

/**
 * Reads the balances, holds, credits and addresses behind a message again, just before it leaves. Null: it may go; else
 * the Dutch reason why not. What was due is judged on the day of the batch, what is held on today.
 */
export function reasonToWithhold(store: Store, messageId: number, today: PlainDate): string | null {
  const row = statement(
    store,
    `SELECT payer_id AS payerId, messages.school_id AS schoolId, channel, recipient_address AS address, language,
         batches.as_of AS asOf,
         (SELECT json_group_array(payer_id) FROM message_payers WHERE message_id = messages.id) AS payerIds,
         (SELECT json_group_array(DISTINCT pupil_id) FROM message_items JOIN invoices ON invoices.id = invoice_id
          WHERE message_id = messages.id) AS pupilIds,
         (SELECT json_group_array(json_object('invoiceId', invoice_id, 'amountCents', amount_cents)) FROM message_items
          WHERE message_id = messages.id) AS items
       FROM messages JOIN batches ON batches.id = batch_id WHERE messages.id = ?`,
  ).get(messageId) as Row;
  const payerIds = JSON.parse(row.payerIds) as number[];
  const scope = { pupilIds: JSON.parse(row.pupilIds) as number[], payerIds, householdIds: [] };
  const facts = gatherFacts(store, scope, {
    asOf: row.asOf,
    today,
    textLanguages: [row.language],
    edits: [{ messageKey: messageKeyOf(row.payerId, row.schoolId), channel: row.channel }],
  });
  const reserved = { ...row, payerIds, items: JSON.parse(row.items) as ReservedMessage['items'] };
  return changedSince(reserved, planMessages(facts));
}
