import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Secrets } from './secrets.ts';

/**
 * Secrets for the browser and terminal roots, where no system key store is at hand: AES-256-GCM in a file beside the
 * database, the key in a second file that only this user may read. Keeps a password out of backups and databases that
 * are passed on; it does not protect against someone who can already read this user's files.
 */
export function fileSecrets(folder: string): Secrets {
  const keyFile = join(folder, 'secrets.key');
  const storeFile = join(folder, 'secrets.json');
  const key = (): Buffer => {
    if (!existsSync(keyFile)) writePrivate(keyFile, randomBytes(32).toString('base64'));
    return Buffer.from(readFileSync(keyFile, 'utf8'), 'base64');
  };
  const read = (): Record<string, string> =>
    existsSync(storeFile) ? (JSON.parse(readFileSync(storeFile, 'utf8')) as Record<string, string>) : {};
  return {
    get: async (name) => {
      const sealed = read()[name];
      return sealed === undefined ? null : unseal(sealed, key());
    },
    set: async (name, value) => {
      const { [name]: _old, ...rest } = read();
      writePrivate(storeFile, JSON.stringify(value === null ? rest : { ...rest, [name]: seal(value, key()) }));
    },
  };
}

function writePrivate(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function seal(plain: string, key: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

function unseal(sealed: string, key: Buffer): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
