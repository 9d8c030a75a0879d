import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Cents } from '#shared/money/cents.ts';
import { referralOutcomes, referralPartnerKinds } from '#shared/referrals/contract.ts';

// Help that is offered: what is feasible, the social fund, partners.
// The migrations decide; a test compares.

export const inventories = sqliteTable('inventories', {
  id: integer('id').primaryKey(),
  householdId: integer('household_id').notNull(),
  onDate: text('on_date').notNull(),
  consentOn: text('consent_on').notNull(),
  expiresOn: text('expires_on').notNull(),
  answers: text('answers').notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});

export const referenceBudgets = sqliteTable('reference_budgets', {
  id: integer('id').primaryKey(),
  key: text('key').notNull(),
  amountCents: integer('amount_cents').$type<Cents>(),
  source: text('source').notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});

export const signalDismissals = sqliteTable(
  'signal_dismissals',
  {
    householdId: integer('household_id').notNull(),
    kind: text('kind').notNull(),
    factsSha256: text('facts_sha256').notNull(),
    untilDate: text('until_date'),
    author: text('author').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.householdId, table.kind] })],
);

export const funds = sqliteTable('funds', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  schoolYear: text('school_year').notNull(),
  source: text('source').notNull(),
  amountCents: integer('amount_cents').$type<Cents>().notNull(),
  note: text('note').notNull().default(''),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});

export const grants = sqliteTable('grants', {
  id: integer('id').primaryKey(),
  requestKey: text('request_key').notNull(),
  requestSha256: text('request_sha256').notNull(),
  schoolId: integer('school_id').notNull(),
  fundId: integer('fund_id').notNull(),
  householdId: integer('household_id').notNull(),
  amountCents: integer('amount_cents').$type<Cents>().notNull(),
  motivation: text('motivation').notNull(),
  entryId: integer('entry_id'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  withdrawnAt: text('withdrawn_at'),
  takeBackReason: text('take_back_reason').notNull().default(''),
});

export const grantItems = sqliteTable(
  'grant_items',
  {
    grantId: integer('grant_id').notNull(),
    invoiceId: integer('invoice_id').notNull(),
    schoolId: integer('school_id').notNull(),
    amountCents: integer('amount_cents').$type<Cents>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.grantId, table.invoiceId] })],
);

export const referralPartners = sqliteTable('referral_partners', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind', { enum: referralPartnerKinds }).notNull(),
  offers: text('offers').notNull().default(''),
  needs: text('needs').notNull().default(''),
  contactName: text('contact_name'),
  phone: text('phone'),
  email: text('email'),
  website: text('website'),
  address: text('address'),
  shippedKey: text('shipped_key'),
  removedAt: text('removed_at'),
});

export const referrals = sqliteTable('referrals', {
  id: integer('id').primaryKey(),
  householdId: integer('household_id').notNull(),
  payerId: integer('payer_id').notNull(),
  referralPartnerId: integer('referral_partner_id').notNull(),
  permissionOn: text('permission_on'),
  permissionDocumentId: integer('permission_document_id'),
  permissionWithdrawnAt: text('permission_withdrawn_at'),
  permitted: text('permitted').notNull().default('[]'),
  sharedOn: text('shared_on'),
  sharedSha256: text('shared_sha256'),
  followUpOn: text('follow_up_on').notNull(),
  outcome: text('outcome', { enum: referralOutcomes }),
  outcomeNote: text('outcome_note').notNull().default(''),
  closedOn: text('closed_on'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});
