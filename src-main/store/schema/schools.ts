import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { planRules } from '#shared/plans/shapes.ts';

// Who is owed: schools, what they bill for, and how they want things done.
// The migrations decide; a test compares.

export const schools = sqliteTable('schools', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  boardName: text('board_name').notNull().default(''),
  level: text('level', { enum: ['primary', 'secondary'] }).notNull(),
  enterpriseNumber: text('enterprise_number'),
  iban: text('iban'),
  bic: text('bic'),
  accountHolder: text('account_holder'),
  street: text('street').notNull().default(''),
  postalCode: text('postal_code').notNull().default(''),
  city: text('city').notNull().default(''),
  phone: text('phone'),
  email: text('email'),
  contactName: text('contact_name'),
  contactPhone: text('contact_phone'),
  contactEmail: text('contact_email'),
  paymentTermDays: integer('payment_term_days').notNull().default(14),
  addressWindow: text('address_window', { enum: ['left', 'right'] })
    .notNull()
    .default('right'),
  logo: blob('logo', { mode: 'buffer' }),
  logoMediaType: text('logo_media_type', { enum: ['image/png', 'image/jpeg'] }),
  createdAt: text('created_at').notNull(),
});

export const sites = sqliteTable('sites', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  name: text('name').notNull(),
});

export const billingGroups = sqliteTable('billing_groups', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  name: text('name').notNull(),
  planRule: text('plan_rule', { enum: planRules }).notNull().default('byHand'),
  costCategoryId: integer('cost_category_id'),
});

export const settings = sqliteTable('settings', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id'),
  key: text('key').notNull(),
  value: text('value').notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const preferences = sqliteTable(
  'preferences',
  {
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.actor, table.key] })],
);
