import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { postingKindNames } from '#shared/ledger/posting-kinds.ts';
import { type Cents, zeroCents } from '#shared/money/cents.ts';

// What is owed: claims, what happened with money, and the append-only postings that make every balance.
// The migrations decide; a test compares.

export const invoices = sqliteTable('invoices', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  pupilId: integer('pupil_id').notNull(),
  billingGroupId: integer('billing_group_id').notNull(),
  kind: text('kind', { enum: ['invoice', 'creditNote', 'credit'] })
    .notNull()
    .default('invoice'),
  number: text('number').notNull(),
  externalNumber: text('external_number'),
  structuredReference: text('structured_reference'),
  description: text('description').notNull().default(''),
  schoolYear: text('school_year').notNull(),
  issueDate: text('issue_date').notNull(),
  dueDate: text('due_date').notNull(),
  balanceCents: integer('balance_cents').$type<Cents>().notNull().default(zeroCents),
  attributedCents: integer('attributed_cents').$type<Cents>().notNull().default(zeroCents),
  payerId: integer('payer_id'),
  withdrawnAt: text('withdrawn_at'),
  importId: integer('import_id'),
  createdAt: text('created_at').notNull(),
});

export const postings = sqliteTable('postings', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  invoiceId: integer('invoice_id').notNull(),
  kind: text('kind', { enum: postingKindNames }).notNull(),
  amountCents: integer('amount_cents').$type<Cents>().notNull(),
  bookingDate: text('booking_date').notNull(),
  valueDate: text('value_date').notNull(),
  description: text('description').notNull().default(''),
  payerId: integer('payer_id'),
  entryId: integer('entry_id'),
  reversesId: integer('reverses_id'),
  importId: integer('import_id'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});

export const receiptBatches = sqliteTable('receipt_batches', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  requestKey: text('request_key').notNull(),
  requestSha256: text('request_sha256').notNull(),
  controlTotalCents: integer('control_total_cents').$type<Cents>().notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});

export const journalEntries = sqliteTable('journal_entries', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  householdId: integer('household_id'),
  kind: text('kind', {
    enum: [
      'receipt',
      'transfer',
      'compensation',
      'refund',
      'writeOff',
      'remission',
      'charge',
      'periodicCharge',
      'correction',
      'reversal',
    ],
  }).notNull(),
  method: text('method', { enum: ['bank', 'cash', 'card', 'withheld'] }),
  amountCents: integer('amount_cents').$type<Cents>().notNull(),
  bookingDate: text('booking_date').notNull(),
  valueDate: text('value_date').notNull(),
  description: text('description').notNull().default(''),
  reason: text('reason').notNull().default(''),
  source: text('source', { enum: ['socialFund', 'decision'] }),
  ground: text('ground', { enum: ['uncollectable', 'limited', 'deceased', 'insolvency', 'tooSmall', 'other'] }),
  payerId: integer('payer_id'),
  thirdPartyPayerId: integer('third_party_payer_id'),
  paidBy: text('paid_by').notNull().default(''),
  receiptBatchId: integer('receipt_batch_id'),
  bankTransactionId: integer('bank_transaction_id'),
  approvalId: integer('approval_id'),
  planId: integer('plan_id'),
  reversesId: integer('reverses_id'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});

export const obligations = sqliteTable('obligations', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  invoiceId: integer('invoice_id').notNull(),
  payerId: integer('payer_id').notNull(),
  kind: text('kind', { enum: ['obligation', 'arrearsCorrection'] }).notNull(),
  amountCents: integer('amount_cents').$type<Cents>().notNull(),
  bookingDate: text('booking_date').notNull(),
  reason: text('reason').notNull().default(''),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  planVersionId: integer('plan_version_id'),
  instalmentNumber: integer('instalment_number'),
});

export const periodicCharges = sqliteTable('periodic_charges', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  pupilId: integer('pupil_id').notNull(),
  billingGroupId: integer('billing_group_id').notNull(),
  description: text('description').notNull(),
  amountCents: integer('amount_cents').$type<Cents>().notNull(),
  fromPeriod: text('from_period').notNull(),
  untilPeriod: text('until_period'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  stoppedAt: text('stopped_at'),
});

export const periodicChargePeriods = sqliteTable(
  'periodic_charge_periods',
  {
    periodicChargeId: integer('periodic_charge_id').notNull(),
    period: text('period').notNull(),
    schoolId: integer('school_id').notNull(),
    invoiceId: integer('invoice_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.periodicChargeId, table.period] })],
);

export const relatedClaims = sqliteTable('related_claims', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  invoiceId: integer('invoice_id').notNull(),
  relatedInvoiceId: integer('related_invoice_id').notNull(),
  reason: text('reason').notNull().default(''),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  removedAt: text('removed_at'),
});
