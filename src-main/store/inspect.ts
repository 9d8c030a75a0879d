import { copyFileSync, existsSync, mkdtempSync, openSync, readSync, closeSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** "OPNS" in the header of the file: how we know a database as ours. */
export const applicationId = 0x4f504e53;

export type FileKind =
  | { readonly kind: 'new' }
  | { readonly kind: 'ours'; readonly version: number }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'notADatabase' };

const magic = 'SQLite format 3\0';
const headerBytes = 100;
const versionAt = 60;
const applicationIdAt = 68;

/**
 * What a file is, without opening it as a database: even looking at one makes SQLite write beside it and in it. Only the
 * first bytes are read; when they do not say whose it is (an empty database, another program's without a mark, or ours
 * that was cut off before its first checkpoint), a copy in the temporary folder is looked at.
 */
export function inspectFile(file: string): FileKind {
  if (!existsSync(file) || statSync(file).size === 0) return { kind: 'new' };
  const header = readHeader(file);
  if (header.toString('latin1', 0, magic.length) !== magic) return { kind: 'notADatabase' };
  const id = header.readUInt32BE(applicationIdAt);
  if (id === applicationId) return { kind: 'ours', version: header.readUInt32BE(versionAt) };
  return id === 0 ? inspectCopy(file) : { kind: 'foreign' };
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(headerBytes);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, headerBytes, 0);
  } finally {
    closeSync(descriptor);
  }
  return header;
}

function inspectCopy(file: string): FileKind {
  const folder = mkdtempSync(join(tmpdir(), 'openstaand-'));
  const copy = join(folder, 'copy.sqlite');
  try {
    copyFileSync(file, copy);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    const database = new Database(copy);
    try {
      const id = database.pragma('application_id', { simple: true }) as number;
      const version = database.pragma('user_version', { simple: true }) as number;
      if (id === applicationId) return { kind: 'ours', version };
      const objects = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
      return id === 0 && objects === 0 ? { kind: 'new' } : { kind: 'foreign' };
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) return { kind: 'notADatabase' };
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
