import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * A copy of a live database by SQLite's own online backup, reopened and checked before it counts: it has its name only
 * then, so that a file that was cut off is never taken for a backup. Throws, and leaves nothing, when it is not sound.
 */
export async function verifiedBackup(source: Database.Database, target: string): Promise<string> {
  const copy = await checkedCopy(source, dirname(target));
  renameSync(copy.file, target);
  return target;
}

/**
 * The backup before a migration, beside the database in `backups`, never over an earlier one. Null when the file is not
 * of this version any more: another window brought it up to date while we copied, and made the backup.
 */
export async function backupBeforeMigration(
  source: Database.Database,
  file: string,
  version: number,
): Promise<string | null> {
  const folder = join(dirname(file), 'backups');
  mkdirSync(folder, { recursive: true });
  const copy = await checkedCopy(source, folder);
  if (copy.version !== version) {
    rmSync(copy.file);
    return null;
  }
  let target = join(folder, `voor-versie-${version + 1}.sqlite`);
  for (let attempt = 2; existsSync(target); attempt += 1)
    target = join(folder, `voor-versie-${version + 1}-${attempt}.sqlite`);
  renameSync(copy.file, target);
  return target;
}

async function checkedCopy(
  source: Database.Database,
  folder: string,
): Promise<{ readonly file: string; readonly version: number }> {
  const file = join(folder, `${randomUUID()}.bezig`);
  try {
    await source.backup(file);
    return { file, version: checkedVersion(file) };
  } catch (error) {
    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
    throw error;
  }
}

function checkedVersion(file: string): number {
  const copy = new Database(file);
  try {
    // One file, without a journal beside it that could get lost.
    copy.pragma('journal_mode = DELETE');
    const soundness = copy.pragma('integrity_check', { simple: true });
    if (soundness !== 'ok') throw new Error(`Backup is not sound: ${String(soundness)}`);
    return copy.pragma('user_version', { simple: true }) as number;
  } finally {
    copy.close();
  }
}
