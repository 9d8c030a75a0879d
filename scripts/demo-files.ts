import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDemo } from '#shared/demo/generate.ts';
import { resourcePath } from '#main/adapters/app-root.ts';
import { demoFiles } from '#main/demo/export-files.ts';

/** Writes resources/demo: the exports of the demo school on the day the demo plays on. */
const folder = resourcePath('demo');
mkdirSync(folder, { recursive: true });
for (const { name, bytes } of await demoFiles(generateDemo({ asOf: '2026-11-20' }))) {
  writeFileSync(join(folder, name), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}
