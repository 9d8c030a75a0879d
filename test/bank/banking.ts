import type { BankFilePreview, BankImportSummary, BankLine } from '#shared/bank/shapes.ts';
import type { JobProgress } from '#shared/jobs/contract.ts';
import { makeStructuredReference } from '#shared/bank/structured-reference.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { type CodaMovement, type CodaStatement, codaFile } from '#test/support/coda.ts';
import { addFamily, addSchool, type Family, type FamilyIds } from '#test/support/family.ts';

/** The account of the school of `addSchool`. */
export const schoolIban = 'BE68539007547034';

export type BankOffice = TestApplication & {
  readonly schoolId: number;
  readonly add: (family: Family) => FamilyIds;
};

export async function bankOffice(asOf = '2026-11-20', folder?: string): Promise<BankOffice> {
  const application = await testApplication(asOf, folder);
  const { store } = application.context;
  const schoolId = addSchool(store);
  return { ...application, schoolId, add: (family) => addFamily(store, schoolId, family) };
}

/** One statement of yesterday. */
export function coda(movements: readonly CodaMovement[], statement: Partial<CodaStatement> = {}): Uint8Array {
  return codaFile({
    statements: [
      { iban: schoolIban, sequence: 218, openingCents: 100_000, date: '2026-11-19', movements, ...statement },
    ],
  });
}

/** The reference that `addFamily` puts on an invoice. */
export function referenceOf(number: string): string {
  return makeStructuredReference(number.replace(/\D/g, '').slice(0, 10));
}

/** A movement that names an invoice in its structured communication. */
export function named(number: string, amountCents: number, more: Partial<CodaMovement> = {}): CodaMovement {
  return { amountCents, reference: referenceOf(number), ...more };
}

export function asFile(bytes: Uint8Array, fileName = 'bank.cod'): { fileName: string; contentBase64: string } {
  return { fileName, contentBase64: Buffer.from(bytes).toString('base64') };
}

export function previewGiven(office: TestApplication, bytes: Uint8Array): Promise<BankFilePreview> {
  return office.api.bank.preview(asFile(bytes));
}

export async function jobOf(office: TestApplication, bytes: Uint8Array): Promise<JobProgress> {
  const { fileId, fileName } = await previewGiven(office, bytes);
  return office.api.jobs.wait(await office.api.bank.import({ fileId, fileName }));
}

/** Drops a file and imports it. */
export async function importGiven(office: TestApplication, bytes: Uint8Array): Promise<BankImportSummary> {
  const job = await jobOf(office, bytes);
  if (job.state !== 'done') throw new Error(job.failure ?? job.state);
  return job.result as BankImportSummary;
}

export async function linesOf(office: TestApplication, status?: 'open' | 'booked' | 'setAside'): Promise<BankLine[]> {
  return (await office.api.bank.lines({ status, limit: 1000 })).rows;
}

/** Accepts what is proposed for these lines. */
export function accept(office: TestApplication, lines: readonly BankLine[]) {
  return office.api.bank.accept({
    lines: lines.map(({ transactionId, proposal }) => ({ transactionId, fingerprint: proposal?.fingerprint ?? '' })),
  });
}

/** What is open per number. */
export async function openList(office: TestApplication): Promise<Record<string, number>> {
  const { rows } = await office.api.ledger.openItems({ limit: 1000 });
  return Object.fromEntries(rows.map((row) => [row.number ?? '', row.openCents]));
}
