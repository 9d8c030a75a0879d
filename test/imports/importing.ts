import type { ImportKind, ImportPreview, ImportSummary, Mapping, ReadFileResult } from '#shared/imports/contract.ts';
import type { TestApplication } from '#test/support/application.ts';

/** A file as a test hands it over: text becomes UTF-8 bytes. */
export type GivenFile = { readonly name: string; readonly content: string | Uint8Array };

type Choices = {
  readonly kind?: ImportKind;
  readonly schoolId?: number | null;
  readonly settleInvoiceIds?: number[];
  readonly saveProfileAs?: string | null;
  readonly mapping?: Mapping;
};

export function readGiven(application: TestApplication, file: GivenFile): Promise<ReadFileResult> {
  return application.api.imports.read({
    fileName: file.name,
    contentBase64: Buffer.from(file.content).toString('base64'),
  });
}

/** Read and preview, as the screen does. */
export async function previewGiven(
  application: TestApplication,
  file: GivenFile,
  choices: Choices = {},
): Promise<ImportPreview> {
  const read = await readGiven(application, file);
  return application.api.imports.preview(requestOf(read, choices));
}

/** Read and import; fails when the job does. */
export async function importGiven(
  application: TestApplication,
  file: GivenFile,
  choices: Choices = {},
): Promise<ImportSummary> {
  const read = await readGiven(application, file);
  const { jobId } = await application.api.imports.commit({
    ...requestOf(read, choices),
    settleInvoiceIds: choices.settleInvoiceIds ?? [],
    saveProfileAs: choices.saveProfileAs ?? null,
  });
  const job = await application.api.jobs.wait({ jobId });
  if (job.state !== 'done') throw new Error(`${job.state}: ${job.failure}`);
  return job.result as ImportSummary;
}

function requestOf(
  read: ReadFileResult,
  choices: Choices,
): { fileId: string; kind: ImportKind; schoolId: number | null; mapping: Mapping } {
  return {
    fileId: read.fileId,
    kind: choices.kind ?? read.kind,
    schoolId: choices.schoolId ?? null,
    mapping: choices.mapping ?? read.mapping,
  };
}

/** An application with the schools De Wilg (1) and De Linde (2). */
export async function withSchools(application: TestApplication): Promise<TestApplication> {
  for (const [name, level] of [
    ['Basisschool De Wilg', 'primary'],
    ['Middenschool De Linde', 'secondary'],
  ] as const) {
    await application.api.schools.create({
      name,
      level,
      boardName: 'De Boomgaard',
      enterpriseNumber: null,
      iban: null,
      bic: null,
      accountHolder: null,
      street: '',
      postalCode: '',
      city: '',
      phone: null,
      email: null,
      contactName: null,
      contactPhone: null,
      contactEmail: null,
      paymentTermDays: 30,
      addressWindow: 'right',
    });
  }
  return application;
}

/** Every kept balance that is not zero, by invoice number, of invoices that were not withdrawn. */
export function balances(application: TestApplication): Record<string, number> {
  const rows = application.context.store.sql
    .prepare(
      'SELECT number, balance_cents AS cents FROM invoices WHERE withdrawn_at IS NULL AND balance_cents <> 0 ORDER BY number',
    )
    .all() as { number: string; cents: number }[];
  return Object.fromEntries(rows.map(({ number, cents }) => [number, cents]));
}

/** How many rows a table has. */
export function countOf(application: TestApplication, table: string): number {
  return application.context.store.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
}

/** A CSV from rows of cells. */
export function csv(...rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.join(';')).join('\r\n');
}
