import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifiedBackup } from '#main/store/backup.ts';
import { type Migration, readMigrations } from '#main/store/migrations.ts';
import { openStore } from '#main/store/open.ts';
import { temporaryFolder } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';

let folder: string;
let file: string;
const shipped = readMigrations();
const next = (sql: string, steps = 1): Migration => ({
  version: shipped.length + steps,
  name: `${shipped.length + steps}-test.sql`,
  sql,
});

beforeEach(async () => {
  folder = temporaryFolder();
  file = join(folder, 'test.sqlite');
  const store = await openStore(file);
  addFamily(store, addSchool(store), {
    name: 'Gezin Cipres',
    payers: [{ firstName: 'Els', lastName: 'Cipres' }],
    pupils: [{ firstName: 'Lowie', lastName: 'Cipres', invoices: [{ number: '2026-1', amountCents: 18_000 }] }],
  });
  store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function look(path: string): { version: number; tables: string[]; balances: number[]; sound: string } {
  const database = new Database(path, { readonly: true });
  const answer = {
    version: database.pragma('user_version', { simple: true }) as number,
    tables: database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'new_%' ORDER BY name`)
      .pluck()
      .all() as string[],
    balances: database.prepare('SELECT balance_cents FROM invoices').pluck().all() as number[],
    sound: database.pragma('integrity_check', { simple: true }) as string,
  };
  database.close();
  return answer;
}

describe('bringing a file to a newer version', () => {
  it('keeps a checked backup of the version before', async () => {
    const store = await openStore(file, [...shipped, next('CREATE TABLE new_one (id INTEGER PRIMARY KEY) STRICT')]);
    store.close();
    expect(look(file)).toMatchObject({ version: shipped.length + 1, tables: ['new_one'], balances: [18_000] });
    const backups = readdirSync(join(folder, 'backups'));
    expect(backups).toEqual([`voor-versie-${shipped.length + 1}.sqlite`]);
    expect(look(join(folder, 'backups', backups[0] ?? ''))).toEqual({
      version: shipped.length,
      tables: [],
      balances: [18_000],
      sound: 'ok',
    });
  });

  it('never writes over an earlier backup', async () => {
    mkdirSync(join(folder, 'backups'));
    const earlier = join(folder, 'backups', `voor-versie-${shipped.length + 1}.sqlite`);
    writeFileSync(earlier, 'van vroeger');
    (await openStore(file, [...shipped, next('CREATE TABLE new_one (id INTEGER PRIMARY KEY) STRICT')])).close();
    expect(readdirSync(join(folder, 'backups')).toSorted()).toEqual([
      `voor-versie-${shipped.length + 1}-2.sqlite`,
      `voor-versie-${shipped.length + 1}.sqlite`,
    ]);
  });

  it('keeps the steps before the one that fails, and says where the backup is', async () => {
    const steps = [
      ...shipped,
      next('CREATE TABLE new_one (id INTEGER PRIMARY KEY) STRICT'),
      next('CREATE TABLE new_two (id INTEGER PRIMARY KEY) STRICT; SELECT broken FROM nowhere', 2),
    ];
    await expect(openStore(file, steps)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      sentence: expect.stringContaining(join(folder, 'backups')),
      cause: expect.objectContaining({ message: expect.stringContaining('nowhere') }),
    });
    expect(look(file)).toEqual({
      version: shipped.length + 1,
      tables: ['new_one'],
      balances: [18_000],
      sound: 'ok',
    });
  });

  it('refuses a step that leaves references to nothing', async () => {
    const steps = [...shipped, next('UPDATE pupils SET household_id = 999')];
    await expect(openStore(file, steps)).rejects.toMatchObject({
      cause: expect.objectContaining({ message: expect.stringContaining('broken references') }),
    });
    expect(look(file).version).toBe(shipped.length);
  });

  it('can rebuild a table without losing what refers to it', async () => {
    const rebuild = `CREATE TABLE new_sites (id INTEGER PRIMARY KEY, school_id INTEGER NOT NULL REFERENCES schools (id), name TEXT NOT NULL, UNIQUE (school_id, name)) STRICT;
      INSERT INTO new_sites SELECT * FROM sites; DROP TABLE sites; ALTER TABLE new_sites RENAME TO sites`;
    const before = await openStore(file);
    before.sql.exec(
      `INSERT INTO sites (school_id, name) SELECT id, 'Dorp' FROM schools; UPDATE pupils SET site_id = 1`,
    );
    before.close();
    const store = await openStore(file, [...shipped, next(rebuild)]);
    expect(store.sql.prepare('SELECT site_id FROM pupils').pluck().all()).toEqual([1]);
    expect(store.sql.pragma('foreign_keys', { simple: true })).toBe(1);
    store.close();
  });

  it('is done once when two windows open the file together', async () => {
    const steps = [...shipped, next('CREATE TABLE new_one (id INTEGER PRIMARY KEY) STRICT')];
    const stores = await Promise.all([openStore(file, steps), openStore(file, steps)]);
    for (const store of stores) store.close();
    expect(look(file)).toMatchObject({ version: shipped.length + 1, tables: ['new_one'], sound: 'ok' });
  });
});

describe('a backup', () => {
  it('that cannot be made leaves no file that looks like one', async () => {
    const store = await openStore(file);
    const target = join(folder, 'nergens', 'kopie.sqlite');
    await expect(verifiedBackup(store.sql, target)).rejects.toThrow(/directory|open/);
    expect(existsSync(target)).toBe(false);
    store.close();
  });

  it('holds what was written a moment ago, while the file stays in use', async () => {
    const store = await openStore(file);
    store.sql.prepare(`INSERT INTO households (name, created_at) VALUES ('Gezin Laat', '')`).run();
    const target = await verifiedBackup(store.sql, join(folder, 'kopie.sqlite'));
    const copy = new Database(target, { readonly: true });
    expect(copy.prepare('SELECT name FROM households ORDER BY id').pluck().all()).toEqual([
      'Gezin Cipres',
      'Gezin Laat',
    ]);
    copy.close();
    store.close();
  });
});

describe('the numbered files', () => {
  it('are read in order', () => {
    expect(shipped.map(({ version }) => version)).toEqual(shipped.map((_, index) => index + 1));
  });

  it('are refused with a gap or a double number, before anything is touched', () => {
    for (const names of [['0001-a.sql', '0003-c.sql'], ['0001-a.sql', '0001-b.sql'], ['0002-b.sql']]) {
      const other = temporaryFolder();
      for (const name of names) writeFileSync(join(other, name), 'SELECT 1');
      expect(() => readMigrations(other)).toThrow('out of order');
      rmSync(other, { recursive: true });
    }
  });
});
