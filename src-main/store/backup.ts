import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * A copy of a live database by SQLite's own online backup, reopened and checked before it counts. Throws, and removes
 * the copy, when the check fails.
 */
export async function verifiedBackup(source: Database.Database, target: string): Promise<string> {
  await source.backup(target);
  const copy = new Database(target, { readonly: true });
  try {
    const check = copy.pragma('integrity_check', { simple: true });
    const version = copy.pragma('user_version', { simple: true });
    if (check !== 'ok' || version !== source.pragma('user_version', { simple: true })) {
      throw new Error(`Backup is not sound: ${String(check)}`);
    }
  } catch (error) {
    copy.close();
    rmSync(target, { force: true });
    throw error;
  }
  copy.close();
  return target;
}
