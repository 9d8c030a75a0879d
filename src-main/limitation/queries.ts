import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { LimitationActKind } from '#shared/law/contract.ts';
import type { LiabilityKind } from '#shared/people/contract.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** An act on the clock of a bill: kept by a person with its document, or a payment through the bank. */
export type ActRow = {
  readonly invoiceId: number;
  /** Null: a payment through the bank. */
  readonly limitationActId: number | null;
  readonly kind: LimitationActKind;
  readonly date: PlainDate;
  readonly payerId: number | null;
  readonly payerName: string | null;
  readonly documentId: number | null;
  readonly documentName: string | null;
  readonly entryId: number | null;
  readonly note: string;
  readonly author: string | null;
  readonly at: string | null;
};

export type BillRow = {
  readonly invoiceId: number;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  readonly pupilId: number;
};

/**
 * A receipt through the bank on the bill itself that still stands. Cash and cards prove nothing here, and neither does
 * what a third party paid in the debtor's place.
 */
const bankReceipt = `p.kind = 'receipt' AND p.entry_id IS NOT NULL AND e.bank_transaction_id IS NOT NULL AND e.kind = 'receipt'
  AND NOT EXISTS (SELECT 1 FROM postings r WHERE r.reverses_id = p.id)`;

/** The bills among these (null: among the open ones) that have an act or a payment through the bank. */
export function billsWithActs(store: Store, invoiceIds: readonly number[] | null): number[] {
  const bills =
    invoiceIds === null
      ? `invoices i INDEXED BY invoices_open WHERE i.balance_cents > 0 AND i.balance_cents <> 0 AND i.withdrawn_at IS NULL`
      : `(SELECT value AS id FROM json_each(@ids)) i WHERE 1`;
  const sql = `SELECT i.id FROM ${bills} AND (
    EXISTS (SELECT 1 FROM limitation_acts a WHERE a.invoice_id = i.id AND a.withdrawn_at IS NULL)
    OR EXISTS (SELECT 1 FROM postings p CROSS JOIN journal_entries e ON e.id = p.entry_id
      WHERE p.invoice_id = i.id AND ${bankReceipt}))`;
  const parameters = invoiceIds === null ? [] : [{ ids: JSON.stringify(invoiceIds) }];
  return statement(store, sql)
    .pluck()
    .all(...parameters) as number[];
}

/** What these bills are counted from. */
export function bills(store: Store, invoiceIds: readonly number[]): BillRow[] {
  return statement(
    store,
    `SELECT i.id AS invoiceId, i.issue_date AS issueDate, i.due_date AS dueDate, i.pupil_id AS pupilId
     FROM json_each(?) k CROSS JOIN invoices i ON i.id = k.value WHERE i.withdrawn_at IS NULL`,
  ).all(JSON.stringify(invoiceIds)) as BillRow[];
}

/** Every act of these bills that was not withdrawn, the oldest first. */
export function actsOf(store: Store, invoiceIds: readonly number[]): ActRow[] {
  return statement(
    store,
    `SELECT * FROM (
       SELECT a.invoice_id AS invoiceId, a.id AS limitationActId, a.kind, a.act_date AS date, a.payer_id AS payerId,
         y.name AS payerName, a.document_id AS documentId, d.file_name AS documentName, NULL AS entryId, a.note, a.author,
         a.created_at AS at
       FROM json_each(@ids) k CROSS JOIN limitation_acts a ON a.invoice_id = k.value
       JOIN documents d ON d.id = a.document_id LEFT JOIN payers y ON y.id = a.payer_id
       WHERE a.withdrawn_at IS NULL
       UNION ALL
       SELECT p.invoice_id, NULL, 'partPayment', e.value_date, coalesce(p.payer_id, e.payer_id), y.name, NULL, NULL, e.id,
         '', NULL, NULL
       FROM json_each(@ids) k CROSS JOIN postings p ON p.invoice_id = k.value
       CROSS JOIN journal_entries e ON e.id = p.entry_id LEFT JOIN payers y ON y.id = coalesce(p.payer_id, e.payer_id)
       WHERE ${bankReceipt})
     ORDER BY date, limitationActId, entryId`,
  ).all({ ids: JSON.stringify(invoiceIds) }) as ActRow[];
}

export type DebtorRow = {
  readonly pupilId: number;
  readonly payerId: number;
  readonly kind: LiabilityKind;
  readonly fromDate: PlainDate;
  readonly untilDate: PlainDate | null;
};

/** Who owes the bills of these pupils, and when. */
export function debtorsOf(store: Store, pupilIds: Iterable<number>): DebtorRow[] {
  return statement(
    store,
    `SELECT l.pupil_id AS pupilId, l.payer_id AS payerId, l.kind, l.from_date AS fromDate, l.until_date AS untilDate
     FROM json_each(?) k CROSS JOIN liabilities l INDEXED BY liabilities_once ON l.pupil_id = k.value`,
  ).all(JSON.stringify([...new Set(pupilIds)])) as DebtorRow[];
}
