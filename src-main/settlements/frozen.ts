import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { payerOpenShare } from '#main/ledger/payer-share.ts';
import { isInForce } from '#main/ledger/sql.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** A bill of a debt settlement, with what this payer owed of it on the day of the order. */
export type Frozen = { readonly invoiceId: number; readonly schoolId: number; readonly cents: number };

/**
 * What a payer owes of every bill that was due when the order was sent: of a joint bill the whole, of a split one the share.
 * Bills of later stay outside the settlement. Source: law.md 5.1 (5a).
 */
export function owedOnOrder(store: Store, payerId: number, orderSentOn: PlainDate): Frozen[] {
  return statement(
    store,
    `SELECT invoiceId, schoolId, cents FROM (
       SELECT i.id AS invoiceId, i.school_id AS schoolId, i.due_date AS dueDate, ${payerOpenShare} AS cents
       FROM liabilities l CROSS JOIN invoices i ON i.pupil_id = l.pupil_id
       WHERE l.payer_id = @payerId AND ${isInForce} AND i.due_date <= @orderSentOn AND i.balance_cents > 0
         AND i.withdrawn_at IS NULL AND i.kind = 'invoice')
     WHERE cents > 0 ORDER BY dueDate, invoiceId`,
  ).all({ payerId, orderSentOn }) as Frozen[];
}

export type FrozenBill = Frozen & {
  readonly number: string;
  readonly schoolName: string;
  readonly billingGroup: string;
  readonly pupilId: number;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
};

/** The frozen bills of a settlement by name, those of the caller's schools. */
export function frozenBills(store: Store, settlementId: number, schools: Schools): FrozenBill[] {
  return statement(
    store,
    `SELECT i.id AS invoiceId, i.school_id AS schoolId, f.value ->> 'cents' AS cents, i.number, s.name AS schoolName,
       g.name AS billingGroup, i.pupil_id AS pupilId, i.issue_date AS issueDate, i.due_date AS dueDate
     FROM debt_settlements d, json_each(d.frozen) f JOIN invoices i ON i.id = f.value ->> 'invoiceId'
       JOIN schools s ON s.id = i.school_id JOIN billing_groups g ON g.id = i.billing_group_id
     WHERE d.id = @settlementId AND (@schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools)))
     ORDER BY i.due_date, i.id`,
  ).all({ settlementId, schools: schoolsParameter(schools) }) as FrozenBill[];
}
