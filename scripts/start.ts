import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm start`: builds, then opens the Electron window when its binary can be had, else the same application in the
 * browser. Options: --demo, --db FILE, --as-of DATE, --browser (never Electron), --port N, --no-open.
 */
const root = join(import.meta.dirname, '..');
const bin = (name: string): string =>
  join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const shell = process.platform === 'win32';
const wanted = process.argv.slice(2);
/** Room for what lives short: on a large machine V8 takes 128 MB for it, and is no faster with it than with this. */
const shortLived = '--max-semi-space-size=16';

build();
const electron = wanted.includes('--browser') ? undefined : electronBinary();
const args = wanted.filter((argument) => argument !== '--browser');
if (electron) {
  run(electron, [`--js-flags=${shortLived}`, root, ...args]);
} else {
  process.stdout.write('Het Electron-venster is hier niet beschikbaar; Openstaand opent in de browser.\n');
  run(process.execPath, [shortLived, join(root, 'out', 'main', 'web.js'), ...args]);
}

function build(): void {
  const result = spawnSync(bin('electron-vite'), ['build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell,
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** The binary that is there, or can be fetched; undefined without a display, or where Chromium's sandbox cannot run. */
function electronBinary(): string | undefined {
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  if (process.platform === 'linux' && (!display || process.getuid?.() === 0)) return undefined;
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules', 'electron', 'dist');
  return binaryIn(folder) ?? (fetchElectron() ? binaryIn(folder) : undefined);
}

function binaryIn(folder: string): string | undefined {
  const pathFile = join(root, 'node_modules', 'electron', 'path.txt');
  const names = [
    existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : '',
    'electron.exe',
    'electron',
    'Electron.app/Contents/MacOS/Electron',
  ];
  return names
    .filter(Boolean)
    .map((name) => join(folder, name))
    .find((file) => existsSync(file) && statSync(file).isFile());
}

/** Asks the vendor's installer once; where it cannot be reached, later starts do not wait for it again for a day. */
function fetchElectron(): boolean {
  const marker = join(root, 'out', 'electron-unreachable');
  if (existsSync(marker) && Date.now() - statSync(marker).mtimeMs < 24 * 3600_000) return false;
  const result = spawnSync(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    stdio: 'ignore',
    timeout: 180_000,
  });
  if (result.status !== 0) writeFileSync(marker, '');
  return result.status === 0;
}

function run(command: string, commandArgs: readonly string[]): void {
  const child = spawn(command, [...commandArgs], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 0));
}
