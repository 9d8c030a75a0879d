import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ensureDemo } from '#main/setup/demo.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

let application: TestApplication;
beforeEach(async () => {
  application = await testApplication('2026-11-20');
});
afterEach(() => application.close());

function count(sql: string): unknown {
  return application.context.store.sql.prepare(`SELECT count(*) FROM ${sql}`).pluck().get();
}

describe('a new database', () => {
  test('is empty, and says on which day it is and who is at the keyboard', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await application.api.setup.status()).toEqual({
      state: 'empty',
      version,
      asOf: '2026-11-20',
      isDemo: false,
      actor: 'test',
    });
  });

  test('can start with one own school and the shipped texts', async () => {
    const { schoolId } = await application.api.setup.createEmpty({ schoolName: 'De Eik', level: 'primary' });
    expect(await application.api.setup.status()).toMatchObject({ state: 'ready', isDemo: false });
    expect(await application.api.schools.list()).toMatchObject([
      { id: schoolId, name: 'De Eik', boardName: '', accountHolder: 'De Eik', iban: null, paymentTermDays: 14 },
    ]);
    expect(count("texts WHERE shipped_key = 'friendlyReminder'")).toBe(1);
    expect(count("audit_entries WHERE command = 'setup.createEmpty'")).toBe(1);
  });

  test('needs a name for the own school', async () => {
    await expect(application.api.setup.createEmpty({ schoolName: ' ', level: 'primary' })).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'schoolName' },
    });
    expect(await application.api.setup.status()).toMatchObject({ state: 'empty' });
  });
});

describe('the demo', () => {
  test('is filled by a job that tells how far it is, as of the day of the application', async () => {
    const { jobId } = await application.api.setup.createDemo({ pupils: 60 });
    const job = await application.api.jobs.wait({ jobId });
    expect(job).toMatchObject({ state: 'done', result: { schools: 2, pupils: 60 } });
    expect(job.done).toBe(job.total);
    expect(await application.api.setup.status()).toMatchObject({ state: 'ready', isDemo: true });
    expect(count('pupils')).toBe(60);
    expect(count("texts WHERE shipped_key = 'friendlyReminder'")).toBe(1);
    expect(count("invoices WHERE issue_date > '2026-11-20'")).toBe(0);
    expect(count("audit_entries WHERE command = 'setup.createDemo'")).toBe(1);
  });

  test('is never put over a school that is there, whoever asks first', async () => {
    await application.api.setup.createEmpty({ schoolName: 'De Eik', level: 'primary' });
    await expect(application.api.setup.createDemo({})).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(application.api.setup.createEmpty({ schoolName: 'De Beuk', level: 'primary' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await application.api.schools.list()).toHaveLength(1);
  });

  test('asked for twice at once is made once', async () => {
    const jobs = await Promise.all([
      application.api.setup.createDemo({ pupils: 30 }),
      application.api.setup.createDemo({ pupils: 30 }),
    ]);
    const ends = await Promise.all(jobs.map(({ jobId }) => application.api.jobs.wait({ jobId })));
    expect(ends.map(({ state }) => state)).toEqual(['done', 'failed']);
    expect(ends[1]?.failure).toContain('Er staat al een school');
    expect(count('pupils')).toBe(30);
  });

  test('at the start fills what is empty with the 640 pupils, and leaves what is filled', async () => {
    await ensureDemo(application.context);
    expect(count('pupils')).toBe(640);
    const invoices = count('invoices');
    await ensureDemo(application.context);
    expect(count('pupils')).toBe(640);
    expect(count('invoices')).toBe(invoices);
  });
});
