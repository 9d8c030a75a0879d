import { copyFileSync, cpSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { appRoot } from '#main/adapters/app-root.ts';
import type { Clock } from '#main/adapters/clock.ts';
import { ensureDemo } from '#main/setup/demo.ts';
import { serveWeb } from '#main/web/server.ts';
import { temporaryFolder, type TestApplication, testApplication } from '#test/support/application.ts';
import { clockFrom } from '#test/support/clock.ts';
import { chromiumArguments, chromiumPath } from '#test/support/chromium.ts';

/** The day it is in every browser test; the demo school is made around it. */
export const testDay = '2026-11-20';

export type Screen = {
  readonly page: Page;
  readonly application: TestApplication;
  /** `http://127.0.0.1:1234`; add `/#/teksten` to go to a screen. */
  readonly origin: string;
  /** The address from the start window, with its one-time token. */
  readonly url: string;
  /** Goes to a screen of the same session: `await open('/teksten')`. */
  readonly open: (path: string) => Promise<void>;
  /** Console errors, refused styles or scripts, and uncaught errors so far; a test expects it to be empty. */
  readonly problems: string[];
  readonly close: () => Promise<void>;
};

/** `OPENSTAAND_RENDERER`: a page that was built elsewhere, while somebody else uses the usual folder. */
const builtRenderer = process.env['OPENSTAAND_RENDERER'] ?? join(appRoot, 'out', 'renderer');

/**
 * The browser root on a fresh database (the demo school unless told otherwise), opened in a real Chromium. A demo school without
 * help agreed nothing yet with its families, for what begins with the first plan, fund or category.
 */
export async function openScreen({
  demo = true,
  clock = clockFrom(testDay, '09:00'),
}: { readonly demo?: boolean | 'withoutHelp'; readonly clock?: Clock } = {}): Promise<Screen> {
  if (!existsSync(join(builtRenderer, 'index.html'))) throw new Error('Build first: npm run build');
  // Ten in the morning: reminders leave by day only, whenever the tests run.
  const folder = demo ? await demoFolder(demo === true) : undefined;
  const application = await testApplication(testDay, folder, clock);
  const server = await serveWeb(application.context, builtRenderer);
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-BE' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(server.url);
  await page.locator('h1').first().waitFor();
  return {
    page,
    application,
    origin: server.origin,
    url: server.url,
    problems,
    open: async (path) => {
      await page.goto(`${server.origin}/#${path}`);
      await page.locator('h1').first().waitFor();
    },
    close: async () => {
      await browser.close();
      await server.close();
      await application.close();
    },
  };
}

/** A folder with a demo school of its own. */
async function demoFolder(withHelp: boolean): Promise<string> {
  const folder = temporaryFolder();
  const made = await (demoSchools[String(withHelp)] ??= makeDemo(withHelp));
  copyFileSync(made, join(folder, 'test.sqlite'));
  cpSync(join(dirname(made), 'documents'), join(folder, 'documents'), { recursive: true });
  return folder;
}

/** The databases of the demo school, closed: made once in each process. */
const demoSchools: Record<string, Promise<string>> = {};

/** A minute before the tests begin. */
async function makeDemo(withHelp: boolean): Promise<string> {
  const { context } = await testApplication(testDay, undefined, clockFrom(testDay, '08:59'));
  await ensureDemo(context, { withHelp });
  await context.jobs.close();
  context.store.close();
  return context.store.path;
}

function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments] });
}

/**
 * What axe finds against WCAG 2.2 AA, one line each, with the element; a test expects an empty list. The page has no
 * frames of another origin, so axe judges it in the page itself, and describes only what is wrong: that is most of its work.
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // Half a megabyte to parse: once in each document.
  const axePresent = await page.evaluate(() => 'axe' in globalThis);
  const { violations } = await new AxeBuilder({ page, ...(axePresent && { axeSource: '0' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** Presses Tab until the wanted element has the focus; fails when it cannot be reached with the keyboard. */
export async function tabTo(page: Page, selector: string, atMost = 60): Promise<void> {
  for (let pressed = 0; pressed < atMost; pressed += 1) {
    if (await page.locator(selector).evaluateAll((found) => found.includes(document.activeElement as never))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} cannot be reached with Tab`);
}
