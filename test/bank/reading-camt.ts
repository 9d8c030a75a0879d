import { expect } from 'vitest';
import type { BankMovement } from '#shared/bank/statement.ts';
import { readCamtFile } from '#main/bank/read-camt.ts';
import { camtFile, type CamtMovement, type CamtStatement } from '#test/support/camt.ts';

/** The account of every file of these tests. */
export const school = 'BE49999000000171';

export const ogm = '123456789002';

/** One statement of that account. */
export function statement(movements: readonly CamtMovement[], more: Partial<CamtStatement> = {}): CamtStatement {
  return { iban: school, sequence: 187, openingCents: 100_000, date: '2026-09-15', movements, ...more };
}

/** A file with one statement of these movements, read. */
export function read(movements: readonly CamtMovement[], version = 8) {
  return readCamtFile(camtFile({ version, statements: [statement(movements)] }));
}

/** The one movement of such a file, that nothing is wrong with. */
export function only(movement: CamtMovement, version = 8): BankMovement {
  const { statements, findings } = read([movement], version);
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  expect(statements[0]?.movements).toHaveLength(1);
  return statements[0]?.movements[0] as BankMovement;
}

export function rulesOf({ findings }: ReturnType<typeof readCamtFile>): string[] {
  return findings.map(({ level, rule }) => `${level} ${rule}`);
}
