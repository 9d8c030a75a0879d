import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Cents } from '#shared/money/cents.ts';
import { capKinds, levels } from '#shared/maximum-bill/contract.ts';

// What is on a bill, and what counts for the maximum bill.
// The migrations decide; a test compares.

export const costCategories = sqliteTable('cost_categories', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  cap: text('cap', { enum: capKinds }).notNull(),
  removedAt: text('removed_at'),
});

export const invoiceLines = sqliteTable('invoice_lines', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  invoiceId: integer('invoice_id').notNull(),
  description: text('description').notNull(),
  costCategoryId: integer('cost_category_id'),
  amountCents: integer('amount_cents').$type<Cents>().notNull(),
});

export const pupilLevels = sqliteTable(
  'pupil_levels',
  {
    pupilId: integer('pupil_id').notNull(),
    schoolYear: text('school_year').notNull(),
    schoolId: integer('school_id').notNull(),
    level: text('level', { enum: levels }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.pupilId, table.schoolYear] })],
);

export const tripsElsewhere = sqliteTable(
  'trips_elsewhere',
  {
    pupilId: integer('pupil_id').notNull(),
    schoolYear: text('school_year').notNull(),
    schoolId: integer('school_id').notNull(),
    amountCents: integer('amount_cents').$type<Cents>().notNull(),
    source: text('source').notNull(),
    author: text('author').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pupilId, table.schoolYear] })],
);

export const maximumBillCredits = sqliteTable(
  'maximum_bill_credits',
  {
    entryId: integer('entry_id').notNull(),
    invoiceId: integer('invoice_id').notNull(),
    cap: text('cap', { enum: ['sharp', 'multiDay'] }).notNull(),
    pupilId: integer('pupil_id').notNull(),
    schoolId: integer('school_id').notNull(),
    schoolYear: text('school_year').notNull(),
    amountCents: integer('amount_cents').$type<Cents>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.invoiceId, table.cap] })],
);
