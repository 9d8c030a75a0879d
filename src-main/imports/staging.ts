import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Problem } from '#shared/api/problem.ts';
import type { Context } from '#main/api/context.ts';

/** A file that was read and is kept aside until it is imported; `fileId` is the SHA-256 of its bytes. */
export type StagedFile = { readonly fileId: string; readonly fileName: string; readonly bytes: Uint8Array };

/** How long a file that nobody imported stays on disk: it holds names and addresses of families. */
const keepDays = 3;

function folderOf(context: Context): string {
  return join(context.dataFolder, 'staging');
}

/** The identity of a file that is not kept yet. */
export function identifyFile(fileName: string, bytes: Uint8Array): StagedFile {
  const fileId = createHash('sha256').update(bytes).digest('hex');
  return { fileId, fileName: basename(fileName.replace(/\\/g, '/')), bytes };
}

/** Keeps the bytes under their hash, so that reading, preview and import also work in three separate processes. */
export function stageFile(context: Context, file: StagedFile): void {
  const folder = folderOf(context);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeOldFiles(folder, Date.parse(context.clock.now()));
  const path = join(folder, file.fileId);
  writeFileSync(`${path}.name`, file.fileName, { mode: 0o600 });
  // Written beside and renamed, so that a crash never leaves half a file under a hash that promises the whole.
  writeFileSync(`${path}.part`, file.bytes, { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

/** The kept file of that id. Throws NOT_FOUND when it was cleaned up, and says what to do. */
export function findStagedFile(context: Context, fileId: string): StagedFile {
  const path = join(folderOf(context), fileId);
  // SECURITY: the id becomes part of a path; only a hash may.
  if (!/^[0-9a-f]{64}$/.test(fileId) || !existsSync(path)) {
    throw new Problem(
      'NOT_FOUND',
      'Dit bestand staat niet meer klaar. Er is niets ingelezen; kies het bestand opnieuw.',
    );
  }
  const now = new Date(context.clock.now());
  utimesSync(path, now, now);
  return { fileId, fileName: readFileSync(`${path}.name`, 'utf8'), bytes: readFileSync(path) };
}

function removeOldFiles(folder: string, now: number): void {
  const oldest = now - keepDays * 24 * 60 * 60 * 1000;
  const isOld = (name: string): boolean => {
    // The name beside a file lives as long as the file, whose time moves on with every use.
    const file = join(folder, name.replace(/\.name$/, ''));
    return statSync(existsSync(file) ? file : join(folder, name)).mtimeMs < oldest;
  };
  for (const name of readdirSync(folder).filter(isOld)) rmSync(join(folder, name), { force: true });
}
