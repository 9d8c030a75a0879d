import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRouterClient } from '@orpc/server';
import { openApplication } from '#main/api/application.ts';
import { router } from '#main/api/router.ts';
import { join } from 'node:path';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds } from '#test/support/family.ts';

let application: TestApplication;
let family: FamilyIds;
beforeEach(async () => {
  application = await testApplication();
  const { store } = application.context;
  family = addFamily(store, addSchool(store), {
    name: 'Gezin Abeel',
    payers: [{ firstName: 'Sofie', lastName: 'Abeel' }],
    pupils: [{ firstName: 'Noor', lastName: 'Abeel' }],
  });
});
afterEach(() => application.close());

const rename = () => application.api.people.renameHousehold({ householdId: family.householdId, name: 'Gezin Den' });
const nameNow = () => application.context.store.sql.prepare('SELECT name FROM households').pluck().get();

describe('input that does not fit', () => {
  it('is refused in Dutch with its field, and without the value', async () => {
    await expect(
      application.api.people.renameHousehold({ householdId: family.householdId, name: 'Geheim'.repeat(100) }),
    ).rejects.toMatchObject({
      code: 'INVALID',
      message: 'Dit klopt niet (name): Hoogstens 160 tekens.',
      data: { field: 'name' },
    });
  });

  it('names the field also where the input has a choice of shapes', async () => {
    await expect(application.api.holds.place({ invoiceIds: [1], reason: ' ' })).rejects.toMatchObject({
      code: 'INVALID',
      message: 'Dit klopt niet (reason): Vul dit in.',
      data: { field: 'reason' },
    });
  });
});

describe('a disk or another window that stands in the way', () => {
  it('says so when another process keeps writing, and changes nothing', async () => {
    const other = await openApplication({
      databasePath: join(application.folder, 'test.sqlite'),
      secrets: application.context.secrets,
      log: application.context.log,
    });
    try {
      application.context.store.sql.pragma('busy_timeout = 1');
      other.context.store.sql.exec('BEGIN IMMEDIATE');
      await expect(rename()).rejects.toMatchObject({
        code: 'UNAVAILABLE',
        message: expect.stringContaining('Een ander venster is aan het schrijven') as string,
      });
      other.context.store.sql.exec('ROLLBACK');
      expect(nameNow()).toBe('Gezin Abeel');
      await rename();
      expect(nameNow()).toBe('Gezin Den');
    } finally {
      await other.close();
    }
  });

  it('says so when the disk is full, and keeps nothing of the command', async () => {
    const { sql } = application.context.store;
    sql.pragma(`max_page_count = ${String(sql.pragma('page_count', { simple: true }))}`);
    const note = () =>
      application.api.dossier.addNote({ householdId: family.householdId, kind: 'note', body: 'x'.repeat(4000) });
    let written = 0;
    await expect(
      (async () => {
        for (; written < 200; written += 1) await note();
      })(),
    ).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('De schijf is vol') as string });
    expect(sql.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(written);
    expect(sql.prepare('SELECT count(*) FROM audit_entries').pluck().get()).toBe(written);
  });

  it('ends a long piece of work with the same sentence', async () => {
    const { jobs } = application.context;
    const jobId = jobs.start('Werk', 1, async () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    });
    expect((await jobs.wait(jobId)).failure).toContain('De schijf is vol');
  });
});

describe('what nobody foresaw', () => {
  it('is logged once under an id; the user gets the id and nothing else', async () => {
    const logged: { id: string; cause: unknown }[] = [];
    const log = {
      error: (id: string, _message: string, cause: unknown) => void logged.push({ id, cause }),
      info: () => {},
    };
    const secret = new Error('Sofie Abeel, sofie@voorbeeld.example');
    const clock = {
      ...application.context.clock,
      now: (): string => {
        throw secret;
      },
    };
    const api = createRouterClient(router, { context: { ...application.context, clock, log } });
    const failure = await api.people
      .renameHousehold({ householdId: family.householdId, name: 'Gezin Den' })
      .catch((error: unknown) => error as Error);
    expect(logged).toHaveLength(1);
    expect(logged[0]?.cause).toBe(secret);
    expect(failure).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect((failure as Error).message).toContain(logged[0]?.id);
    expect(JSON.stringify(failure)).not.toMatch(/Sofie|voorbeeld/);
    expect(nameNow()).toBe('Gezin Abeel');
  });
});
