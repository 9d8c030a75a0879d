import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBankFile } from '#main/bank/read-bank-file.ts';
import { bankOffice, importGiven, jobOf, linesOf, previewGiven } from './banking.ts';

const folder = join(import.meta.dirname, 'samples');
const samples = readdirSync(folder).flatMap((kind) =>
  readdirSync(join(folder, kind))
    .filter((name) => /\.(cod|xml)$/.test(name))
    .map((name) => ({ name, path: join(folder, kind, name) })),
);

describe('every sample', () => {
  it('is there', () => {
    expect(existsSync(folder) && samples.length).toBeGreaterThan(10);
  });

  it.each(samples)(
    '$name is imported whole or refused whole, twice gives nothing new, undone leaves nothing',
    async ({ path }) => {
      const office = await bankOffice('2030-01-15');
      const bytes = readFileSync(path);
      const content = readBankFile(bytes);
      const { sql } = office.context.store;
      for (const { account } of content.statements) {
        sql
          .prepare('INSERT OR IGNORE INTO bank_accounts (school_id, iban) VALUES (?, ?)')
          .run(office.schoolId, account);
      }
      const isOk = content.findings.every(({ level }) => level === 'warning');
      const preview = await previewGiven(office, bytes);
      expect(preview.blockedBy === null).toBe(isOk);
      if (isOk) {
        const movements = content.statements.flatMap((statement) => statement.movements);
        const summary = await importGiven(office, bytes);
        expect(summary.newLines + summary.knownLines).toBe(movements.length);
        const lines = await linesOf(office);
        const sum = lines.reduce((total, { amountCents }) => total + amountCents, 0);
        expect(sum).toBe(movements.reduce((total, { amountCents }) => total + amountCents, 0));
        expect((await importGiven(office, bytes)).newLines).toBe(0);
        for (const statementId of summary.statementIds.toReversed()) await office.api.bank.undo({ statementId });
        expect(await linesOf(office)).toEqual([]);
        expect((await importGiven(office, bytes)).newLines).toBe(summary.newLines);
      } else {
        expect((await jobOf(office, bytes)).state).toBe('failed');
        expect((await office.api.bank.statements({})).total).toBe(0);
      }
      await office.close();
    },
  );
});
