import { Problem } from '#shared/api/problem.ts';
import type { ImportSummary } from '#shared/imports/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { JobHandle } from '#main/jobs/jobs.ts';
import { countOutcomes, type Decided, decide, storeVersion } from './decide.ts';
import { joinImported } from '#main/plans/new-claims.ts';
import { checkRequest, type ImportRequest, type OpenedImport, openImport } from './open-import.ts';
import { makePace } from './pace.ts';
import { saveProfile } from './profiles.ts';
import { forgetTable } from './read-table.ts';
import { importSummaryOf } from './report.ts';
import { writeInvoices } from './write-invoices.ts';
import { writePupils } from './write-pupils.ts';

export type CommitRequest = ImportRequest & {
  readonly settleInvoiceIds: readonly number[];
  readonly saveProfileAs: string | null;
};

/** Somebody else wrote while the rows were decided: decide again, but not for ever. */
const attempts = 3;

/** Starts the import as a job whose result is its summary. What can be refused is refused before the job starts. */
export function startImport(context: Context, request: CommitRequest): { jobId: string } {
  checkRequest(context, request);
  const title = request.kind === 'invoices' ? 'Facturen inlezen' : 'Leerlingen inlezen';
  return { jobId: context.jobs.start(title, 0, (job) => runImport(context, request, job)) };
}

async function runImport(context: Context, request: CommitRequest, job: JobHandle): Promise<ImportSummary | null> {
  const opened = await openImport(context, request);
  const total = opened.rows.length;
  for (let attempt = 1; ; attempt += 1) {
    const version = storeVersion(context);
    const decided = await decide(
      context,
      opened,
      makePace((done) => job.progress(done, total), job.signal),
    );
    // Up to here nothing was written: stopping leaves nothing behind.
    if (!decided || job.signal.aborted) return null;
    job.progress(total, total);
    await new Promise((resolve) => setImmediate(resolve));
    if (job.signal.aborted) return null;
    const summary = write(context, request, opened, decided, version, attempt === attempts);
    if (summary) {
      forgetTable(context);
      return summary;
    }
  }
}

/** The one transaction. Undefined when something was written since the rows were decided. */
function write(
  context: Context,
  request: CommitRequest,
  opened: OpenedImport,
  decided: Decided,
  version: string,
  isLastAttempt: boolean,
): ImportSummary | undefined {
  return context.store.transaction(() => {
    if (storeVersion(context) !== version) {
      if (isLastAttempt) {
        throw new Problem(
          'CONFLICT',
          'Er wordt tegelijk iets anders bewaard. Er is niets ingelezen; probeer het zo dadelijk opnieuw.',
        );
      }
      return undefined;
    }
    return runCommand(context, () => {
      const settled = chosenToSettle(request, decided);
      const counts = countOutcomes(decided.decisions, settled.length);
      const importId = insertImport(context, request, opened, decided, counts);
      if (decided.kind === 'invoices') {
        writeInvoices(context, importId, decided.decisions, settled);
        joinImported(context, importId);
      } else writePupils(context, importId, decided.decisions);
      return {
        result: importSummaryOf(context.store, importId),
        audit: {
          command: 'imports.commit',
          detail: { importId, kind: decided.kind, counts, fileSha256: opened.file.fileId },
          schoolId: request.schoolId,
        },
      };
    });
  });
}

function chosenToSettle(
  request: CommitRequest,
  decided: Decided,
): { readonly invoiceId: number; readonly openCents: number; readonly number: string; readonly pupilName: string }[] {
  if (request.settleInvoiceIds.length === 0) return [];
  const vanished = new Map(
    (decided.kind === 'invoices' ? decided.vanished : []).map((invoice) => [invoice.invoiceId, invoice]),
  );
  return [...new Set(request.settleInvoiceIds)].map((invoiceId) => {
    const found = vanished.get(invoiceId);
    if (!found) {
      throw new Problem(
        'CONFLICT',
        'Een factuur die je als elders vereffend aanduidde, is intussen veranderd. Er is niets ingelezen; bekijk het voorbeeld opnieuw.',
        'settleInvoiceIds',
      );
    }
    return found;
  });
}

function insertImport(
  context: Context,
  request: CommitRequest,
  opened: OpenedImport,
  decided: Decided,
  counts: ImportSummary['counts'],
): number {
  const { store, clock, actor } = context;
  const at = clock.now();
  const profileId =
    request.saveProfileAs === null || request.saveProfileAs === ''
      ? null
      : saveProfile(store, {
          name: request.saveProfileAs,
          kind: request.kind,
          headers: opened.headers,
          mapping: request.mapping,
          at,
        });
  const result = store.sql
    .prepare(
      `INSERT INTO imports (school_id, kind, file_name, file_sha256, profile_id, counts, author, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      request.schoolId,
      decided.kind,
      opened.file.fileName,
      opened.file.fileId,
      profileId,
      JSON.stringify(counts),
      actor,
      at,
    );
  return Number(result.lastInsertRowid);
}
