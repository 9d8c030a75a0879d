import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder, type TestApplication, testApplication } from '#test/support/application.ts';
import { countOf, importGiven, readGiven, withSchools } from './importing.ts';
import { openItems, threePupils } from './open-items.ts';

let application: TestApplication;
beforeEach(async () => {
  application = await withSchools(await testApplication());
  await importGiven(application, threePupils);
});
afterEach(() => application.close());

describe('stopping an import', () => {
  it('leaves nothing behind when it is cancelled before it writes', async () => {
    const many = openItems(
      ...Array.from({ length: 3000 }, (_, index) => [`X${index}`, '101', '', '', '10,00', '10,00']),
    );
    const read = await readGiven(application, many);
    const { jobId } = await application.api.imports.commit({
      fileId: read.fileId,
      kind: 'invoices',
      schoolId: null,
      mapping: read.mapping,
    });
    await application.api.jobs.cancel({ jobId });
    expect(await application.api.jobs.wait({ jobId })).toMatchObject({ state: 'cancelled', result: null });
    expect([countOf(application, 'invoices'), countOf(application, 'imports')]).toEqual([0, 1]);
  });

  it('decides again when somebody else writes in between', async () => {
    const many = openItems(
      ...Array.from({ length: 2000 }, (_, index) => [`X${index}`, '101', '', '', '10,00', '10,00']),
    );
    const read = await readGiven(application, many);
    const request = { fileId: read.fileId, kind: 'invoices' as const, schoolId: null, mapping: read.mapping };
    const jobs = await Promise.all([application.api.imports.commit(request), application.api.imports.commit(request)]);
    const results = await Promise.all(jobs.map(({ jobId }) => application.api.jobs.wait({ jobId })));
    expect(results.map(({ state, result }) => [state, (result as { counts: unknown }).counts])).toEqual([
      ['done', { new: 2000, changed: 0, unchanged: 0, rejected: 0, settledElsewhere: 0 }],
      ['done', { new: 0, changed: 0, unchanged: 2000, rejected: 0, settledElsewhere: 0 }],
    ]);
    expect(countOf(application, 'invoices')).toBe(2000);
  });
});

/** Starts the import in its own process and kills it so many milliseconds after it began to write; what it had said. */
function killWhileWriting(folder: string, afterMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'killed-import.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (said === 'writing\n') setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('error', reject);
    child.on('exit', () => resolve(said));
  });
}

/** A folder whose import was killed before it ended; on a busy machine the first attempt may come too late. */
async function folderOfKilledImport(afterMs: number): Promise<string> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const folder = temporaryFolder();
    if ((await killWhileWriting(folder, afterMs)) === 'writing\n') return folder;
    rmSync(folder, { recursive: true });
  }
  throw new Error('The import always ended before it was killed');
}

describe('an import that is killed while it writes', () => {
  it('leaves no trace, and the file can be imported as if nothing had happened', async () => {
    for (const afterMs of [1, 80]) {
      const reopened = await testApplication('2026-11-20', await folderOfKilledImport(afterMs));
      expect((await reopened.api.imports.list()).map(({ kind }) => kind)).toEqual(['pupils']);
      const left = ['invoices', 'postings', 'billing_groups', 'import_rows'].map((table) => countOf(reopened, table));
      // The three rows of the pupils that were there before.
      expect(left).toEqual([0, 0, 0, 3]);
      expect(reopened.context.store.sql.pragma('integrity_check', { simple: true })).toBe('ok');
      const summary = await importGiven(reopened, openItems(['X1', '101', '', '', '10,00', '10,00']));
      expect(summary.counts).toMatchObject({ new: 1, rejected: 0 });
      await reopened.close();
    }
  }, 120_000);
});
