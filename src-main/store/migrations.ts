import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appRoot } from '#main/adapters/app-root.ts';

export type Migration = { readonly version: number; readonly name: string; readonly sql: string };

/** The numbered SQL files of `store/migrations`, in order and without gaps. */
export function readMigrations(folder = join(appRoot, 'src-main', 'store', 'migrations')): Migration[] {
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ version: Number(name.slice(0, 4)), name, sql: readFileSync(join(folder, name), 'utf8') }));
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error(`Migration ${migration.name} is out of order`);
  });
  return migrations;
}
