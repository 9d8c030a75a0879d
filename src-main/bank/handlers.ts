import { checkReference } from '#shared/bank/check-reference.ts';
import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { submitChange } from '#main/approvals/submit.ts';
import { listAccounts, listFreshness, removeAccount, saveAccount } from './accounts.ts';
import { findCandidates } from './candidates.ts';
import { startBankImport } from './import-file.ts';
import { listLines } from './list-lines.ts';
import { payerAccountCommand } from './payer-account-command.ts';
import { forgetPayerAccount, listPayerAccounts, restorePayerAccount } from './payer-accounts.ts';
import { previewBankFile } from './preview-file.ts';
import { readGivenFile } from './read-file.ts';
import { listStatements, undoStatement } from './statements.ts';
import { acceptProposals, bookByHand, reopenLines, setAsideByHand } from './work-lines.ts';

export const bankHandlers: DomainHandlers<'bank'> = {
  read: os.bank.read.handler(({ context, input }) => readGivenFile(context, input)),
  preview: os.bank.preview.handler(({ context, input }) => previewBankFile(context, input)),
  import: os.bank.import.handler(({ context, input }) => startBankImport(context, input)),
  statements: os.bank.statements.handler(({ context, input }) => listStatements(context, input)),
  lines: os.bank.lines.handler(({ context, input }) => listLines(context, input)),
  accept: os.bank.accept.handler(({ context, input }) => acceptProposals(context, input.lines)),
  candidates: os.bank.candidates.handler(({ context, input }) => findCandidates(context, input)),
  book: os.bank.book.handler(({ context, input }) => bookByHand(context, input)),
  setAside: os.bank.setAside.handler(({ context, input }) => setAsideByHand(context, input)),
  reopen: os.bank.reopen.handler(({ context, input }) => reopenLines(context, input.transactionIds)),
  undo: os.bank.undo.handler(({ context, input }) => undoStatement(context, input.statementId)),
  accounts: os.bank.accounts.handler(({ context }) => listAccounts(context)),
  saveAccount: os.bank.saveAccount.handler(({ context, input }) => saveAccount(context, input)),
  removeAccount: os.bank.removeAccount.handler(({ context, input }) => removeAccount(context, input.bankAccountId)),
  payerAccounts: os.bank.payerAccounts.handler(({ context, input }) => listPayerAccounts(context, input.householdId)),
  savePayerAccount: os.bank.savePayerAccount.handler(({ context, input }) =>
    submitChange(context, payerAccountCommand, input),
  ),
  forgetPayerAccount: os.bank.forgetPayerAccount.handler(({ context, input }) =>
    forgetPayerAccount(context, input.payerAccountId),
  ),
  restorePayerAccount: os.bank.restorePayerAccount.handler(({ context, input }) =>
    restorePayerAccount(context, input.payerAccountId),
  ),
  freshness: os.bank.freshness.handler(({ context }) => listFreshness(context)),
};

export const referenceHandlers: DomainHandlers<'reference'> = {
  check: os.reference.check.handler(({ input }) => checkReference(input.text)),
};
