import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findAppRoot(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json above ${start}`);
    folder = parent;
  }
  return folder;
}

/** The folder of the installed application: sources, bundles and the packaged archive all have package.json at the top. */
export const appRoot = findAppRoot(import.meta.dirname);

/** A file that ships with the application and is not compiled. */
export function resourcePath(...parts: string[]): string {
  return join(appRoot, 'resources', ...parts);
}
