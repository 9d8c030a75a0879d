import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { changedSince, type ReservedMessage, waitedTooLong } from '#shared/correspondence/changed-since.ts';
import { messageKeyOf } from '#shared/correspondence/plan-input.ts';
import { planMessages } from '#shared/correspondence/plan-messages.ts';
import type { Language } from '#shared/api/schemas.ts';
import { whyPlanWithholds } from '#main/plans/send-recheck.ts';
import { whyRunWithholds } from '#main/runs/recheck-run.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { gatherFacts } from './facts.ts';
import { selectedPupils } from './facts-queries.ts';

type Row = Omit<ReservedMessage, 'payerIds' | 'items' | 'stillOpen'> & {
  payerId: number;
  language: Language;
  asOf: PlainDate;
  payerIds: string;
  pupilIds: string;
  items: string;
  stillOpen: 0 | 1;
  newer: 0 | 1;
  bounced: 0 | 1;
  runId: number | null;
};

/** Why a message must not leave (Dutch), and whether a run decides about its payers again. */
export type Withheld = { readonly detail: string; readonly decideAgain: boolean };

/** Another message was somebody's choice: a run does not add its own to it. */
const aboutTheSame: Withheld = {
  detail: 'Over dezelfde facturen is er een nieuwer bericht aan deze betaler.',
  decideAgain: false,
};

/** Another message about one of the same debts, to one of the same payers: made later, or gone since this one was made. */
const newerMessage = `EXISTS (
  SELECT 1 FROM message_payers own
    JOIN message_payers their ON their.payer_id = own.payer_id AND their.school_id = own.school_id
      AND their.message_id <> own.message_id
    JOIN messages other ON other.id = their.message_id
  WHERE own.message_id = messages.id
    AND (other.id > messages.id AND other.status IN ('reserved', 'sending', 'sent')
      OR other.status = 'sent' AND other.finished_at > messages.reserved_at)
    AND EXISTS (
      SELECT 1 FROM message_items asked JOIN message_items again ON again.invoice_id = asked.invoice_id
      WHERE asked.message_id = messages.id AND again.message_id = other.id AND asked.amount_cents > 0))`;

/** The address came back since: what the user chose before knew nothing of it. */
const bouncedSince = `messages.channel = 'email' AND third_party_payer_id IS NULL AND EXISTS (
  SELECT 1 FROM message_payers own JOIN payers ON payers.id = own.payer_id
  WHERE own.message_id = messages.id AND payers.email_bounced_at > messages.reserved_at)`;

/**
 * Reads the balances, holds, credits and addresses behind a message again, just before it leaves. Null: it may go. What
 * was due is judged on the day of the batch, what is held on today; a reminder of a run is decided anew as of today.
 */
export function whyWithheld(store: Store, messageId: number, today: PlainDate): Withheld | null {
  const ofPlan = whyPlanWithholds(store, messageId, today);
  if (ofPlan !== undefined) return ofPlan === null ? null : { detail: ofPlan, decideAgain: false };
  const row = reservedRow(store, messageId);
  if (row.newer) return aboutTheSame;
  if (row.runId !== null) {
    const detail = whyRunWithholds(store, row.runId, [messageId], today).get(messageId);
    return detail === undefined ? null : { detail, decideAgain: true };
  }
  const detail = whyChanged(store, row, today);
  return detail === null ? null : { detail, decideAgain: false };
}

/** The same for letters of one run, decided together. */
export function whyRunLettersWithheld(
  store: Store,
  runId: number,
  messageIds: readonly number[],
  today: PlainDate,
): Map<number, Withheld> {
  const changed = whyRunWithholds(store, runId, messageIds, today);
  const overtaken = new Set(
    statement(
      store,
      `SELECT messages.id FROM json_each(?) k CROSS JOIN messages ON messages.id = k.value WHERE ${newerMessage}`,
    )
      .pluck()
      .all(JSON.stringify(messageIds)),
  );
  return new Map(
    messageIds.flatMap((messageId) => {
      if (overtaken.has(messageId)) return [[messageId, aboutTheSame] as const];
      const detail = changed.get(messageId);
      return detail === undefined ? [] : [[messageId, { detail, decideAgain: true }] as const];
    }),
  );
}

function reservedRow(store: Store, messageId: number): Row {
  return statement(
    store,
    `SELECT payer_id AS payerId, messages.school_id AS schoolId, channel, recipient_address AS address, language,
         batches.as_of AS asOf,
         (SELECT json_group_array(payer_id) FROM message_payers WHERE message_id = messages.id) AS payerIds,
         (SELECT json_group_array(DISTINCT pupil_id) FROM message_items JOIN invoices ON invoices.id = invoice_id
          WHERE message_id = messages.id) AS pupilIds,
         (SELECT json_group_array(json_object('invoiceId', invoice_id, 'amountCents', amount_cents)) FROM message_items
          WHERE message_id = messages.id) AS items,
         EXISTS (SELECT 1 FROM message_items JOIN invoices ON invoices.id = invoice_id
          WHERE message_id = messages.id AND balance_cents > 0) AS stillOpen,
         ${newerMessage} AS newer, ${bouncedSince} AS bounced, batches.run_id AS runId
       FROM messages JOIN batches ON batches.id = batch_id WHERE messages.id = ?`,
  ).get(messageId) as Row;
}

function whyChanged(store: Store, row: Row, today: PlainDate): string | null {
  if (row.bounced) return 'Een e-mail naar dit adres kwam intussen terug. Maak een nieuwe verzending.';
  const items = JSON.parse(row.items) as ReservedMessage['items'];
  // A message without amounts was not about invoices: only who and where can have changed, and nothing is due in time.
  const asks = items.length > 0;
  const late = asks ? waitedTooLong(row.asOf, today) : null;
  if (late !== null) return late;
  const payerIds = JSON.parse(row.payerIds) as number[];
  const pupilIds = asks
    ? (JSON.parse(row.pupilIds) as number[])
    : selectedPupils(store, { grouping: 'payer', keys: payerIds });
  const scope = { pupilIds, payerIds, householdIds: [], schools: 'all' } as const;
  const facts = gatherFacts(store, scope, {
    asOf: row.asOf,
    today,
    textLanguages: [row.language],
    edits: [{ messageKey: messageKeyOf(row.payerId, row.schoolId), channel: row.channel }],
    asksPayment: asks,
  });
  const reserved = { ...row, payerIds, items, stillOpen: row.stillOpen === 1 };
  return changedSince(reserved, planMessages(facts));
}
