import { spawn } from 'node:child_process';
import { afterEach, expect, it } from 'vitest';
import { addFamily, addSchool } from '#test/support/family.ts';
import { smallFamily } from '#test/support/sending.ts';
import { type TestApplication, temporaryFolder, testApplication } from '#test/support/application.ts';

// Killed without warning in the middle of several steps, and started again.

let application: TestApplication | undefined;
afterEach(() => application?.close());

/** Runs a process of its own in the folder and kills it some time after it began. */
async function killedAfter(folder: string, what: 'demo' | 'dossiers', ms: number): Promise<void> {
  const child = spawn(process.execPath, ['test/support/busy-process.ts', folder, what], { stdio: 'pipe' });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), ms));
  await ended;
}

async function sound({ api, context }: TestApplication): Promise<void> {
  const { sql } = context.store;
  expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(sql.pragma('foreign_key_check')).toEqual([]);
  expect((await api.ledger.verify()).wrong).toEqual([]);
  expect((await api.audit.verify()).firstBroken).toBeNull();
}

it.each([20, 200, 700])('the demo school, after %i ms: there whole or not at all, and it can be made', async (ms) => {
  const folder = temporaryFolder();
  await killedAfter(folder, 'demo', ms);
  application = await testApplication('2026-11-20', folder);
  await sound(application);
  const { api } = application;
  const { state } = await api.setup.status();
  const pupils = application.context.store.sql.prepare('SELECT count(*) FROM pupils').pluck().get();
  expect([state, pupils]).toEqual(state === 'ready' ? ['ready', 2000] : ['empty', 0]);
  if (state === 'empty') await api.jobs.wait(await api.setup.createDemo({ pupils: 20 }));
  expect((await api.setup.status()).state).toBe('ready');
});

it.each([60, 250, 600])(
  'documents and merged households, after %i ms: every document opens, and everything is in one household',
  async (ms) => {
    const folder = temporaryFolder();
    const first = await testApplication('2026-11-20', folder);
    const schoolId = addSchool(first.context.store);
    first.context.store.transaction(() => {
      for (let number = 1; number <= 401; number += 1) addFamily(first.context.store, schoolId, smallFamily(number));
    });
    first.context.store.close();

    await killedAfter(folder, 'dossiers', ms);
    application = await testApplication('2026-11-20', folder);
    await sound(application);
    const { api, context } = application;
    const { sql } = context.store;
    const merged = sql.prepare('SELECT count(*) FROM households WHERE merged_into_id IS NOT NULL').pluck().get();
    const lines = sql
      .prepare("SELECT count(*) FROM audit_entries WHERE command = 'people.mergeHouseholds'")
      .pluck()
      .get();
    expect(merged).toBe(lines);
    for (const table of ['pupils', 'payers', 'documents']) {
      const astray = sql
        .prepare(
          `SELECT count(*) FROM ${table} JOIN households h ON h.id = household_id WHERE merged_into_id IS NOT NULL`,
        )
        .pluck()
        .get();
      expect(astray).toBe(0);
    }
    const page = await api.dossier.page({ householdId: 1 });
    for (const { documentId } of page.documents) {
      expect((await api.dossier.openDocument({ documentId })).mediaType).toBe('text/plain');
    }
  },
);
