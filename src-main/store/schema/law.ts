import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { costKinds, costStatuses } from '#shared/costs/contract.ts';
import { limitationActKinds } from '#shared/law/contract.ts';
import type { Cents } from '#shared/money/cents.ts';
import { settlementKinds, settlementOutcomes } from '#shared/settlements/contract.ts';

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
  kind: text('kind', { enum: costKinds }).notNull(),
  invoiceId: integer('invoice_id').notNull(),
  claimId: integer('claim_id').notNull(),
  runId: integer('run_id'),
  stage: integer('stage').notNull(),
  basis: text('basis').notNull(),
  amountCents: integer('amount_cents').$type<Cents>().notNull(),
  status: text('status', { enum: costStatuses }).notNull().default('open'),
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
  kind: text('kind', { enum: limitationActKinds }).notNull(),
  actDate: text('act_date').notNull(),
  documentId: integer('document_id').notNull(),
  note: text('note').notNull().default(''),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  withdrawnAt: text('withdrawn_at'),
  withdrawnBy: text('withdrawn_by'),
  planSignatureId: integer('plan_signature_id'),
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
  outcome: text('outcome', { enum: settlementOutcomes }),
  closeReason: text('close_reason').notNull().default(''),
  closedOn: text('closed_on'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  kind: text('kind', { enum: settlementKinds }).notNull().default('collective'),
  monthlyCents: integer('monthly_cents').$type<Cents>(),
  planFrom: text('plan_from'),
  planMonths: integer('plan_months'),
});

export const settlementCreditors = sqliteTable(
  'settlement_creditors',
  {
    settlementId: integer('settlement_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    schoolId: integer('school_id'),
    amountCents: integer('amount_cents').$type<Cents>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.settlementId, table.position] })],
);
