import type { JournalEntry, RemissionRequest, WriteOffRequest } from '#shared/ledger/booking-shapes.ts';
import { type PostingKind, signedAmount } from '#shared/ledger/posting-kinds.ts';
import { schoolYearOf } from '#shared/calendar/school-year.ts';
import type { Context } from '#main/api/context.ts';
import { ensureBillingGroup } from '#main/schools/queries.ts';
import { statement } from '#main/store/statement.ts';

export type NewEntry = {
  readonly schoolId: number;
  readonly householdId: number | null;
  readonly kind: Exclude<JournalEntry['kind'], 'reversal'>;
  readonly method?: JournalEntry['method'];
  /** What moved, positive cents. */
  readonly amountCents: number;
  readonly valueDate: string;
  readonly description?: string;
  readonly reason?: string;
  readonly source?: RemissionRequest['source'] | null;
  readonly ground?: WriteOffRequest['ground'] | null;
  readonly payerId?: number | null;
  readonly thirdPartyPayerId?: number | null;
  /** As the bank names whoever paid for the payer, when it is nobody we know. */
  readonly paidBy?: string;
  readonly receiptBatchId?: number | null;
  readonly bankTransactionId?: number | null;
  readonly approvalId?: number | null;
  /** Of a receipt: the plan that it was paid for; of interest: the loan that asks it. */
  readonly planId?: number | null;
};

export type NewPosting = {
  readonly invoiceId: number;
  readonly kind: Exclude<PostingKind, 'reversal' | 'settledElsewhere'>;
  /** Positive cents; the kind decides the sign. */
  readonly amountCents: number;
  /** Whose share it is on; null or left out: everybody who owes the claim. */
  readonly payerId?: number | null;
};

/**
 * Writes one entry with its postings, booked today, inside the transaction of the command. Every way in which money moves
 * goes through here; what may be booked is decided before.
 */
export function writeEntry(context: Context, entry: NewEntry, postings: readonly NewPosting[]): number {
  const { store, clock, actor } = context;
  const bookingDate = clock.today();
  const at = clock.now();
  const { lastInsertRowid } = statement(
    store,
    `INSERT INTO journal_entries (school_id, household_id, kind, method, amount_cents, booking_date, value_date, description,
         reason, source, ground, payer_id, third_party_payer_id, paid_by, receipt_batch_id, bank_transaction_id, approval_id, plan_id, author, created_at)
       VALUES (@schoolId, @householdId, @kind, @method, @amountCents, @bookingDate, @valueDate, @description,
         @reason, @source, @ground, @payerId, @thirdPartyPayerId, @paidBy, @receiptBatchId, @bankTransactionId, @approvalId, @planId, @author, @at)`,
  ).run({
    method: null,
    description: '',
    reason: '',
    source: null,
    ground: null,
    payerId: null,
    thirdPartyPayerId: null,
    paidBy: '',
    receiptBatchId: null,
    bankTransactionId: null,
    approvalId: null,
    planId: null,
    ...entry,
    bookingDate,
    author: actor,
    at,
  });
  const entryId = Number(lastInsertRowid);
  const insert = statement(
    store,
    `INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, description, payer_id, entry_id, author, created_at)
     SELECT school_id, id, @kind, @amountCents, @bookingDate, @valueDate, @description, @payerId, @entryId, @author, @at
     FROM invoices WHERE id = @invoiceId`,
  );
  for (const { invoiceId, kind, amountCents, payerId = null } of postings) {
    insert.run({
      invoiceId,
      kind,
      amountCents: signedAmount(kind, amountCents),
      bookingDate,
      valueDate: entry.valueDate,
      description: entry.description ?? '',
      payerId,
      entryId,
      author: actor,
      at,
    });
  }
  return entryId;
}

/**
 * Takes an entry back, with the exact opposite of every posting, inside the transaction of the command. Answers the new
 * entry. Whether it may be taken back is decided before.
 */
export function reverseEntry(context: Context, entryId: number, reason: string): number {
  const { store, clock, actor } = context;
  const author = { entryId, reason, today: clock.today(), actor, at: clock.now() };
  const { lastInsertRowid } = statement(
    store,
    `INSERT INTO journal_entries (school_id, household_id, kind, method, amount_cents, booking_date, value_date, description,
         reason, payer_id, third_party_payer_id, paid_by, bank_transaction_id, reverses_id, author, created_at)
       SELECT school_id, household_id, 'reversal', method, amount_cents, @today, value_date, description,
         @reason, payer_id, third_party_payer_id, paid_by, bank_transaction_id, id, @actor, @at
       FROM journal_entries WHERE id = @entryId`,
  ).run(author);
  const reversalId = Number(lastInsertRowid);
  statement(
    store,
    `INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, description, payer_id, entry_id,
         reverses_id, author, created_at)
       SELECT school_id, invoice_id, 'reversal', -amount_cents, @today, value_date, @reason, payer_id, @reversalId, id, @actor, @at
       FROM postings WHERE entry_id = @entryId ORDER BY id`,
  ).run({ ...author, reversalId });
  return reversalId;
}

export type NewCredit = {
  readonly schoolId: number;
  readonly pupilId: number;
  /** Whose money it is; null: the household's. */
  readonly payerId: number | null;
  readonly valueDate: string;
  readonly description: string;
};

/**
 * Makes the claim on which money stands that was received and not assigned; the posting that fills it belongs to the entry
 * of that money. Its number is never used again.
 */
export function makeCredit(context: Context, credit: NewCredit): number {
  const { store, clock } = context;
  const groupId = ensureBillingGroup(store, credit.schoolId, 'tegoed');
  const next = store.sql
    .prepare(
      `SELECT coalesce(max(CAST(substr(number, 3) AS INTEGER)), 0) + 1 FROM invoices WHERE school_id = ? AND kind = 'credit'`,
    )
    .pluck()
    .get(credit.schoolId) as number;
  const { lastInsertRowid } = store.sql
    .prepare(
      `INSERT INTO invoices (school_id, pupil_id, billing_group_id, kind, number, description, school_year, issue_date, due_date, payer_id, created_at)
       VALUES (@schoolId, @pupilId, @groupId, 'credit', @number, @description, @schoolYear, @valueDate, @valueDate, @payerId, @at)`,
    )
    .run({ ...credit, groupId, number: `T-${next}`, schoolYear: schoolYearOf(credit.valueDate), at: clock.now() });
  return Number(lastInsertRowid);
}
