import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { LimitationActKind } from '#shared/law/contract.ts';
import type { LiabilityKind } from '#shared/people/contract.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** An act on the clock of a bill: kept by a person with its document, or a payment through the bank. */
export type ActRow = {
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

/** An act as the clock needs it, with its bill. Read as arrays: one board has tens of thousands. */
export type ClockRow = readonly [
  invoiceId: number,
  issueDate: PlainDate,
  dueDate: PlainDate,
  pupilId: number,
  kind: LimitationActKind,
  date: PlainDate,
  payerId: number | null,
  limitationActId: number | null,
];

/**
 * A receipt through the bank on the bill itself that still stands. Cash and cards prove nothing here, and neither does
 * what a third party paid in the debtor's place.
 */
const bankReceipt = `p.kind = 'receipt' AND p.entry_id IS NOT NULL AND e.bank_transaction_id IS NOT NULL AND e.kind = 'receipt'
  AND NOT EXISTS (SELECT 1 FROM postings r WHERE r.reverses_id = p.id)`;

/** Every act and bank payment of these bills, or of every bill that is open (null). */
export function clockRows(store: Store, invoiceIds: readonly number[] | null): ClockRow[] {
  const bills =
    invoiceIds === null
      ? 'invoices i INDEXED BY invoices_open_pupil'
      : 'json_each(@ids) k CROSS JOIN invoices i ON i.id = k.value';
  const isMeant = invoiceIds === null ? 'i.balance_cents > 0 AND i.balance_cents <> 0' : '1';
  const columns = 'i.id, i.issue_date, i.due_date, i.pupil_id';
  const sql = `SELECT ${columns}, a.kind, a.act_date, a.payer_id, a.id
     FROM ${bills} CROSS JOIN limitation_acts a INDEXED BY limitation_acts_invoice ON a.invoice_id = i.id
     WHERE ${isMeant} AND i.withdrawn_at IS NULL AND a.withdrawn_at IS NULL
     UNION ALL
     SELECT ${columns}, 'partPayment', e.value_date, coalesce(p.payer_id, e.payer_id), NULL
     FROM ${bills} CROSS JOIN postings p INDEXED BY postings_booked_receipts ON p.invoice_id = i.id
     CROSS JOIN journal_entries e ON e.id = p.entry_id
     WHERE ${isMeant} AND i.withdrawn_at IS NULL AND ${bankReceipt}`;
  const parameters = invoiceIds === null ? [] : [{ ids: JSON.stringify(invoiceIds) }];
  return statement(store, sql)
    .raw()
    .all(...parameters) as ClockRow[];
}

/** What the clock of a bill starts from; undefined when it does not exist or was withdrawn. */
export function billById(store: Store, invoiceId: number): BillRow | undefined {
  return statement(
    store,
    `SELECT i.id AS invoiceId, i.issue_date AS issueDate, i.due_date AS dueDate, i.pupil_id AS pupilId
     FROM invoices i WHERE i.id = ? AND i.withdrawn_at IS NULL`,
  ).get(invoiceId) as BillRow | undefined;
}

/** Every act of one bill as it is shown with its proof, the oldest first. */
export function actsOfBill(store: Store, invoiceId: number): ActRow[] {
  return statement(
    store,
    `SELECT * FROM (
       SELECT a.id AS limitationActId, a.kind, a.act_date AS date, a.payer_id AS payerId,
         trim(y.first_name || ' ' || y.last_name) AS payerName, a.document_id AS documentId,
         d.file_name AS documentName, NULL AS entryId, a.note, a.author, a.created_at AS at
       FROM limitation_acts a JOIN documents d ON d.id = a.document_id LEFT JOIN payers y ON y.id = a.payer_id
       WHERE a.invoice_id = @invoiceId AND a.withdrawn_at IS NULL
       UNION ALL
       SELECT NULL, 'partPayment', e.value_date, coalesce(p.payer_id, e.payer_id),
         trim(y.first_name || ' ' || y.last_name), NULL, NULL, e.id, '', NULL, NULL
       FROM postings p INDEXED BY postings_booked_receipts CROSS JOIN journal_entries e ON e.id = p.entry_id
       LEFT JOIN payers y ON y.id = coalesce(p.payer_id, e.payer_id)
       WHERE p.invoice_id = @invoiceId AND ${bankReceipt})
     ORDER BY date, limitationActId, entryId`,
  ).all({ invoiceId }) as ActRow[];
}

/** In the order pupil, payer, kind, first day, last day. */
export type DebtorRow = readonly [number, number, LiabilityKind, PlainDate, PlainDate | null];

/** Who owes the bills of these pupils, and when. */
export function debtorsOf(store: Store, pupilIds: ReadonlySet<number>): DebtorRow[] {
  return statement(
    store,
    `SELECT l.pupil_id, l.payer_id, l.kind, l.from_date, l.until_date
     FROM json_each(?) k CROSS JOIN liabilities l INDEXED BY liabilities_once ON l.pupil_id = k.value`,
  )
    .raw()
    .all(JSON.stringify([...pupilIds])) as DebtorRow[];
}
