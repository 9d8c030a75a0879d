import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm test`: types, lint and format, then the architecture, unit and integration tests, then the build and the browser
 * tests. Finds the tools the tests need, or installs them (as root on Debian).
 */
const root = join(import.meta.dirname, '..');

const steps: readonly (readonly [title: string, command: string, ...args: string[]])[] = [
  ['Types', 'tsc', '--build'],
  ['Lint', 'oxlint', '--deny-warnings'],
  ['Format', 'oxfmt', '--check'],
  ['Build', 'electron-vite', 'build', '--logLevel', 'warn'],
  ['Architecture, unit and integration', 'vitest', 'run', '--project', 'unit'],
  ['Browser', 'vitest', 'run', '--project', 'e2e'],
];

ensureTools();
for (const [title, command, ...args] of steps) {
  const started = Date.now();
  process.stdout.write(`\n== ${title}\n`);
  const result = spawnSync(join(root, 'node_modules', '.bin', command), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stdout.write(`\n${title}: failed\n`);
    process.exit(result.status ?? 1);
  }
  process.stdout.write(`== ${title}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
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
