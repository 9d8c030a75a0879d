import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rendererFile } from '#main/adapters/renderer-page.ts';
import { temporaryFolder } from '#test/support/application.ts';

let folder: string;
let renderer: string;
beforeEach(() => {
  folder = temporaryFolder();
  renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(renderer, 'index.html'), '<script nonce="%NONCE%"></script>');
  writeFileSync(join(renderer, 'assets', 'app.js'), 'code');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file of the page', () => {
  it('is served with its own type, and the page with a nonce of its own each time', () => {
    expect(rendererFile(renderer, '/assets/app.js')?.mediaType).toBe('text/javascript; charset=utf-8');
    const pages = [rendererFile(renderer, '/'), rendererFile(renderer, '/index.html')];
    const told = pages.map((page) => Buffer.from(page?.bytes ?? []).toString());
    expect(told[0]).not.toBe(told[1]);
    expect(told.join()).not.toContain('%NONCE%');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%00',
    '/%',
    '/assets',
    '/link.txt',
    '/linked/secret.txt',
    '/..\\secret.txt',
  ])('is nothing outside its folder: %s', (path) => {
    symlinkSync(join(folder, 'secret.txt'), join(renderer, 'link.txt'));
    symlinkSync(folder, join(renderer, 'linked'));
    expect(rendererFile(renderer, path)).toBeUndefined();
  });

  it('is found when the installation itself stands behind a link', () => {
    symlinkSync(renderer, join(folder, 'installed'));
    expect(rendererFile(join(folder, 'installed'), '/index.html')).toBeDefined();
  });
});
