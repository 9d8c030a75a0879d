import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Cents, zeroCents } from '#shared/money/cents.ts';

// What is owed: invoices and the append-only postings that make their balance.
// The migrations decide; a test compares.

export const invoices = sqliteTable('invoices', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  pupilId: integer('pupil_id').notNull(),
  billingGroupId: integer('billing_group_id').notNull(),
  kind: text('kind', { enum: ['invoice', 'creditNote'] })
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
  withdrawnAt: text('withdrawn_at'),
  importId: integer('import_id'),
  createdAt: text('created_at').notNull(),
});

export const postings = sqliteTable('postings', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  invoiceId: integer('invoice_id').notNull(),
  kind: text('kind', { enum: ['charge', 'receipt', 'credit', 'settledElsewhere', 'reversal'] }).notNull(),
  amountCents: integer('amount_cents').$type<Cents>().notNull(),
  bookingDate: text('booking_date').notNull(),
  valueDate: text('value_date').notNull(),
  description: text('description').notNull().default(''),
  reversesId: integer('reverses_id'),
  importId: integer('import_id'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});
