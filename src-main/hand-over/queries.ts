import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { CostKind } from '#shared/costs/contract.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** The household of a payer and those of the pupils for whom the payer is liable. */
export function householdsOfPayer(store: Store, payerId: number): number[] {
  return statement(
    store,
    `SELECT household_id FROM payers WHERE id = @payerId
     UNION SELECT u.household_id FROM liabilities l JOIN pupils u ON u.id = l.pupil_id WHERE l.payer_id = @payerId`,
  )
    .pluck()
    .all({ payerId }) as number[];
}

export type FirstReminder = {
  readonly invoiceId: number;
  readonly sentOn: PlainDate;
  readonly termLastDay: PlainDate;
  readonly messageId: number | null;
};

/**
 * Of each bill the first reminder that reached this payer and from which a term runs, the oldest first. What came back does
 * not count, and neither does what went to somebody in the payer's place.
 */
export function firstReminders(store: Store, payerId: number, invoiceIds: readonly number[]): FirstReminder[] {
  const rows = statement(
    store,
    `SELECT e.invoice_id AS invoiceId, e.on_date AS sentOn, e.term_last_day AS termLastDay, e.message_id AS messageId
     FROM json_each(@ids) k CROSS JOIN stage_events e ON e.invoice_id = k.value
       LEFT JOIN messages m ON m.id = e.message_id
     WHERE e.payer_id = @payerId AND e.voids_id IS NULL AND e.term_last_day IS NOT NULL AND m.third_party_payer_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM stage_events v WHERE v.voids_id = e.id)
     ORDER BY e.on_date, e.id`,
  ).all({ payerId, ids: JSON.stringify(invoiceIds) }) as FirstReminder[];
  return [...Map.groupBy(rows, ({ invoiceId }) => invoiceId).values()].flatMap(([first]) => first ?? []);
}

/** Calls and talks that are still to be done, with this payer or with the whole household; a list for hand-over is none. */
export function openTaskCount(
  store: Store,
  of: { readonly payerId: number; readonly householdId: number; readonly schoolId: number },
): number {
  return statement(
    store,
    `SELECT count(*) FROM tasks WHERE school_id = @schoolId AND kind IN ('phone', 'talk') AND done_at IS NULL
       AND cancelled_at IS NULL AND (payer_id = @payerId OR (payer_id IS NULL AND household_id = @householdId))`,
  )
    .pluck()
    .get(of) as number;
}

export type CostRow = {
  readonly claimId: number;
  readonly billId: number;
  readonly kind: CostKind;
  readonly amountCents: number;
  readonly basis: string;
  readonly billNumber: string;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  readonly askedAt: string;
};

/** What was asked beside the bills of this payer and is still open. */
export function openCosts(store: Store, payerId: number, schoolId: number): CostRow[] {
  return statement(
    store,
    `SELECT c.claim_id AS claimId, c.invoice_id AS billId, c.kind, c.amount_cents AS amountCents,
       coalesce(c.basis ->> 'sentence', '') AS basis, b.number AS billNumber, b.issue_date AS issueDate,
       b.due_date AS dueDate, c.created_at AS askedAt
     FROM cost_claims c JOIN invoices b ON b.id = c.invoice_id JOIN invoices i ON i.id = c.claim_id
     WHERE c.payer_id = ? AND c.school_id = ? AND c.status = 'open' AND i.balance_cents > 0 ORDER BY c.id`,
  ).all(payerId, schoolId) as CostRow[];
}
