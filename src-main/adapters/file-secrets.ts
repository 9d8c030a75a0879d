import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSealed, type Secrets } from './secrets.ts';

const keyBytes = 32;

/**
 * Secrets for the browser and terminal roots, where no system key store is at hand: AES-256-GCM in a file beside the
 * database, the key in a second file that only this user may read. Keeps a password out of backups and databases that
 * are passed on; it does not protect against someone who can already read this user's files.
 */
export function fileSecrets(folder: string): Secrets {
  const keyFile = join(folder, 'secrets.key');
  const storeFile = join(folder, 'secrets.json');
  const readKey = (): Buffer | null => {
    const key = existsSync(keyFile) ? Buffer.from(readFileSync(keyFile, 'utf8'), 'base64') : null;
    return key?.length === keyBytes ? key : null;
  };
  const newKey = (): Buffer => {
    const key = randomBytes(keyBytes);
    writePrivate(keyFile, key.toString('base64'));
    return key;
  };
  const read = (): Readonly<Record<string, string>> =>
    existsSync(storeFile) ? parseSealed(readFileSync(storeFile, 'utf8')) : {};
  return {
    get: async (name) => {
      const sealed = read()[name];
      const key = readKey();
      return typeof sealed === 'string' && key !== null ? unseal(sealed, key) : null;
    },
    set: async (name, value) => {
      const { [name]: _old, ...rest } = read();
      const kept = value === null ? rest : { ...rest, [name]: seal(value, readKey() ?? newKey()) };
      writePrivate(storeFile, JSON.stringify(kept));
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

/** Null when it was sealed with another key, or changed since. */
function unseal(sealed: string, key: Buffer): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
