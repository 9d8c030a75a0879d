import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, testApplication } from '#test/support/application.ts';
import { bankOffice, coda, asFile, importGiven, referenceOf } from './banking.ts';

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

describe('half a file', () => {
  it('leaves nothing behind when the power goes while it is written, and can be read again', async () => {
    for (const afterMs of [1, 150]) {
      const reopened = await testApplication('2026-11-20', await folderOfKilledImport(afterMs));
      const { sql } = reopened.context.store;
      const tables = ['bank_files', 'bank_statements', 'bank_transactions', 'journal_entries', 'payer_accounts'];
      const left = tables.map((table) => sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
      expect(left).toEqual([0, 0, 0, 0, 0]);
      expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
      expect((await reopened.api.ledger.openItems({})).totals).toMatchObject({ invoices: 3000, openCents: 3_000_000 });
      const summary = await importGiven(reopened, coda([{ amountCents: 1000, reference: referenceOf('100000') }]));
      expect(summary).toMatchObject({ newLines: 1, booked: 1 });
      await reopened.close();
    }
  }, 120_000);

  it('leaves nothing behind when it is cancelled before it writes', async () => {
    const office = await bankOffice();
    const { fileId, fileName } = await office.api.bank.preview(asFile(coda([{ amountCents: 1000, name: 'X' }])));
    const { jobId } = await office.api.bank.import({ fileId, fileName });
    await office.api.jobs.cancel({ jobId });
    expect(await office.api.jobs.wait({ jobId })).toMatchObject({ state: 'cancelled', result: null });
    expect((await office.api.bank.statements({})).total).toBe(0);
    await office.close();
  });
});
