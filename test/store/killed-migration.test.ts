import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMigrations } from '#main/store/migrations.ts';
import { openStore } from '#main/store/open.ts';
import { temporaryFolder } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';
import { withSlowStep } from './slow-migration.ts';

const folder = temporaryFolder();
const original = join(folder, 'original.sqlite');
const oldVersion = readMigrations().length;

beforeAll(async () => {
  const store = await openStore(original);
  addFamily(store, addSchool(store), { name: 'Gezin Iep', pupils: [{ firstName: 'Samuel', lastName: 'Iep' }] });
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the migration in a process of its own and kills it so many milliseconds after it began. */
async function killAfter(file: string, delay: number): Promise<void> {
  const script = join(import.meta.dirname, 'slow-migration.ts');
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  setTimeout(() => child.kill('SIGKILL'), delay);
  await ended;
}

function look(file: string): { sound: unknown; version: unknown; households: unknown; slow: unknown } {
  const database = new Database(file);
  try {
    return {
      sound: database.pragma('integrity_check', { simple: true }),
      version: database.pragma('user_version', { simple: true }),
      households: database.prepare('SELECT name FROM households').pluck().all(),
      slow: database.prepare(`SELECT count(*) FROM sqlite_schema WHERE name LIKE 'new_slow%'`).pluck().get(),
    };
  } finally {
    database.close();
  }
}

const asBefore = { sound: 'ok', version: oldVersion, households: ['Gezin Iep'], slow: 0 };
const asAfter = { sound: 'ok', version: oldVersion + 1, households: ['Gezin Iep (nieuw)'], slow: 2 };

describe('a migration that is killed', () => {
  it.each([5, 80, 250, 600])('after %i ms: the file is whole, old or new, and opens again', async (delay) => {
    const file = join(folder, `${delay}`, 'test.sqlite');
    mkdirSync(dirname(file));
    copyFileSync(original, file);
    await killAfter(file, delay);
    expect([asBefore, asAfter]).toContainEqual(look(file));
    (await openStore(file, withSlowStep())).close();
    expect(look(file)).toEqual(asAfter);
  });

  it('while the file is being made for the first time: it is ours, or new', async () => {
    for (const delay of [0, 15, 40]) {
      const file = join(folder, `new-${delay}.sqlite`);
      await killAfter(file, delay);
      const store = await openStore(file);
      expect(store.sql.pragma('integrity_check', { simple: true })).toBe('ok');
      store.close();
    }
  });
});
