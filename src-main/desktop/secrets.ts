import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import { Problem } from '#shared/api/problem.ts';
import { parseSealed, type Secrets } from '#main/adapters/secrets.ts';

/** Secrets sealed by the system's key store (DPAPI, Keychain, libsecret), in a file beside the database. */
export function systemSecrets(folder: string): Secrets {
  const file = join(folder, 'system-secrets.json');
  const read = (): Readonly<Record<string, string>> =>
    existsSync(file) ? parseSealed(readFileSync(file, 'utf8')) : {};
  return {
    get: async (name) => {
      const sealed = read()[name];
      if (typeof sealed !== 'string') return null;
      try {
        // SECURITY: the asynchronous functions; the synchronous ones are gone in Electron 46.
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'));
        return result;
      } catch {
        // Another account or key chain, or changed since.
        return null;
      }
    },
    set: async (name, value) => {
      const sealed = value === null ? null : await seal(value);
      const { [name]: _old, ...rest } = read();
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(sealed === null ? rest : { ...rest, [name]: sealed }), {
        mode: 0o600,
      });
      renameSync(`${file}.new`, file);
    },
  };
}

async function seal(value: string): Promise<string> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) {
    throw new Problem(
      'UNAVAILABLE',
      'Deze computer heeft geen sleutelhanger waarin het wachtwoord veilig kan staan. Het is niet bewaard; vraag uw ICT-dienst.',
    );
  }
  return (await safeStorage.encryptStringAsync(value)).toString('base64');
}
