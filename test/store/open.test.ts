import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '#shared/api/problem.ts';
import { applicationId, inspectFile } from '#main/store/inspect.ts';
import { readMigrations } from '#main/store/migrations.ts';
import { isNetworkFolder, openStore } from '#main/store/open.ts';
import { temporaryFolder } from '#test/support/application.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'test.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Every file of the folder with its bytes. */
function everything(): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}

/** Tries to open; answers why it was refused, and whether anything in the folder changed by trying. */
async function attempt(): Promise<{ code: unknown; sentence: string; touched: boolean }> {
  const before = everything();
  const error: unknown = await openStore(file).catch((reason: unknown) => reason);
  const problem = error instanceof Problem ? error : null;
  return {
    code: problem?.code,
    sentence: problem?.sentence ?? '',
    touched: JSON.stringify(everything()) !== JSON.stringify(before),
  };
}

const refused = (words: RegExp): object => ({
  code: 'REFUSED',
  sentence: expect.stringMatching(words),
  touched: false,
});

describe('opening a file', () => {
  it('makes a new one where there is none, marked as ours and at the newest version', async () => {
    const store = await openStore(file);
    expect(store.sql.pragma('application_id', { simple: true })).toBe(applicationId);
    expect(store.sql.pragma('user_version', { simple: true })).toBe(readMigrations().length);
    store.close();
  });

  it('takes an empty file for a new one', async () => {
    writeFileSync(file, '');
    (await openStore(file)).close();
    expect(inspectFile(file)).toMatchObject({ kind: 'ours' });
  });

  it('opens its own again, with everything in it, and makes no backup when nothing changes', async () => {
    const first = await openStore(file);
    first.sql.prepare(`INSERT INTO households (name, created_at) VALUES ('Gezin Abeel', '')`).run();
    first.close();
    const second = await openStore(file);
    expect(second.sql.prepare('SELECT name FROM households').pluck().all()).toEqual(['Gezin Abeel']);
    second.close();
    expect(readdirSync(folder)).not.toContain('backups');
  });

  it('is set to lose nothing and to let nothing slip past the triggers', async () => {
    const { sql, close } = await openStore(file);
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers', 'trusted_schema'];
    expect(settings.map((name) => sql.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 1, 0]);
    close();
  });
});

describe('refusing a file, without a trace', () => {
  it('of another program that marks its files', async () => {
    const other = new Database(file);
    other.pragma('application_id = 42');
    other.exec('CREATE TABLE something (a)');
    other.close();
    expect(await attempt()).toEqual(refused(/ander programma/));
  });

  it('of another program that does not', async () => {
    const other = new Database(file);
    other.exec('CREATE TABLE something (a)');
    other.close();
    expect(await attempt()).toEqual(refused(/ander programma/));
  });

  it('of another program that is busy with it, its unwritten pages included', async () => {
    const other = new Database(file);
    other.pragma('journal_mode = WAL');
    other.exec('CREATE TABLE something (a); INSERT INTO something VALUES (1)');
    expect(await attempt()).toEqual(refused(/ander programma/));
    expect(other.prepare('SELECT a FROM something').pluck().all()).toEqual([1]);
    other.close();
  });

  it('of a newer version of ours', async () => {
    const store = await openStore(file);
    store.sql.pragma('user_version = 999');
    store.close();
    expect(await attempt()).toEqual(refused(/nieuwere versie.*999/));
  });

  it('that is no database, however it is called', async () => {
    for (const content of ['Dit is een brief.', 'SQLite format 2\0', 'PK\u0003\u0004'.repeat(100)]) {
      writeFileSync(file, content);
      expect(await attempt()).toEqual(refused(/geen bestand van Openstaand/));
    }
  });

  it('that only pretends to be a database', async () => {
    writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 7)]));
    expect(await attempt()).toEqual(refused(/Er is niets aan veranderd/));
  });
});

describe('a file that cannot be used', () => {
  it('says so when it is a folder', async () => {
    mkdirSync(file);
    await expect(openStore(file)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('says so when ours is damaged', async () => {
    (await openStore(file)).close();
    const bytes = readFileSync(file);
    bytes.fill(0xaa, 4096, 3 * 4096);
    bytes.fill(0xaa, 100, 300);
    writeFileSync(file, bytes);
    await expect(openStore(file)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      sentence: expect.stringMatching(/beschadigd.*reservekopie/),
    });
  });
});

describe('folders on another machine', () => {
  it.each([
    ['\\\\server\\school', 0xef53, true],
    ['//server/school', 0xef53, true],
    ['/home/els', 0xef53, false],
    ['C:\\Users\\els', 0, false],
    ['/mnt/school', 0x6969, true],
    ['/mnt/school', 0xff534d42, true],
    ['/mnt/school', 0xfe534d42, true],
  ])('%s on file system %i: %s', (name, type, expected) => {
    expect(isNetworkFolder(name, type)).toBe(expected);
  });
});
