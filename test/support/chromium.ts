import { existsSync } from 'node:fs';

/** Where the browser of the tests is; `npm test` installs it when it is nowhere. */
export function chromiumPath(): string {
  const candidates = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium-browser',
  ];
  const path = candidates.find((candidate) => candidate !== undefined && existsSync(candidate));
  if (!path) throw new Error('No Chromium found: set CHROMIUM_PATH');
  return path;
}

/** Headless as root, and no calls home. */
export const chromiumArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
