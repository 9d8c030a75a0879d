import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// Who may do what, and who did what: users, roles, the hash-chained trail.
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

export const users = sqliteTable('users', {
  id: integer('id').primaryKey(),
  login: text('login').notNull(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
  failedSignIns: integer('failed_sign_ins').notNull().default(0),
  lockedUntil: text('locked_until'),
  deactivatedAt: text('deactivated_at'),
  createdAt: text('created_at').notNull(),
});

export const userRoles = sqliteTable('user_roles', {
  userId: integer('user_id').notNull(),
  schoolId: integer('school_id'),
  role: text('role', { enum: ['secretary', 'director', 'coordinator', 'care', 'administrator'] }).notNull(),
});

export const auditChanges = sqliteTable(
  'audit_changes',
  {
    auditEntryId: integer('audit_entry_id').notNull(),
    field: text('field').notNull(),
    before: text('before'),
    after: text('after'),
  },
  (table) => [primaryKey({ columns: [table.auditEntryId, table.field] })],
);
