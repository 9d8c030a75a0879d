import type { Erasure, Subject } from '#shared/privacy/contract.ts';
import { erasureOn, type KeptBill } from '#shared/privacy/erasure-rules.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { type Person, personOf } from './person.ts';

/** What keeps a person today, and from when everything may go. */
export function erasureOf(context: Context, subject: Subject): Erasure {
  const person = personOf(context, subject);
  return erasureOn(
    { personName: person.name, bills: billsOf(context.store, person), running: runningOf(context.store, person) },
    context.clock.today(),
  );
}

/** Bills that this payer owes or owed, or of this pupil. */
function billsOf(store: Store, { payerId, pupilId }: Person): KeptBill[] {
  return statement(
    store,
    `SELECT i.number, i.issue_date AS issueDate, i.balance_cents AS balanceCents,
       (SELECT max(o.booking_date) FROM postings o WHERE o.invoice_id = i.id AND o.kind NOT IN ('charge', 'periodicCharge', 'writeOff')) AS paidOn,
       (SELECT max(o.booking_date) FROM postings o WHERE o.invoice_id = i.id AND o.kind = 'writeOff') AS writtenOffOn
     FROM invoices i WHERE i.withdrawn_at IS NULL AND (i.pupil_id = @pupilId OR i.payer_id = @payerId
       OR i.pupil_id IN (SELECT l.pupil_id FROM liabilities l WHERE l.payer_id = @payerId))
     ORDER BY i.issue_date, i.id`,
  ).all({ payerId, pupilId }) as KeptBill[];
}

/** Dutch: what still runs for this person or the household. */
function runningOf(store: Store, { payerId, householdId }: Person): string[] {
  return statement(
    store,
    `SELECT 'Een afbetaalplan' FROM plans p WHERE p.ended_on IS NULL AND EXISTS (SELECT 1 FROM plan_payers y WHERE y.plan_id = p.id AND y.payer_id = @payerId)
       AND EXISTS (SELECT 1 FROM plan_versions v JOIN plan_claims c ON c.plan_version_id = v.id JOIN invoices i ON i.id = c.invoice_id
         WHERE v.plan_id = p.id AND i.balance_cents > 0)
     UNION SELECT 'Een schuldenregeling of bemiddeling' FROM debt_settlements WHERE payer_id = @payerId AND closed_on IS NULL
     UNION SELECT 'Een overdracht' FROM hand_overs WHERE payer_id = @payerId AND taken_back_on IS NULL
     UNION SELECT 'Een betwisting' FROM holds h WHERE h.kind = 'dispute' AND h.lifted_at IS NULL
       AND (h.payer_id = @payerId OR h.household_id = @householdId)
     UNION SELECT 'Een bericht dat nog moet vertrekken' FROM messages m JOIN message_payers y ON y.message_id = m.id
       WHERE y.payer_id = @payerId AND m.status IN ('reserved', 'sending', 'failed', 'uncertain')
     UNION SELECT 'Een aanvraag die op goedkeuring wacht' FROM approvals a WHERE a.household_id = @householdId AND a.status = 'waiting'`,
  )
    .pluck()
    .all({ payerId, householdId }) as string[];
}
