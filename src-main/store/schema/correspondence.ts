import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Cents } from '#shared/money/cents.ts';

// What we say: texts and their versions, and the outbox with its evidence.
// The migrations decide; a test compares.

export const texts = sqliteTable('texts', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id'),
  name: text('name').notNull(),
  tone: text('tone', { enum: ['friendly', 'formal', 'inviting'] }).notNull(),
  shippedKey: text('shipped_key'),
  archivedAt: text('archived_at'),
  createdAt: text('created_at').notNull(),
});

export const textVersions = sqliteTable('text_versions', {
  id: integer('id').primaryKey(),
  textId: integer('text_id').notNull(),
  language: text('language', { enum: ['nl', 'fr', 'en'] }).notNull(),
  version: integer('version').notNull(),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});

export const batches = sqliteTable('batches', {
  id: integer('id').primaryKey(),
  textId: integer('text_id'),
  runId: integer('run_id'),
  requestKey: text('request_key').notNull(),
  requestSha256: text('request_sha256').notNull(),
  asOf: text('as_of').notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});

export const evidence = sqliteTable('evidence', {
  sha256: text('sha256').primaryKey(),
  mediaType: text('media_type', { enum: ['message/rfc822', 'application/pdf'] }).notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  createdAt: text('created_at').notNull(),
});

export const messages = sqliteTable('messages', {
  id: integer('id').primaryKey(),
  batchId: integer('batch_id').notNull(),
  schoolId: integer('school_id').notNull(),
  householdId: integer('household_id').notNull(),
  payerId: integer('payer_id').notNull(),
  thirdPartyPayerId: integer('third_party_payer_id'),
  channel: text('channel', { enum: ['email', 'letter'] }).notNull(),
  textVersionId: integer('text_version_id').notNull(),
  language: text('language').notNull(),
  recipientName: text('recipient_name').notNull(),
  recipientAddress: text('recipient_address').notNull(),
  subject: text('subject').notNull(),
  model: text('model').notNull(),
  totalCents: integer('total_cents').$type<Cents>().notNull(),
  structuredReference: text('structured_reference'),
  evidenceSha256: text('evidence_sha256'),
  status: text('status', { enum: ['reserved', 'sending', 'sent', 'failed', 'uncertain', 'cancelled'] })
    .notNull()
    .default('reserved'),
  attempts: integer('attempts').notNull().default(0),
  failure: text('failure'),
  reservedAt: text('reserved_at').notNull(),
  finishedAt: text('finished_at'),
});

export const messagePayers = sqliteTable(
  'message_payers',
  {
    messageId: integer('message_id').notNull(),
    payerId: integer('payer_id').notNull(),
    batchId: integer('batch_id').notNull(),
    schoolId: integer('school_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.payerId] })],
);

export const messageItems = sqliteTable(
  'message_items',
  {
    messageId: integer('message_id').notNull(),
    invoiceId: integer('invoice_id').notNull(),
    schoolId: integer('school_id').notNull(),
    amountCents: integer('amount_cents').$type<Cents>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.invoiceId] })],
);

export const messageEvents = sqliteTable('message_events', {
  id: integer('id').primaryKey(),
  messageId: integer('message_id').notNull(),
  at: text('at').notNull(),
  status: text('status').notNull(),
  detail: text('detail').notNull().default(''),
  actor: text('actor').notNull(),
});
