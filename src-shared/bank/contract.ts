import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { base64, cents, filledText, id, jobStarted, plainDate, positiveCents } from '../api/schemas.ts';
import { outcome } from '../ledger/booking-shapes.ts';
import { bankFormat, bankStatementContent, finding } from './file-shapes.ts';
import {
  bankAccount,
  bankFilePreview,
  bankLine,
  candidate,
  lineCounts,
  payerAccount,
  payerAccountRequest,
  setAsideAs,
  statementRow,
} from './shapes.ts';

const file = z.union([
  z.object({ fileName: filledText(255), contentBase64: base64 }),
  /** For the terminal only. */
  z.object({ path: filledText(4096) }),
]);
const transactionIds = z.array(id).min(1).max(20_000);

export const bankContract = {
  /** Reads a bank file and stores nothing: statements with their movements, warnings and errors. */
  read: procedure.input(file).output(
    z.object({
      /** False: there is an error, nothing of it can be imported. */
      ok: z.boolean(),
      format: bankFormat.nullable(),
      statements: z.array(bankStatementContent),
      warnings: z.array(finding),
      errors: z.array(finding),
    }),
  ),
  /** Reads, checks and matches a dropped file; keeps it aside, stores nothing else. */
  preview: procedure.input(file).output(bankFilePreview),
  /** Stores the new lines of a kept file, in one transaction, and books what is certain; a job whose result is a BankImportSummary. */
  import: procedure.input(z.object({ fileId: z.string().max(80), fileName: filledText(255) })).output(jobStarted),
  statements: procedure
    .input(
      z.object({
        schoolId: id.optional(),
        offset: z.number().int().min(0).max(10_000_000).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ rows: z.array(statementRow), total: z.number().int() })),
  /** Lines with what is proposed for them now; the most certain first when open. */
  lines: procedure
    .input(
      z.object({
        /** One line, whatever its status. */
        transactionId: id.optional(),
        statementId: id.optional(),
        schoolId: id.optional(),
        status: z.enum(['open', 'booked', 'setAside']).optional(),
        search: z.string().max(200).optional(),
        offset: z.number().int().min(0).max(10_000_000).default(0),
        limit: z.number().int().min(1).max(1000).default(200),
      }),
    )
    .output(z.object({ rows: z.array(bankLine), total: z.number().int(), counts: lineCounts })),
  /** Accepts proposals as they were shown. What changed meanwhile is left and named; the others are done. */
  accept: procedure
    .input(
      z.object({
        lines: z
          .array(z.object({ transactionId: id, fingerprint: z.string().max(100) }))
          .min(1)
          .max(20_000),
      }),
    )
    .output(z.object({ done: z.number().int(), changedTransactionIds: z.array(id) })),
  /** Households with their open claims, for a line that has to be worked by hand. */
  candidates: procedure.input(z.object({ transactionId: id, text: z.string().max(200) })).output(z.array(candidate)),
  /** Books a line by hand, split over claims; what is left becomes credit of the household. */
  book: procedure
    .input(
      z.object({
        transactionId: id,
        householdId: id,
        payerId: id.nullable(),
        thirdPartyPayerId: id.nullable(),
        allocations: z.array(z.object({ invoiceId: id, amountCents: positiveCents })).max(500),
        /** Remember the account of this line for the payer or body that paid. */
        learnAccount: z.boolean().default(false),
      }),
    )
    .output(z.object({ entryId: id })),
  /** Nothing for the ledger: costs, own transfers, money that is not for us. */
  setAside: procedure
    .input(z.object({ transactionIds, as: setAsideAs, note: z.string().trim().max(300).default('') }))
    .output(z.object({ transactionIds: z.array(id) })),
  /** Back to open; what was booked is taken back. */
  reopen: procedure.input(z.object({ transactionIds })).output(z.object({ transactionIds: z.array(id) })),
  /** Takes a whole statement back: its receipts are reversed, its lines can be read again. */
  undo: procedure.input(z.object({ statementId: id })).output(statementRow),
  accounts: procedure.output(z.array(bankAccount)),
  saveAccount: procedure
    .input(
      z.object({ bankAccountId: id.nullable(), schoolId: id, iban: filledText(50), label: z.string().trim().max(80) }),
    )
    .output(bankAccount),
  removeAccount: procedure.input(z.object({ bankAccountId: id })).output(z.object({ bankAccountId: id })),
  payerAccounts: procedure.input(z.object({ householdId: id })).output(z.array(payerAccount)),
  /** By hand, for refunds too: with a second pair of eyes where the school asks for it. */
  savePayerAccount: procedure.input(payerAccountRequest).output(outcome.or(z.object({ outcome: z.literal('saved') }))),
  /** Forgets an account; undone with `restorePayerAccount`. */
  forgetPayerAccount: procedure.input(z.object({ payerAccountId: id })).output(z.object({ payerAccountId: id })),
  restorePayerAccount: procedure.input(z.object({ payerAccountId: id })).output(z.object({ payerAccountId: id })),
  /** How fresh the bank is: per account the newest statement, and how many lines are still open. */
  freshness: procedure.output(
    z.array(
      bankAccount.extend({
        newestClosingDate: plainDate.nullable(),
        daysOld: z.number().int().nullable(),
        openLines: z.number().int(),
        openCents: cents,
      }),
    ),
  ),
};

/** References without a store: for a form, and for the terminal. */
export const referenceContract = {
  /** What a text holds: every valid reference in it, and when it is none, why not. */
  check: procedure.input(z.object({ text: z.string().max(2000) })).output(
    z.object({
      valid: z.boolean(),
      kind: z.enum(['structured', 'creditor']).nullable(),
      /** Bare: 12 digits, or RF…; of the whole text when it is one reference. */
      reference: z.string().nullable(),
      formatted: z.string().nullable(),
      found: z.array(
        z.object({ kind: z.enum(['structured', 'creditor']), reference: z.string(), formatted: z.string() }),
      ),
      /** Dutch: why the text is no reference. */
      problem: z.string().nullable(),
    }),
  ),
};
