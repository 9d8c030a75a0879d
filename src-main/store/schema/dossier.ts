import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// What happened around a household beside money and messages.
// The migrations decide; a test compares.

export const notes = sqliteTable('notes', {
  id: integer('id').primaryKey(),
  householdId: integer('household_id').notNull(),
  kind: text('kind', { enum: ['note', 'call', 'talk'] }).notNull(),
  body: text('body').notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  isSocial: integer('is_social', { mode: 'boolean' }).notNull().default(false),
});

export const infoNotes = sqliteTable('info_notes', {
  pupilId: integer('pupil_id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  body: text('body').notNull(),
  author: text('author').notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const documents = sqliteTable('documents', {
  id: integer('id').primaryKey(),
  householdId: integer('household_id').notNull(),
  fileName: text('file_name').notNull(),
  mediaType: text('media_type').notNull(),
  byteCount: integer('byte_count').notNull(),
  sha256: text('sha256').notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  removedAt: text('removed_at'),
});

export const nextSteps = sqliteTable('next_steps', {
  id: integer('id').primaryKey(),
  householdId: integer('household_id').notNull(),
  what: text('what').notNull(),
  dueDate: text('due_date').notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  doneAt: text('done_at'),
});
