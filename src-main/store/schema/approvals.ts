import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { approvalKinds } from '#shared/approvals/contract.ts';
import type { Cents } from '#shared/money/cents.ts';

// Requests for a second pair of eyes.
// The migrations decide; a test compares.

export const approvals = sqliteTable('approvals', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  householdId: integer('household_id'),
  kind: text('kind', { enum: approvalKinds }).notNull(),
  amountCents: integer('amount_cents').$type<Cents>(),
  request: text('request').notNull(),
  summary: text('summary').notNull(),
  reason: text('reason').notNull().default(''),
  difference: text('difference').notNull(),
  stateSha256: text('state_sha256').notNull(),
  status: text('status', { enum: ['waiting', 'approved', 'rejected', 'withdrawn'] })
    .notNull()
    .default('waiting'),
  maker: text('maker').notNull(),
  makerId: integer('maker_id'),
  createdAt: text('created_at').notNull(),
  decidedBy: text('decided_by'),
  decidedAt: text('decided_at'),
  rejectionReason: text('rejection_reason'),
  replacesId: integer('replaces_id'),
});

export const approvalItems = sqliteTable(
  'approval_items',
  {
    approvalId: integer('approval_id').notNull(),
    invoiceId: integer('invoice_id').notNull(),
    amountCents: integer('amount_cents').$type<Cents>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.approvalId, table.invoiceId] })],
);
