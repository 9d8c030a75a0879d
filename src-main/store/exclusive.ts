import Database from 'better-sqlite3';

/**
 * One piece of work at a time over all windows and processes of this computer: a lock on a small file beside the
 * database, which the operating system frees when its holder dies, however it dies. Null when somebody else has it.
 */
export function tryExclusive(databasePath: string, name: string): (() => void) | null {
  const lock = new Database(databasePath === ':memory:' ? ':memory:' : `${databasePath}.${name}`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return () => lock.close();
}
