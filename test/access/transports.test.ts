import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { appRoot } from '#main/adapters/app-root.ts';
import { serveWeb, type WebServer } from '#main/web/server.ts';
import { desktop } from '#test/contract/desktop.ts';
import { type TestApplication, temporaryFolder, testApplication } from '#test/support/application.ts';
import { addSchool } from '#test/support/family.ts';
import { addUser, type Api, testPassword } from '#test/support/users.ts';

let folder: string;
let application: TestApplication;

beforeEach(async () => {
  folder = temporaryFolder();
  application = await testApplication('2026-11-20', folder);
  const { store } = application.context;
  addSchool(store);
  addUser(store, { name: 'Ann', roles: [{ role: 'administrator', schoolId: null }] });
  addUser(store, { name: 'Bert', roles: [{ role: 'secretary', schoolId: null }] });
});
afterEach(() => application.close());

type Answer = { readonly exitCode: number; readonly json: unknown };

function terminal(args: readonly string[], password?: string): Promise<Answer> {
  const env = { ...process.env, ...(password === undefined ? {} : { OPENSTAAND_PASSWORD: password }) };
  const all = ['src-main/cli/main.ts', '--db', join(folder, 'test.sqlite'), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { cwd: appRoot, env }, (error, stdout) =>
      resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, json: JSON.parse(stdout) as unknown }),
    );
  });
}

describe('the terminal', () => {
  it('says how to sign in, and does nothing before that', async () => {
    const refused = await terminal(['schools.list']);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.json).toMatchObject({
      error: { code: 'REFUSED', sentence: expect.stringMatching(/--user .*OPENSTAAND_PASSWORD/) as string },
    });
    expect((await terminal(['access.session'])).json).toMatchObject({ mode: 'users', state: 'signedOut' });
    expect((await terminal(['--user', 'bert', 'schools.list'])).json).toMatchObject({ error: { code: 'REFUSED' } });
    expect((await terminal(['--user', 'bert', 'schools.list'], 'gok')).json).toMatchObject({
      error: { code: 'REFUSED', field: 'password' },
    });
  });

  it('works in the name of whoever gave the password, with their rights', async () => {
    const listed = await terminal(['--user', 'bert', 'schools.list'], testPassword);
    expect(listed).toMatchObject({ exitCode: 0, json: [{ name: 'Basisschool De Wilg' }] });
    expect((await terminal(['--user', 'bert', 'setup.status'], testPassword)).json).toMatchObject({ actor: 'Bert' });
    expect((await terminal(['--user', 'bert', 'access.users'], testPassword)).json).toMatchObject({
      error: { code: 'REFUSED' },
    });
  });
});

function page(server: WebServer): Api {
  return createORPCClient(
    new RPCLink({ url: `${server.origin}/api`, headers: { authorization: `Bearer ${server.token}` } }),
  );
}

describe('the browser', () => {
  it('finds the session again when the page is loaded again, and asks the password after a new start', async () => {
    const server = await serveWeb(application.context, folder);
    try {
      await page(server).access.signIn({ login: 'bert', password: testPassword });
      expect(await page(server).access.session()).toMatchObject({ state: 'signedIn', actor: 'Bert' });
      await page(server).access.lock();
      expect(await page(server).access.session()).toMatchObject({ state: 'locked', user: { name: 'Bert' } });
      await expect(page(server).schools.list()).rejects.toMatchObject({ code: 'REFUSED' });
    } finally {
      await server.close();
    }
    const again = await testApplication('2026-11-20', folder);
    try {
      expect(await again.api.access.session()).toMatchObject({ state: 'signedOut', actor: null });
    } finally {
      again.context.store.close();
    }
  });
});

describe('the window', () => {
  it('refuses the same before somebody signed in', async () => {
    const window = await desktop(folder);
    try {
      await expect(window.call('schools.list', {})).rejects.toMatchObject({ code: 'REFUSED' });
      await window.call('access.signIn', { login: 'bert', password: testPassword });
      expect(await window.call('schools.list', {})).toHaveLength(1);
      await expect(window.call('access.users', {})).rejects.toMatchObject({ code: 'REFUSED' });
    } finally {
      await window.close();
    }
  });
});
