import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { partnerKinds } from '#shared/hand-over/contract.ts';
import type { Cents } from '#shared/money/cents.ts';

// What was handed to a lawyer, a bailiff or a collector.
// The migrations decide; a test compares.

export const collectionPartners = sqliteTable('collection_partners', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind', { enum: partnerKinds }).notNull(),
  registrationNumber: text('registration_number'),
  agreementOn: text('agreement_on'),
  thirdPartyPayerId: integer('third_party_payer_id').notNull(),
  removedAt: text('removed_at'),
});

export const handOvers = sqliteTable('hand_overs', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  householdId: integer('household_id').notNull(),
  payerId: integer('payer_id').notNull(),
  partnerId: integer('partner_id').notNull(),
  reference: text('reference').notNull().default(''),
  handedOn: text('handed_on').notNull(),
  totalCents: integer('total_cents').$type<Cents>().notNull(),
  previousThirdPartyPayerId: integer('previous_third_party_payer_id'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  takenBackOn: text('taken_back_on'),
  takenBackBy: text('taken_back_by'),
  takeBackReason: text('take_back_reason').notNull().default(''),
});

export const handOverItems = sqliteTable(
  'hand_over_items',
  {
    handOverId: integer('hand_over_id').notNull(),
    invoiceId: integer('invoice_id').notNull(),
    schoolId: integer('school_id').notNull(),
    amountCents: integer('amount_cents').$type<Cents>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.handOverId, table.invoiceId] })],
);

export const handOverFiles = sqliteTable(
  'hand_over_files',
  {
    handOverId: integer('hand_over_id').notNull(),
    mediaType: text('media_type', { enum: ['application/pdf', 'text/csv'] }).notNull(),
    sha256: text('sha256').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.handOverId, table.mediaType] })],
);
