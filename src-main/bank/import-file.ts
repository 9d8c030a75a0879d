import { Problem } from '#shared/api/problem.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { Match } from '#shared/bank/match/draft.ts';
import { importSentence } from '#shared/bank/import-sentence.ts';
import type { BankImportSummary } from '#shared/bank/shapes.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { findStagedFile, type StagedFile } from '#main/imports/staging.ts';
import type { JobHandle } from '#main/jobs/jobs.ts';
import { statement } from '#main/store/statement.ts';
import { carryOut } from './carry-out.ts';
import { type CheckedFile, checkFile, errorsOf } from './check-statements.ts';
import { proposeOpenLines } from './propose-lines.ts';
import { readBankFile } from './read-bank-file.ts';
import { storeStatements } from './store-statements.ts';
import { type TransactionRow, transactionsById } from './transactions.ts';

/** Starts the import of a kept file as a job whose result is its summary. */
export function startBankImport(
  context: Context,
  input: { readonly fileId: string; readonly fileName: string },
): { jobId: string } {
  const file = { ...findStagedFile(context, input.fileId), fileName: input.fileName };
  return { jobId: context.jobs.start('Bankbestand inlezen', 0, (job) => runBankImport(context, file, job)) };
}

async function runBankImport(context: Context, file: StagedFile, job: JobHandle): Promise<BankImportSummary | null> {
  const content = readBankFile(file.bytes);
  const total = content.statements.reduce((sum, { movements }) => sum + movements.length, 0);
  job.progress(0, total);
  await new Promise((resolve) => setImmediate(resolve));
  // Up to here nothing was written: stopping leaves nothing behind.
  if (job.signal.aborted) return null;
  const summary = runCommand(context, () => {
    const checked = checkFile(context, content, file.fileId);
    refuseErrors(checked);
    const result = importChecked(context, file, checked);
    const schoolIds = new Set(checked.statements.map(({ account }) => account?.schoolId));
    const [schoolId] = schoolIds;
    const { statementIds, newLines, knownLines, booked, bookedCents, setAside, open } = result;
    return {
      result,
      audit: {
        command: 'bank.import',
        detail: { statementIds, newLines, knownLines, booked, bookedCents, setAside, open, sha256: file.fileId },
        schoolId: schoolIds.size === 1 ? (schoolId ?? null) : null,
      },
    };
  });
  job.progress(total, total);
  return summary;
}

/** One error and nothing of the file is imported. */
function refuseErrors(checked: CheckedFile): void {
  const [first, ...others] = errorsOf(checked);
  if (!first) return;
  const line = first.line === null ? '' : ` (regel ${first.line})`;
  const more = others.length === 0 ? '' : ` En nog ${others.length} andere.`;
  throw new Problem('INVALID', `Er is niets ingelezen. ${first.sentence}${line}${more}`);
}

/** Stores what is new and does what is certain, inside the transaction. */
function importChecked(context: Context, file: StagedFile, checked: CheckedFile): BankImportSummary {
  const statementIds = storeStatements(context, file, checked);
  const newIds = new Set(
    statement(
      context.store,
      'SELECT id FROM bank_transactions WHERE bank_statement_id IN (SELECT value FROM json_each(?)) ORDER BY id',
    )
      .pluck()
      .all(JSON.stringify(statementIds)) as number[],
  );
  const done = doCertain(context, newIds);
  const newLines = newIds.size;
  const knownLines = checked.statements.reduce((sum, { known }) => sum + known, 0);
  const counts = { ...done, newLines, knownLines, open: newLines - done.booked - done.setAside };
  const before = checked.importedAt === null ? null : formatPlainDate(checked.importedAt.slice(0, 10));
  return { statementIds, ...counts, sentence: importSentence({ ...counts, importedOn: before }) };
}

/** A collection may come back in the file that brings it: what is booked can make another line certain. */
const rounds = 3;

/** What was booked, in cents; null when it cannot be after all: then the line waits for a person, and the others go on. */
function carriedOut(context: Context, row: TransactionRow, match: Match): number | null {
  try {
    return carryOut(context, row, match);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** Carries out what is certain of the new lines. */
function doCertain(
  context: Context,
  newIds: ReadonlySet<number>,
): Pick<BankImportSummary, 'booked' | 'bookedCents' | 'setAside' | 'suggested'> {
  const counts = { booked: 0, bookedCents: 0, setAside: 0, suggested: 0 };
  if (newIds.size === 0) return counts;
  for (let round = 1; ; round += 1) {
    const matches = [...proposeOpenLines(context.store)].filter(([id]) => newIds.has(id));
    const certain = matches.filter(([, { proposal }]) => proposal.confidence === 'certain');
    counts.suggested = matches.length - certain.length;
    let done = 0;
    const rows = new Map(
      transactionsById(
        context.store,
        certain.map(([id]) => id),
      ).map((row) => [row.transactionId, row]),
    );
    for (const [id, match] of certain) {
      const row = rows.get(id);
      if (!row) continue;
      const bookedCents = carriedOut(context, row, match);
      if (bookedCents === null) continue;
      counts.bookedCents += bookedCents;
      done += 1;
      if (match.proposal.does === 'setAside') counts.setAside += 1;
      else counts.booked += 1;
    }
    counts.suggested += certain.length - done;
    if (done === 0 || round === rounds) return counts;
  }
}
