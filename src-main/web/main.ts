import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem } from '#shared/api/problem.ts';
import { isPlainDate } from '#shared/calendar/plain-date.ts';
import { appRoot } from '#main/adapters/app-root.ts';
import { systemClock } from '#main/adapters/clock.ts';
import { fileSecrets } from '#main/adapters/file-secrets.ts';
import { defaultDatabasePath, openApplication } from '#main/api/application.ts';
import { ensureDemo } from '#main/setup/demo.ts';
import { serveWeb } from './server.ts';

/** Starts the browser root and prints its one-time address; opens a browser when there is a display. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      db: { type: 'string' },
      'as-of': { type: 'string' },
      demo: { type: 'boolean', default: false },
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const asOf = values['as-of'];
  if (asOf !== undefined && !isPlainDate(asOf))
    throw new Problem('INVALID', `--as-of ${asOf} is geen datum (jjjj-mm-dd).`);
  const usual = defaultDatabasePath(process.env, homedir());
  const databasePath = values.db ?? (values.demo ? join(dirname(usual), 'demo', 'openstaand.sqlite') : usual);
  const application = await openApplication({
    databasePath,
    secrets: fileSecrets(dirname(databasePath)),
    clock: systemClock(asOf),
  });
  if (values.demo) await ensureDemo(application.context);
  const server = await serveWeb(application.context, join(appRoot, 'out', 'renderer'), Number(values.port ?? 0));
  process.stdout.write(`Openstaand staat klaar: ${server.url}\n`);
  if (!values['no-open']) openBrowser(server.url);
  const stop = (): void => {
    void server
      .close()
      .then(() => application.close())
      .then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** The desktop's own way to open an address; without a display the printed address is enough. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : process.platform === 'darwin'
        ? ['open', url]
        : ['xdg-open', url];
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return;
  if (command)
    spawn(command, args, { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
}

try {
  await main();
} catch (error) {
  process.stderr.write(
    `${error instanceof Problem ? error.sentence : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
