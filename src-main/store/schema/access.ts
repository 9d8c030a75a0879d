import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// Who did what: the hash-chained trail.
// The migrations decide; a test compares.

export const auditEntries = sqliteTable('audit_entries', {
  id: integer('id').primaryKey(),
  at: text('at').notNull(),
  actor: text('actor').notNull(),
  schoolId: integer('school_id'),
  householdId: integer('household_id'),
  command: text('command').notNull(),
  detail: text('detail').notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});
