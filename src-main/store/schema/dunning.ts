import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// What is left out of messages, and why.
// The migrations decide; a test compares.

export const holds = sqliteTable('holds', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  invoiceId: integer('invoice_id').notNull(),
  reason: text('reason').notNull(),
  fromDate: text('from_date').notNull(),
  untilDate: text('until_date'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  liftedAt: text('lifted_at'),
  liftedBy: text('lifted_by'),
});
