import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileSecrets } from '#main/adapters/file-secrets.ts';
import type { Secrets } from '#main/adapters/secrets.ts';
import { temporaryFolder } from '#test/support/application.ts';

let folder: string;
let secrets: Secrets;
beforeEach(() => {
  folder = temporaryFolder();
  secrets = fileSecrets(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: 'secrets.key' | 'secrets.json') => join(folder, name);

describe('a secret in a file', () => {
  it('comes back, stands nowhere in the clear, and only for this user', async () => {
    await secrets.set('smtp.password', 'wachtwoord é');
    expect(await fileSecrets(folder).get('smtp.password')).toBe('wachtwoord é');
    expect(readFileSync(file('secrets.json'), 'utf8')).not.toContain('wachtwoord');
    for (const name of ['secrets.key', 'secrets.json'] as const) expect(statSync(file(name)).mode & 0o077).toBe(0);
    await secrets.set('smtp.password', null);
    expect(await secrets.get('smtp.password')).toBeNull();
  });

  it.each([
    ['the key is gone', 'secrets.key', null],
    ['the key is another one', 'secrets.key', Buffer.alloc(32, 7).toString('base64')],
    ['the key was cut off', 'secrets.key', 'AAAA'],
    ['the file was cut off', 'secrets.json', '{"smtp.passw'],
    ['the file holds something else', 'secrets.json', '[1]'],
    ['the secret is no text', 'secrets.json', '{"smtp.password": 5}'],
    ['the secret was cut off', 'secrets.json', '{"smtp.password": "AAAA"}'],
  ] as const)('is not there any more when %s, and can be filled in again', async (_case, name, content) => {
    await secrets.set('smtp.password', 'oud');
    if (content === null) rmSync(file(name));
    else writeFileSync(file(name), content);
    expect(await secrets.get('smtp.password')).toBeNull();
    await secrets.set('smtp.password', 'nieuw');
    expect(await secrets.get('smtp.password')).toBe('nieuw');
  });

  it('is refused when a byte of it was changed', async () => {
    await secrets.set('smtp.password', 'oud');
    const sealed = (JSON.parse(readFileSync(file('secrets.json'), 'utf8')) as Record<string, string>)['smtp.password'];
    const bytes = Buffer.from(sealed ?? '', 'base64');
    for (const at of [0, 12, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(file('secrets.json'), JSON.stringify({ 'smtp.password': changed.toString('base64') }));
      expect(await secrets.get('smtp.password')).toBeNull();
    }
  });
});
