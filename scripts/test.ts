import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm test`: types, lint, format and the build, then the architecture, unit and integration tests, then the browser
 * tests. Finds the tools the tests need, or installs them (as root on Debian).
 */
const root = join(import.meta.dirname, '..');

type Step = readonly [title: string, command: string, ...args: string[]];

/** None of these needs another one: they run beside each other. */
const checks: readonly Step[] = [
  ['Types', 'tsc', '--build'],
  ['Lint', 'oxlint', '--deny-warnings'],
  ['Format', 'oxfmt', '--check'],
  ['Build', 'electron-vite', 'build', '--logLevel', 'warn'],
];
/** These use every core, and the browser tests what was built. */
const tests: readonly Step[] = [
  ['Architecture, unit and integration', 'vitest', 'run', '--project', 'unit'],
  ['Browser', 'vitest', 'run', '--project', 'e2e', '--project', 'shell'],
];

ensureTools();
const began = Date.now();
endWhenFailed(await Promise.all(checks.map((step) => run(step, 'pipe'))));
for (const step of tests) endWhenFailed([await run(step, 'inherit')]);
process.stdout.write(`\nAll: ${seconds(began)}\n`);

/** Runs one step; what it says is shown as it comes, or as a whole when it is done. Answers with the exit code. */
function run([title, command, ...args]: Step, output: 'inherit' | 'pipe'): Promise<number> {
  const started = Date.now();
  const said: Buffer[] = [];
  if (output === 'inherit') process.stdout.write(`\n== ${title}\n`);
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules', '.bin', command), args, {
      cwd: root,
      stdio: ['inherit', output, output],
      shell: process.platform === 'win32',
    });
    child.stdout?.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
    child.once('error', reject);
    child.once('close', (exitCode) => {
      if (output === 'pipe') process.stdout.write(`\n== ${title}\n${Buffer.concat(said).toString()}`);
      process.stdout.write(exitCode === 0 ? `== ${title}: ${seconds(started)}\n` : `\n${title}: failed\n`);
      resolve(exitCode ?? 1);
    });
  });
}

function endWhenFailed(exitCodes: readonly number[]): void {
  const failed = exitCodes.find((exitCode) => exitCode !== 0);
  if (failed !== undefined) process.exit(failed);
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** Chromium for the browser tests, poppler to look inside the letters. */
function ensureTools(): void {
  const missing = [
    ...(process.env['CHROMIUM_PATH'] || found('chromium') || found('google-chrome') ? [] : ['chromium']),
    ...(found('pdftotext') ? [] : ['poppler-utils']),
  ];
  if (missing.length === 0) return;
  if (!found('apt-get') || process.getuid?.() !== 0) {
    process.stdout.write(
      `The tests need ${missing.join(' and ')}: install them, or set CHROMIUM_PATH, and try again.\n`,
    );
    process.exit(1);
  }
  process.stdout.write(`== Installing ${missing.join(', ')}\n`);
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  const result = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quiet);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function found(name: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, name)));
}
