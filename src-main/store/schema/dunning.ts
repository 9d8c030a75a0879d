import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { holdKinds, holdScopes } from '#shared/holds/contract.ts';

// What is left out of messages and why, and by which steps the rest is reminded.
// The migrations decide; a test compares.

export const holds = sqliteTable('holds', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id'),
  scope: text('scope', { enum: holdScopes }).notNull(),
  householdId: integer('household_id'),
  payerId: integer('payer_id'),
  invoiceId: integer('invoice_id'),
  kind: text('kind', { enum: holdKinds }).notNull(),
  reason: text('reason').notNull(),
  fromDate: text('from_date').notNull(),
  untilDate: text('until_date'),
  reviewDate: text('review_date'),
  freezesCosts: integer('freezes_costs').notNull().default(0),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  liftedAt: text('lifted_at'),
  liftedBy: text('lifted_by'),
});

export const procedures = sqliteTable('procedures', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  name: text('name').notNull(),
  shippedKey: text('shipped_key'),
  archivedOn: text('archived_on'),
  createdAt: text('created_at').notNull(),
});

export const procedureVersions = sqliteTable('procedure_versions', {
  id: integer('id').primaryKey(),
  procedureId: integer('procedure_id').notNull(),
  schoolId: integer('school_id').notNull(),
  version: integer('version').notNull(),
  billingGroupId: integer('billing_group_id'),
  validFrom: text('valid_from').notNull(),
  validUntil: text('valid_until'),
  nearLimitationDays: integer('near_limitation_days'),
  stages: text('stages').notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});
