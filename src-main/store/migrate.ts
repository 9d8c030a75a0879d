import type Database from 'better-sqlite3';
import { applicationId } from './inspect.ts';
import type { Migration } from './migrations.ts';

/**
 * Brings a database to the newest version, one transaction per step. Foreign keys are off outside the transaction (a
 * table rebuild would otherwise cascade) and checked before each commit. A step that fails leaves the step before it.
 */
export function migrate(database: Database.Database, migrations: readonly Migration[]): void {
  const current = database.pragma('user_version', { simple: true }) as number;
  database.pragma('foreign_keys = OFF');
  try {
    for (const migration of migrations.slice(current)) applyStep(database, migration);
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

function applyStep(database: Database.Database, migration: Migration): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another window may have done this step while we waited for the lock.
    if ((database.pragma('user_version', { simple: true }) as number) >= migration.version) {
      database.exec('ROLLBACK');
      return;
    }
    database.exec(migration.sql);
    const broken = database.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${migration.name} leaves ${broken.length} broken references`);
    database.pragma(`user_version = ${migration.version}`);
    // In the same transaction: tables without our mark would be taken for another program's, and refused for ever.
    database.pragma(`application_id = ${applicationId}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
