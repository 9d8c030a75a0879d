import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the bytes of a document lie: named by what is in them, so that the same file is kept once. */
function pathOf(dataFolder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('Not a SHA-256');
  return join(dataFolder, 'documents', sha256);
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Keeps the bytes before anything points at them: written beside, flushed to the disk, then given its name. A crash
 * leaves at most a file nobody points at, never a row without its file.
 */
export async function keepDocumentFile(dataFolder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Of(bytes);
  const target = pathOf(dataFolder, sha256);
  if (existsSync(target) && sha256Of(await readFile(target)) === sha256) return sha256;
  await mkdir(join(dataFolder, 'documents'), { recursive: true });
  const beside = `${target}.${randomUUID()}.new`;
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(beside, { force: true });
    throw error;
  }
  await file.close();
  await rename(beside, target);
  return sha256;
}

export type DocumentFile =
  | { readonly state: 'kept'; readonly bytes: Buffer }
  | { readonly state: 'missing' | 'changed' };

/** The bytes, only when they are still those that were kept. */
export async function readDocumentFile(dataFolder: string, sha256: string): Promise<DocumentFile> {
  const path = pathOf(dataFolder, sha256);
  if (!existsSync(path)) return { state: 'missing' };
  const bytes = await readFile(path);
  return sha256Of(bytes) === sha256 ? { state: 'kept', bytes } : { state: 'changed' };
}
