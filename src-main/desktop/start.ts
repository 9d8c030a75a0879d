import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog, protocol, session } from 'electron';
import { Problem } from '#shared/api/problem.ts';
import { isPlainDate } from '#shared/calendar/plain-date.ts';
import { appRoot } from '#main/adapters/app-root.ts';
import { systemClock } from '#main/adapters/clock.ts';
import { type Application, defaultDatabasePath, openApplication } from '#main/api/application.ts';
import { ensureDemo } from '#main/setup/demo.ts';
import { bindRouter } from './bridge.ts';
import { installMenu } from './menu.ts';
import { scheme } from './origin.ts';
import { denyPermissions } from './permissions.ts';
import { serveRenderer } from './protocol.ts';
import { systemSecrets } from './secrets.ts';
import { openMainWindow } from './window.ts';

/** Composition root 1: the Electron window. Ends quietly when Openstaand is already open, and shows that window instead. */
export async function startDesktop(argv: readonly string[]): Promise<void> {
  // SECURITY: one process owns the database; a second start only brings the first window forward.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  // SECURITY: an own scheme instead of file://, with the rights of a secure origin and no more.
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  await app.whenReady();
  const options = readOptions(argv);
  const application = await open(options);
  serveRenderer(join(appRoot, 'out', 'renderer'));
  denyPermissions(session.defaultSession);
  bindRouter(application.context);
  installMenu();
  const window = openMainWindow(preloadPath());
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuit(application);
}

type DesktopOptions = { readonly databasePath: string; readonly asOf: string | undefined; readonly demo: boolean };

function readOptions(argv: readonly string[]): DesktopOptions {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: { db: { type: 'string' }, 'as-of': { type: 'string' }, demo: { type: 'boolean' } },
  });
  const asOf = typeof values['as-of'] === 'string' ? values['as-of'] : undefined;
  if (asOf !== undefined && !isPlainDate(asOf))
    throw new Problem('INVALID', `--as-of ${asOf} is geen datum (jjjj-mm-dd).`);
  const demo = values.demo === true;
  const usual = defaultDatabasePath(process.env, homedir());
  const databasePath =
    typeof values.db === 'string' ? values.db : demo ? join(dirname(usual), 'demo', 'openstaand.sqlite') : usual;
  return { databasePath, asOf, demo };
}

async function open(options: DesktopOptions): Promise<Application> {
  try {
    const application = await openApplication({
      databasePath: options.databasePath,
      secrets: systemSecrets(dirname(options.databasePath)),
      clock: systemClock(options.asOf),
    });
    if (options.demo) await ensureDemo(application.context);
    return application;
  } catch (error) {
    if (error instanceof Problem) dialog.showErrorBox('Openstaand', error.sentence);
    throw error;
  }
}

function preloadPath(): string {
  const path = join(appRoot, 'out', 'preload', 'preload.cjs');
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm run build first`);
  return path;
}

/** Lets the item at hand finish (a message that is leaving) and closes the database before the process ends. */
function closeBeforeQuit(application: Application): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void application.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}
