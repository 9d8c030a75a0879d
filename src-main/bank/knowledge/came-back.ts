import type { MatchOrder, MatchReceipt } from '#shared/bank/match/knowledge.ts';
import { reverseBlockedBy } from '#main/ledger/reversible.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type ReceiptRow = Omit<MatchReceipt, 'invoices' | 'blockedBy'> & { readonly invoices: string };

/** Receipts of these amounts that the bank brought and that still stand; with the claims they are on. */
export function receiptsOf(store: Store, amounts: readonly number[]): MatchReceipt[] {
  if (amounts.length === 0) return [];
  const rows = statement(
    store,
    `SELECT e.id AS entryId, e.school_id AS schoolId, e.household_id AS householdId, h.name AS householdName,
       e.payer_id AS payerId, e.amount_cents AS amountCents, t.booking_date AS bookingDate, t.end_to_end_id AS endToEndId,
       t.mandate_id AS mandateId, coalesce(t.structured_reference, t.creditor_reference) AS structuredReference,
       upper(replace(t.counterparty_account, ' ', '')) AS counterpartyAccount,
       (SELECT json_group_array(json_object('invoiceId', i.id, 'number', i.number,
            'pupilName', trim(p.first_name || ' ' || p.last_name), 'openCents', i.balance_cents, 'amountCents', -o.cents))
          FROM (SELECT invoice_id, sum(amount_cents) AS cents FROM postings WHERE entry_id = e.id GROUP BY invoice_id) o
          JOIN invoices i ON i.id = o.invoice_id JOIN pupils p ON p.id = i.pupil_id) AS invoices
     FROM json_each(?) k
     CROSS JOIN bank_transactions t INDEXED BY bank_transactions_amount ON t.amount_cents = k.value AND t.status = 'booked'
     CROSS JOIN journal_entries e INDEXED BY journal_entries_transaction
       ON e.bank_transaction_id = t.id AND e.kind = 'receipt'
     CROSS JOIN households h ON h.id = e.household_id
     WHERE NOT EXISTS (SELECT 1 FROM journal_entries r WHERE r.reverses_id = e.id)`,
  ).all(JSON.stringify([...new Set(amounts)])) as ReceiptRow[];
  return rows.map(({ invoices, ...receipt }) => ({
    ...receipt,
    invoices: JSON.parse(invoices) as MatchReceipt['invoices'],
    blockedBy: reverseBlockedBy(store, { entryId: receipt.entryId, kind: 'receipt', reversedByEntryId: null }),
  }));
}

/** Our orders of these amounts that wait for the bank, or that it carried out and may send back. */
export function ordersOf(store: Store, amounts: readonly number[]): MatchOrder[] {
  if (amounts.length === 0) return [];
  return statement(
    store,
    `SELECT o.id AS paymentOrderId, o.entry_id AS entryId, o.school_id AS schoolId, e.household_id AS householdId,
       h.name AS householdName, o.end_to_end_id AS endToEndId, o.iban, o.beneficiary_name AS beneficiaryName,
       o.amount_cents AS amountCents, o.status
     FROM payment_orders o JOIN journal_entries e ON e.id = o.entry_id LEFT JOIN households h ON h.id = e.household_id
     WHERE o.status IN ('waiting', 'exported', 'executed') AND o.amount_cents IN (SELECT value FROM json_each(?))
     ORDER BY o.id`,
  ).all(JSON.stringify([...new Set(amounts)])) as MatchOrder[];
}
