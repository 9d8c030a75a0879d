import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from '#main/api/router.ts';
import { asFile, bankOffice, type BankOffice, coda } from './banking.ts';

let office: BankOffice;
beforeEach(async () => {
  office = await bankOffice();
});
afterEach(() => office.close());

describe('reading a bank file', () => {
  const bytes = coda([{ amountCents: 8000, reference: '010806817183', name: 'ABEEL AN' }]);

  it('by path from the terminal tells what stands in it and stores nothing', async () => {
    const path = join(office.folder, 'zonder-extensie');
    writeFileSync(path, bytes);
    const read = await office.api.bank.read({ path });
    expect(read).toMatchObject({ ok: true, format: 'coda', errors: [] });
    expect(read.statements[0]?.movements).toMatchObject([{ amountCents: 8000, structuredReference: '010806817183' }]);
    expect((await office.api.bank.statements({})).total).toBe(0);
    await expect(office.api.bank.read({ path: join(office.folder, 'nergens') })).rejects.toThrow(/kan niet gelezen/);
  });

  it('by path is for the terminal only', async () => {
    const api = createRouterClient(router, { context: { ...office.context, mayReadPaths: false } });
    await expect(api.bank.read({ path: '/etc/hostname' })).rejects.toThrow(/alleen vanuit de terminal/);
    expect((await api.bank.read(asFile(bytes))).ok).toBe(true);
  });

  it('says what else a file seems to be, and refuses to import what was not kept', async () => {
    const read = await office.api.bank.read(asFile(Buffer.from('%PDF-1.7 uittreksel')));
    expect(read).toMatchObject({ ok: false, format: null });
    expect(read.errors[0]?.sentence).toMatch(/niets ingelezen/);
    await expect(office.api.bank.import({ fileId: 'a'.repeat(64), fileName: 'x' })).rejects.toThrow(
      /staat niet meer klaar/,
    );
    await expect(office.api.bank.import({ fileId: '../../etc/passwd', fileName: 'x' })).rejects.toThrow(
      /staat niet meer klaar/,
    );
  });
});
