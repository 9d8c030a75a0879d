import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { generateDemo } from '#shared/demo/generate.ts';
import { appRoot } from '#main/adapters/app-root.ts';
import { fillStore } from '#main/demo/fill.ts';
import { openStore } from '#main/store/open.ts';
import { chromiumArguments, chromiumPath } from '#test/support/chromium.ts';
import { type BenchCase, measure } from '../frame.ts';

const asOf = '2026-11-20';

/** From nothing running to the first list of the demo school on its way to the screen. */
export const startCase: BenchCase = {
  name: 'start',
  size: 'demo school, 640 pupils',
  prepare: async (folder, scale) => {
    const store = await openStore(join(folder, 'bench.sqlite'));
    fillStore(store, generateDemo({ asOf, pupils: 640 * scale }), {
      author: 'bench',
      createdAt: `${asOf}T08:00:00.000Z`,
    });
    store.close();
  },
  run: async (folder) => {
    const databasePath = join(folder, 'bench.sqlite');
    const [ours = 0, raw = 0] = await measure([() => startToList(databasePath), () => bareStart(databasePath)], 5, 1);
    const [screen = 0] = await withChromium((browser) => measure([() => startToScreen(databasePath, browser)], 5, 1));
    return [
      { name: 'start to first list', ours, raw, wanted: '~1.5 s' },
      { name: 'start to first rows on the screen', ours: screen, raw: null, wanted: '~1.5 s' },
    ];
  },
};

async function startToList(databasePath: string): Promise<void> {
  await started(databasePath, async ({ origin, token }) => {
    const response = await fetch(`${origin}/api/ledger/openItems`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ json: {} }),
    });
    const { json } = (await response.json()) as { json: { rows: unknown[] } };
    if (json.rows.length === 0) throw new Error('An empty list');
  });
}

/** In a browser that is open already, as it mostly is, but has not seen the page before. */
async function startToScreen(databasePath: string, browser: Browser): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-BE' });
  const page = await context.newPage();
  await started(databasePath, async ({ origin, token }) => {
    await page.goto(`${origin}/#token=${token}`);
    await page.locator('[role=row][aria-rowindex="2"]').waitFor();
  });
  await context.close();
}

async function withChromium<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments] });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** The built application when it is there, as `npm start` runs it; else the same from its sources. */
async function started(
  databasePath: string,
  use: (address: { readonly origin: string; readonly token: string }) => Promise<void>,
): Promise<void> {
  const built = join(appRoot, 'out', 'main', 'web.js');
  const entry = existsSync(built) ? built : join(appRoot, 'src-main', 'web', 'main.ts');
  const child = spawn(process.execPath, [entry, '--db', databasePath, '--as-of', asOf, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await use(await addressOf(child.stdout));
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
}

function addressOf(output: NodeJS.ReadableStream): Promise<{ origin: string; token: string }> {
  return new Promise((resolve, reject) => {
    let text = '';
    output.on('data', (part: Buffer) => {
      text += part.toString('utf8');
      const [, origin, token] = /(http:\/\/127\.0\.0\.1:\d+)\/#token=([\w-]+)/.exec(text) ?? [];
      if (origin && token) resolve({ origin, token });
    });
    output.on('end', () => reject(new Error(`No address: ${text}`)));
  });
}

/** Node, the library, the file, and a list: what no application can do without. */
function bareStart(databasePath: string): Promise<void> {
  const program = `
    import Database from 'better-sqlite3';
    import { createServer } from 'node:http';
    const database = new Database(${JSON.stringify(databasePath)});
    const rows = database.prepare('SELECT * FROM invoices JOIN pupils ON pupils.id = pupil_id WHERE balance_cents <> 0 ORDER BY due_date LIMIT 200').all();
    createServer().listen(0, '127.0.0.1', () => { process.stdout.write(JSON.stringify(rows)); process.exit(0); });`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      cwd: appRoot,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Bare start: ${code}`))));
  });
}
