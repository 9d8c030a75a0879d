import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Cents, zeroCents } from '#shared/money/cents.ts';
import { acceptances, versionKinds } from '#shared/plans/shapes.ts';

// What was agreed with payers who pay in parts.
// The migrations decide; a test compares.

export const plans = sqliteTable('plans', {
  id: integer('id').primaryKey(),
  requestKey: text('request_key').notNull(),
  requestSha256: text('request_sha256').notNull(),
  schoolId: integer('school_id').notNull(),
  householdId: integer('household_id').notNull(),
  thirdPartyPayerId: integer('third_party_payer_id'),
  structuredReference: text('structured_reference').notNull(),
  consentOn: text('consent_on'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  endedOn: text('ended_on'),
  endedBy: text('ended_by'),
  endReason: text('end_reason').notNull().default(''),
});

export const planPayers = sqliteTable(
  'plan_payers',
  {
    planId: integer('plan_id').notNull(),
    payerId: integer('payer_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.payerId] })],
);

export const planVersions = sqliteTable('plan_versions', {
  id: integer('id').primaryKey(),
  planId: integer('plan_id').notNull(),
  schoolId: integer('school_id').notNull(),
  version: integer('version').notNull(),
  kind: text('kind', { enum: versionKinds }).notNull(),
  reason: text('reason').notNull().default(''),
  startsOn: text('starts_on').notNull(),
  spread: text('spread').notNull(),
  pausedUntil: text('paused_until'),
  toleranceDays: integer('tolerance_days').notNull(),
  remindDaysBefore: integer('remind_days_before'),
  interest: text('interest'),
  note: text('note').notNull().default(''),
  totalCents: integer('total_cents').$type<Cents>().notNull(),
  correctionCents: integer('correction_cents').$type<Cents>().notNull().default(zeroCents),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});

export const planClaims = sqliteTable(
  'plan_claims',
  {
    planVersionId: integer('plan_version_id').notNull(),
    position: integer('position').notNull(),
    invoiceId: integer('invoice_id').notNull(),
    schoolId: integer('school_id').notNull(),
    openCents: integer('open_cents').$type<Cents>().notNull(),
    afterPostingId: integer('after_posting_id').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.planVersionId, table.position] })],
);

export const planInstalments = sqliteTable(
  'plan_instalments',
  {
    planVersionId: integer('plan_version_id').notNull(),
    number: integer('number').notNull(),
    dueDate: text('due_date').notNull(),
    amountCents: integer('amount_cents').$type<Cents>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.planVersionId, table.number] })],
);

export const planSignatures = sqliteTable('plan_signatures', {
  id: integer('id').primaryKey(),
  planVersionId: integer('plan_version_id').notNull(),
  schoolId: integer('school_id').notNull(),
  payerId: integer('payer_id').notNull(),
  how: text('how', { enum: acceptances }).notNull(),
  signedOn: text('signed_on').notNull(),
  documentId: integer('document_id').notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  withdrawnAt: text('withdrawn_at'),
  withdrawnBy: text('withdrawn_by'),
});

export const planMessages = sqliteTable('plan_messages', {
  messageId: integer('message_id').primaryKey(),
  planVersionId: integer('plan_version_id').notNull(),
  schoolId: integer('school_id').notNull(),
  number: integer('number'),
});

export const planDeclinedClaims = sqliteTable(
  'plan_declined_claims',
  {
    planId: integer('plan_id').notNull(),
    invoiceId: integer('invoice_id').notNull(),
    schoolId: integer('school_id').notNull(),
    author: text('author').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.invoiceId] })],
);
