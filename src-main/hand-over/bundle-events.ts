import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import type { BundleEvent, BundleReminder } from '#shared/hand-over/bundle.ts';
import { withoutOthers } from '#shared/hand-over/without-others.ts';
import { dayOf } from '#main/access/belgian-day.ts';
import type { PayerRow } from '#main/people/payer-rows.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type MessageEvent = Extract<BundleEvent, { kind: 'message' }>;
type Of = { readonly payerId: number; readonly schoolId: number; readonly invoiceIds: readonly number[] };

type MessageRow = Pick<MessageEvent, 'messageId' | 'channel' | 'sha256' | 'termLastDay' | 'voidReason'> & {
  readonly finishedAt: string;
  /** As the term of the law counts it; null: not of a run. */
  readonly onDate: PlainDate | null;
  readonly stage: number | null;
  readonly stageName: string | null;
  readonly number: string | null;
  readonly invoiceNumbers: string;
};

/**
 * What was sent to this payer about these bills, and the calls and talks with this payer, in date order. Of those only the
 * day: what was said may be about anything. What went to somebody in the payer's place is nobody's business here.
 */
export function bundleEvents(store: Store, of: Of): BundleEvent[] {
  return [...sentMessages(store, of), ...conversations(store, of)].toSorted((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
}

function sentMessages(store: Store, { payerId, schoolId, invoiceIds }: Of): MessageEvent[] {
  const rows = statement(
    store,
    `SELECT m.id AS messageId, iif(m.channel = 'letter' AND coalesce(r.chosen_channel, r.channel) = 'registeredLetter',
         'registeredLetter', m.channel) AS channel,
       m.evidence_sha256 AS sha256, m.finished_at AS finishedAt, min(e.on_date) AS onDate,
       min(e.term_last_day) AS termLastDay, min(v.void_reason) AS voidReason,
       r.stage, r.proposal ->> 'stageName' AS stageName, r.number,
       (SELECT json_group_array(i.number ORDER BY i.due_date, i.id) FROM message_items t JOIN invoices i ON i.id = t.invoice_id
        WHERE t.message_id = m.id AND t.invoice_id IN (SELECT value FROM json_each(@ids))) AS invoiceNumbers
     FROM message_payers own JOIN messages m ON m.id = own.message_id
       LEFT JOIN run_proposals r ON r.message_id = m.id AND r.payer_id = own.payer_id
       LEFT JOIN stage_events e ON e.message_id = m.id AND e.payer_id = own.payer_id AND e.voids_id IS NULL
       LEFT JOIN stage_events v ON v.voids_id = e.id
     WHERE own.payer_id = @payerId AND own.school_id = @schoolId AND m.status = 'sent' AND m.third_party_payer_id IS NULL
       AND EXISTS (SELECT 1 FROM message_items t WHERE t.message_id = m.id AND t.invoice_id IN (SELECT value FROM json_each(@ids)))
     GROUP BY m.id ORDER BY m.id`,
  ).all({ payerId, schoolId, ids: JSON.stringify(invoiceIds) }) as MessageRow[];
  return rows.map(({ finishedAt, onDate, stage, stageName, number, invoiceNumbers, ...row }) => ({
    kind: 'message',
    ...row,
    date: onDate ?? dayOf(finishedAt),
    stage: stage === null ? null : { stage, name: stageName ?? '', number },
    invoiceNumbers: JSON.parse(invoiceNumbers) as string[],
  }));
}

/** Only those that were with this payer: of others nobody can tell with whom they were. */
function conversations(store: Store, { payerId, schoolId }: Of): BundleEvent[] {
  const rows = statement(
    store,
    `SELECT kind, done_at AS doneAt FROM tasks WHERE payer_id = @payerId AND school_id = @schoolId
       AND kind IN ('phone', 'talk') AND done_at IS NOT NULL ORDER BY done_at, id`,
  ).all({ payerId, schoolId }) as { kind: 'phone' | 'talk'; doneAt: string }[];
  return rows.map(({ kind, doneAt }) => ({ kind, date: dayOf(doneAt) }));
}

/** The text of these messages as it left, without who else it was for. */
export function bundleReminders(
  store: Store,
  payer: PayerRow,
  sent: readonly MessageEvent[],
  pupilNames: readonly string[],
): BundleReminder[] {
  const model = statement(store, 'SELECT model FROM messages WHERE id = ?').pluck();
  const others = statement(
    store,
    `SELECT y.first_name AS firstName, y.last_name AS lastName FROM message_payers p JOIN payers y ON y.id = p.payer_id
     WHERE p.message_id = ? AND p.payer_id <> ? ORDER BY y.id`,
  );
  return sent.map(({ messageId, date, channel, sha256 }) => {
    const also = others.all(messageId, payer.id) as { firstName: string; lastName: string }[];
    return {
      messageId,
      date,
      channel,
      sha256,
      model: withoutOthers(JSON.parse(model.get(messageId) as string) as LetterModel, payer, also, pupilNames),
      isMasked: also.length > 0,
    };
  });
}
