import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// How we know: files read, row by row.
// The migrations decide; a test compares.

export const importProfiles = sqliteTable('import_profiles', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['pupils', 'invoices'] }).notNull(),
  fingerprint: text('fingerprint').notNull(),
  mapping: text('mapping').notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const imports = sqliteTable('imports', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id'),
  kind: text('kind', { enum: ['pupils', 'invoices'] }).notNull(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  profileId: integer('profile_id'),
  counts: text('counts').notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  undoneAt: text('undone_at'),
  undoneBy: text('undone_by'),
});

export const importRows = sqliteTable('import_rows', {
  id: integer('id').primaryKey(),
  importId: integer('import_id').notNull(),
  rowNumber: integer('row_number').notNull(),
  outcome: text('outcome', { enum: ['new', 'changed', 'rejected', 'settledElsewhere'] }).notNull(),
  reason: text('reason'),
  pupilId: integer('pupil_id'),
  invoiceId: integer('invoice_id'),
  changes: text('changes').notNull().default('[]'),
  shown: text('shown').notNull().default('{}'),
});
