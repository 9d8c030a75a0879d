import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { householdChangeKinds, liabilityBases } from '#shared/people/contract.ts';
import { privacyRequestKinds } from '#shared/privacy/contract.ts';

// Who owes: households, pupils, payers and their liability.
// The migrations decide; a test compares.

/** How stands in the migration; here it only says that nobody writes it. */
const keptBySqlite = sql``;

export const households = sqliteTable('households', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  hasEmail: integer('has_email', { mode: 'boolean' }).notNull().default(false),
  lastContactAt: text('last_contact_at'),
  mergedIntoId: integer('merged_into_id'),
  sortName: text('sort_name').notNull().generatedAlwaysAs(keptBySqlite, { mode: 'stored' }),
  createdAt: text('created_at').notNull(),
  erasedAt: text('erased_at'),
});

export const thirdPartyPayers = sqliteTable('third_party_payers', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  contactName: text('contact_name'),
  language: text('language', { enum: ['nl', 'fr', 'en'] })
    .notNull()
    .default('nl'),
  email: text('email'),
  phone: text('phone'),
  channel: text('channel', { enum: ['email', 'letter'] })
    .notNull()
    .default('letter'),
  street: text('street').notNull().default(''),
  postalCode: text('postal_code').notNull().default(''),
  city: text('city').notNull().default(''),
  country: text('country').notNull().default('BE'),
  iban: text('iban'),
});

export const pupils = sqliteTable('pupils', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  householdId: integer('household_id').notNull(),
  siteId: integer('site_id'),
  studentNumber: text('student_number'),
  firstName: text('first_name').notNull(),
  lastName: text('last_name').notNull(),
  birthDate: text('birth_date'),
  className: text('class_name').notNull().default(''),
  leftOn: text('left_on'),
  importId: integer('import_id'),
  sortName: text('sort_name').notNull().generatedAlwaysAs(keptBySqlite, { mode: 'stored' }),
  createdAt: text('created_at').notNull(),
  settledOn: text('settled_on'),
  hasSchoolAllowance: integer('has_school_allowance', { mode: 'boolean' }),
  erasedAt: text('erased_at'),
});

export const payers = sqliteTable('payers', {
  id: integer('id').primaryKey(),
  householdId: integer('household_id').notNull(),
  relation: text('relation', { enum: ['mother', 'father', 'parent', 'guardian', 'self', 'other'] }).notNull(),
  firstName: text('first_name').notNull().default(''),
  lastName: text('last_name').notNull(),
  language: text('language', { enum: ['nl', 'fr', 'en'] })
    .notNull()
    .default('nl'),
  salutation: text('salutation', { enum: ['madam', 'sir', 'neutral'] })
    .notNull()
    .default('neutral'),
  email: text('email'),
  emailBouncedAt: text('email_bounced_at'),
  phone: text('phone'),
  channel: text('channel', { enum: ['email', 'letter'] })
    .notNull()
    .default('email'),
  street: text('street').notNull().default(''),
  postalCode: text('postal_code').notNull().default(''),
  city: text('city').notNull().default(''),
  country: text('country').notNull().default('BE'),
  thirdPartyPayerId: integer('third_party_payer_id'),
  removedAt: text('removed_at'),
  importId: integer('import_id'),
  sortName: text('sort_name').notNull().generatedAlwaysAs(keptBySqlite, { mode: 'stored' }),
  createdAt: text('created_at').notNull(),
  erasedAt: text('erased_at'),
});

export const liabilities = sqliteTable('liabilities', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  pupilId: integer('pupil_id').notNull(),
  payerId: integer('payer_id').notNull(),
  kind: text('kind', { enum: ['joint', 'split'] }).notNull(),
  shareBp: integer('share_bp').notNull().default(10000),
  fromDate: text('from_date').notNull().default('0001-01-01'),
  untilDate: text('until_date'),
  basis: text('basis', { enum: ['', ...liabilityBases] })
    .notNull()
    .default(''),
});

export const payerReferences = sqliteTable('payer_references', {
  structuredReference: text('structured_reference').primaryKey(),
  schoolId: integer('school_id').notNull(),
  payerId: integer('payer_id').notNull(),
});

export const householdChanges = sqliteTable('household_changes', {
  id: integer('id').primaryKey(),
  kind: text('kind', { enum: householdChangeKinds }).notNull(),
  householdId: integer('household_id').notNull(),
  otherHouseholdId: integer('other_household_id'),
  onDate: text('on_date').notNull(),
  before: text('before').notNull(),
  note: text('note').notNull().default(''),
  documentId: integer('document_id'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  undoneAt: text('undone_at'),
  undoneBy: text('undone_by'),
});

export const rulesSignatures = sqliteTable('rules_signatures', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  pupilId: integer('pupil_id').notNull(),
  payerId: integer('payer_id').notNull(),
  signedOn: text('signed_on').notNull(),
  rules: text('rules').notNull(),
  documentId: integer('document_id'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  removedAt: text('removed_at'),
});

export const privacyRequests = sqliteTable('privacy_requests', {
  id: integer('id').primaryKey(),
  householdId: integer('household_id').notNull(),
  payerId: integer('payer_id'),
  pupilId: integer('pupil_id'),
  kind: text('kind', { enum: privacyRequestKinds }).notNull(),
  askedOn: text('asked_on').notNull(),
  note: text('note').notNull().default(''),
  answeredOn: text('answered_on'),
  answer: text('answer').notNull().default(''),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});
