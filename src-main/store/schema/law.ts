import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Cents } from '#shared/money/cents.ts';

// What the law allows and how the school uses it: values, costs, limitation, debt settlement.
// The migrations decide; a test compares.

export const lawValues = sqliteTable('law_values', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  fromDate: text('from_date').notNull(),
  untilDate: text('until_date'),
  value: text('value'),
  source: text('source').notNull(),
  doubt: text('doubt').notNull().default(''),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});

export const costClaims = sqliteTable('cost_claims', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  householdId: integer('household_id').notNull(),
  payerId: integer('payer_id').notNull(),
  kind: text('kind', { enum: ['lumpSum', 'reminderCost', 'interest'] }).notNull(),
  invoiceId: integer('invoice_id').notNull(),
  claimId: integer('claim_id').notNull(),
  runId: integer('run_id'),
  stage: integer('stage').notNull(),
  basis: text('basis').notNull(),
  amountCents: integer('amount_cents').$type<Cents>().notNull(),
  status: text('status', { enum: ['open', 'paid', 'waived', 'superseded'] })
    .notNull()
    .default('open'),
  reason: text('reason').notNull().default(''),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  decidedAt: text('decided_at'),
});

export const limitationActs = sqliteTable('limitation_acts', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  invoiceId: integer('invoice_id').notNull(),
  payerId: integer('payer_id'),
  kind: text('kind', {
    enum: [
      'acknowledgement',
      'signedPlan',
      'partPayment',
      'lawyerLetter',
      'bailiffLetter',
      'summons',
      'orderToPay',
      'attachment',
    ],
  }).notNull(),
  actDate: text('act_date').notNull(),
  documentId: integer('document_id').notNull(),
  note: text('note').notNull().default(''),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  withdrawnAt: text('withdrawn_at'),
  withdrawnBy: text('withdrawn_by'),
});

export const debtSettlements = sqliteTable('debt_settlements', {
  id: integer('id').primaryKey(),
  householdId: integer('household_id').notNull(),
  payerId: integer('payer_id').notNull(),
  holdId: integer('hold_id').notNull(),
  thirdPartyPayerId: integer('third_party_payer_id'),
  court: text('court').notNull().default(''),
  reference: text('reference').notNull().default(''),
  orderSentOn: text('order_sent_on').notNull(),
  claimFiledOn: text('claim_filed_on'),
  frozen: text('frozen').notNull(),
  outcome: text('outcome', { enum: ['plan', 'remitted', 'revoked', 'rejected', 'other'] }),
  closeReason: text('close_reason').notNull().default(''),
  closedOn: text('closed_on'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});
