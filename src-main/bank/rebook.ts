import { Problem } from '#shared/api/problem.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { Context } from '#main/api/context.ts';
import { type NewEntry, type NewPosting, writeEntry } from '#main/ledger/journal.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type PostingRow = NewPosting & { readonly number: string; readonly openCents: number; readonly isInvoice: 0 | 1 };

function postingsOf(store: Store, entryId: number): PostingRow[] {
  return statement(
    store,
    `SELECT p.invoice_id AS invoiceId, p.kind, abs(p.amount_cents) AS amountCents, p.payer_id AS payerId, i.number,
       i.balance_cents AS openCents, i.kind = 'invoice' AS isInvoice
     FROM postings p JOIN invoices i ON i.id = p.invoice_id WHERE p.entry_id = ? ORDER BY p.id`,
  ).all(entryId) as PostingRow[];
}

/**
 * Why an entry that was taken back cannot be booked as it was again, in Dutch: its claims were paid or given up meanwhile, or
 * the credit it gave back was used. Null when it can.
 */
export function rebookBlockedBy(store: Store, entryId: number): string | null {
  const wanted = new Map<number, PostingRow & { readonly cents: number }>();
  for (const posting of postingsOf(store, entryId))
    wanted.set(posting.invoiceId, {
      ...posting,
      cents: (wanted.get(posting.invoiceId)?.cents ?? 0) + posting.amountCents,
    });
  for (const { kind, isInvoice, openCents, cents, number } of wanted.values()) {
    if (kind === 'refund' || kind === 'interestRefund') {
      if (-openCents < cents) return `Het tegoed ${number} is intussen gebruikt.`;
    } else if (isInvoice && openCents < cents) {
      return `Op ${number} staat nog ${formatCents(Math.max(0, openCents))} open: er is intussen op geboekt.`;
    }
  }
  return null;
}

/**
 * Books an entry that was taken back once more, with the same postings: the line that said it came back is itself taken
 * back. Answers the new entry. Call it in the transaction of the command.
 */
export function rebook(context: Context, entryId: number): number {
  const { store } = context;
  const blocked = rebookBlockedBy(store, entryId);
  if (blocked !== null) throw new Problem('REFUSED', `${blocked} Er is niets veranderd; draai eerst dat terug.`);
  const entry = statement(
    store,
    `SELECT school_id AS schoolId, household_id AS householdId, kind, method, amount_cents AS amountCents,
       value_date AS valueDate, description, reason, source, payer_id AS payerId,
       third_party_payer_id AS thirdPartyPayerId, paid_by AS paidBy, bank_transaction_id AS bankTransactionId,
       approval_id AS approvalId
     FROM journal_entries WHERE id = ?`,
  ).get(entryId) as NewEntry;
  const postings = postingsOf(store, entryId).map(({ invoiceId, kind, amountCents, payerId = null }) => ({
    invoiceId,
    kind,
    amountCents,
    payerId,
  }));
  return writeEntry(context, entry, postings);
}
