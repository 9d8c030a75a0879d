import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBankFile } from '#main/bank/read-bank-file.ts';
import { bankOffice, type BankOffice, importGiven, jobOf, linesOf, previewGiven } from './banking.ts';

const folder = join(import.meta.dirname, 'samples');
const samples = ['coda', 'camt053'].flatMap((kind) =>
  readdirSync(join(folder, kind))
    .filter((name) => /\.(cod|xml)$/.test(name))
    .map((name) => {
      const bytes = readFileSync(join(folder, kind, name));
      const content = readBankFile(bytes);
      return { name, bytes, content, isOk: content.findings.every(({ level }) => level === 'warning') };
    }),
);

/** An office that has every account of the sample. */
async function officeFor({ content }: (typeof samples)[number]): Promise<BankOffice> {
  const office = await bankOffice('2030-01-15');
  const add = office.context.store.sql.prepare('INSERT OR IGNORE INTO bank_accounts (school_id, iban) VALUES (?, ?)');
  for (const { account } of content.statements) add.run(office.schoolId, account);
  return office;
}

describe('every sample', () => {
  it.each(samples.filter(({ isOk }) => isOk))(
    '$name is imported whole, twice gives nothing new, undone leaves nothing',
    async (sample) => {
      const { bytes, content } = sample;
      const office = await officeFor(sample);
      expect((await previewGiven(office, bytes)).blockedBy).toBeNull();
      const movements = content.statements.flatMap((statement) => statement.movements);
      const summary = await importGiven(office, bytes);
      expect(summary.newLines + summary.knownLines).toBe(movements.length);
      const sum = (await linesOf(office)).reduce((total, { amountCents }) => total + amountCents, 0);
      expect(sum).toBe(movements.reduce((total, { amountCents }) => total + amountCents, 0));
      expect((await importGiven(office, bytes)).newLines).toBe(0);
      for (const statementId of summary.statementIds.toReversed()) await office.api.bank.undo({ statementId });
      expect(await linesOf(office)).toEqual([]);
      expect((await importGiven(office, bytes)).newLines).toBe(summary.newLines);
      await office.close();
    },
  );

  it.each(samples.filter(({ isOk }) => !isOk))('$name is refused whole', async (sample) => {
    const office = await officeFor(sample);
    expect((await previewGiven(office, sample.bytes)).blockedBy).not.toBeNull();
    expect((await jobOf(office, sample.bytes)).state).toBe('failed');
    expect((await office.api.bank.statements({})).total).toBe(0);
    await office.close();
  });

  it('both kinds are there', () => {
    expect(new Set(samples.map(({ isOk }) => isOk)).size).toBe(2);
  });
});
