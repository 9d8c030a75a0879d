import type { Match } from '#shared/bank/match/draft.ts';
import type { MatchLine } from '#shared/bank/match/knowledge.ts';
import type { BankFilePreview, Proposal, statementPreview } from '#shared/bank/shapes.ts';
import type { z } from 'zod';
import type { Context } from '#main/api/context.ts';
import { type GivenFile, takeFile } from '#main/imports/given-file.ts';
import { stageFile } from '#main/imports/staging.ts';
import { type CheckedStatement, checkFile, errorsOf } from './check-statements.ts';
import { schoolsByAccount } from './knowledge/accounts.ts';
import { proposeOpenLines } from './propose-lines.ts';
import { readBankFile } from './read-bank-file.ts';

/** Reads, checks and matches a file and keeps it aside for the import; nothing else is stored. */
export function previewBankFile(context: Context, input: GivenFile): BankFilePreview {
  const file = takeFile(context, input);
  const content = readBankFile(file.bytes);
  const checked = checkFile(context, content, file.fileId);
  const errors = errorsOf(checked);
  const lines = checked.statements.map((one) => unstoredLines(context, one));
  let id = 0;
  const numbered = lines.map((own) => own.map((line): MatchLine => ({ ...line, id: (id -= 1) })));
  const matches = errors.length > 0 ? new Map<number, Match>() : proposeOpenLines(context.store, numbered.flat());
  stageFile(context, file);
  return {
    fileId: file.fileId,
    fileName: file.fileName,
    format: content.statements.length > 0 || errors.length === 0 ? content.format : null,
    findings: [...checked.findings],
    statements: checked.statements.map((one, index) => statementOf(one, numbered[index] ?? [], matches)),
    blockedBy: errors[0] ? errors[0].sentence : null,
  };
}

function unstoredLines({ store }: Context, { account, newMovements }: CheckedStatement): Omit<MatchLine, 'id'>[] {
  if (!account) return [];
  const accountSchoolIds = schoolsByAccount(store).get(account.bankAccountId) ?? [account.schoolId];
  return newMovements.map((movement) => ({ accountSchoolIds, movement }));
}

function statementOf(
  { statement, account, known, findings }: CheckedStatement,
  lines: readonly MatchLine[],
  matches: ReadonlyMap<number, Match>,
): z.infer<typeof statementPreview> {
  const proposals = lines.flatMap((line) => matches.get(line.id)?.proposal ?? []);
  // What the import will do by itself, as `doCertain` does it; every other proposal waits for a person.
  const isSetAside = ({ does, confidence }: Proposal): boolean => does === 'setAside' && confidence === 'certain';
  const count = (confidence: string): number =>
    proposals.filter((one) => one.confidence === confidence && !isSetAside(one)).length;
  return {
    account: statement.account,
    schoolId: account?.schoolId ?? null,
    schoolName: account?.schoolName ?? null,
    sequenceNumber: statement.sequenceNumber,
    openingCents: statement.openingCents,
    closingDate: statement.closingDate,
    closingCents: statement.closingCents,
    lines: statement.movements.length,
    known,
    certain: count('certain'),
    likely: count('likely'),
    possible: count('possible'),
    unmatched: lines.length - proposals.length,
    setAside: proposals.filter(isSetAside).length,
    findings: [...findings],
  };
}
