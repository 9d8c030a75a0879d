import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDesktop } from '#main/desktop/start.ts';
import { systemSecrets } from '#main/desktop/secrets.ts';
import { temporaryFolder } from '#test/support/application.ts';
import {
  app,
  type BrowserWindow,
  ipcMain,
  recorded,
  safeStorage,
  session,
  shell,
} from '#test/support/electron-stand-in.ts';

/** The shell itself, run for real: only the `electron` module is a stand-in, and it drives a real Chromium. */
describe('the Electron shell', () => {
  const folder = temporaryFolder();
  let window: BrowserWindow;
  let page: Page;
  const consoleErrors: string[] = [];

  beforeAll(async () => {
    process.argv = ['electron', '.', '--db', join(folder, 'openstaand.sqlite'), '--as-of', '2026-11-20'];
    await import('#main/desktop/main.ts');
    window = await vi.waitUntil(() => recorded.windows.at(-1), { timeout: 30_000 });
    page = await window.page;
    page.on('console', (message) => {
      if (message.type() === 'error') consoleErrors.push(message.text());
    });
  });

  afterAll(async () => {
    for (const each of recorded.windows) await each.closeBrowser();
  });

  it('runs the page sandboxed, isolated and without Node', () => {
    expect(recorded.sandboxEnabled).toBe(true);
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
    });
  });

  it('serves the page on its own scheme, as a secure origin and no more', () => {
    expect(recorded.privilegedSchemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it('talks to the router over the one port: the first start is on the screen', async () => {
    await page.getByRole('heading', { name: /welkom/i }).waitFor();
    expect(await page.title()).toBe('Openstaand');
    expect(consoleErrors).toEqual([]);
  });

  it('fills the demo school through the port and shows the list', async () => {
    await page.getByRole('button', { name: /demo/i }).first().click();
    await page.getByRole('heading', { name: 'Openstaande facturen' }).waitFor();
    await page.getByRole('grid').getByRole('row').nth(3).waitFor();
    expect(await page.getByRole('grid').getByRole('row').count()).toBeGreaterThan(10);
  });

  it('exposes nothing of Electron or Node to the page', async () => {
    const found = await page.evaluate(() =>
      ['require', 'process', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
    );
    expect(found).toEqual([]);
  });

  it('denies every permission', () => {
    const answers: boolean[] = [];
    session.defaultSession.onRequest?.(null, 'geolocation', (granted) => answers.push(granted));
    expect(answers).toEqual([false]);
    expect(session.defaultSession.onCheck?.()).toBe(false);
  });

  it('stays on its own origin', async () => {
    const before = page.url();
    await page.evaluate(() => globalThis.location.assign('https://elders.example/')).catch(() => {});
    await page.waitForTimeout(300);
    expect(page.url()).toBe(before);
  });

  it('opens no window of its own, and hands out only what the allow-list knows', async () => {
    recorded.opened.length = 0;
    const open = (url: string) => window.webContents.windowOpenHandler({ url });
    expect(open('https://uitleg.example/').action).toBe('deny');
    expect(open('file:///etc/passwd').action).toBe('deny');
    expect(open('geen adres').action).toBe('deny');
    expect(recorded.opened).toEqual(['https://uitleg.example/']);
    await shell.openExternal('mailto:x@voorbeeld.example');
  });

  it('refuses a port from another frame or origin', () => {
    let started = false;
    const port = Object.assign(Object.create(null), {
      on: () => {},
      postMessage: () => {},
      start: () => (started = true),
    }) as object;
    const { webContents } = window;
    ipcMain.emit('openstaand-connect', {
      ports: [port],
      sender: webContents,
      senderFrame: { origin: 'app://openstaand' },
    });
    ipcMain.emit('openstaand-connect', { ports: [port], sender: { mainFrame: null }, senderFrame: null });
    expect(started).toBe(false);
  });

  it('brings the first window forward at a second start, and opens no second one', async () => {
    app.singleInstance = false;
    await startDesktop([]);
    app.singleInstance = true;
    expect(recorded.windows.at(-1)).toBe(window);
    app.emit('second-instance');
    expect(window.focused).toBe(1);
  });

  it('keeps secrets sealed on disk, and says so when the system has no key store', async () => {
    const secrets = systemSecrets(folder);
    await secrets.set('smtp.password', 'zeer geheim');
    expect(await secrets.get('smtp.password')).toBe('zeer geheim');
    expect(readFileSync(join(folder, 'system-secrets.json'), 'utf8')).not.toContain('zeer geheim');
    safeStorage.available = false;
    await expect(secrets.set('smtp.password', 'nieuw')).rejects.toThrow(/sleutelhanger/);
    safeStorage.available = true;
    expect(await secrets.get('smtp.password')).toBe('zeer geheim');
    await secrets.set('smtp.password', null);
    expect(await secrets.get('smtp.password')).toBeNull();
  });

  it('says what is wrong with a file of another program in a box, and opens no window', async () => {
    const foreign = join(folder, 'foreign.sqlite');
    const { default: Database } = await import('better-sqlite3');
    const other = new Database(foreign);
    other.exec('CREATE TABLE recepten (naam TEXT)');
    other.close();
    const windows = recorded.windows.length;
    await expect(startDesktop(['--db', foreign])).rejects.toThrow(/ander programma/);
    expect(recorded.errorBoxes.at(-1)).toMatch(/ander programma/);
    expect(recorded.windows.length).toBe(windows);
  });

  it('closes the database before the process ends', async () => {
    const ended = new Promise((resolve) => {
      app.once('quit', resolve);
    });
    app.quit();
    await ended;
    expect(recorded.quits).toBeGreaterThanOrEqual(2);
  });
});
