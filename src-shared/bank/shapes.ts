import { z } from 'zod';
import { cents, filledText, id, moment, plainDate } from '../api/schemas.ts';
import { bankFormat, finding, movementKind } from './file-shapes.ts';

/** How sure we are of a proposal. Certain ones are booked at import; likely ones wait for a yes; possible ones for a look. */
export const confidence = z.enum(['certain', 'likely', 'possible']);
export type Confidence = z.infer<typeof confidence>;

/** Why a line is proposed where it is. */
export const matchRule = z.enum([
  /** OGM of one open invoice, and not more than is open. */
  'reference',
  /** OGM of one invoice, another amount, or already paid. */
  'referenceOtherAmount',
  /** The reference of a payer for several invoices of a school. */
  'payerReference',
  /** The reference of a plan: its claims in their order. */
  'planReference',
  /** References of several invoices, or an amount that is exactly several invoices of one household. */
  'severalInvoices',
  /** Comes from an account that is known of a payer or of a body that pays for one. */
  'knownAccount',
  /** A name and an amount that fit one household only. */
  'nameAndAmount',
  /** A collection that came back: takes the receipt back, the invoice is open again. */
  'returnedDebit',
  /** A transfer order of ours that was carried out or came back. */
  'paymentOrder',
  'cost',
  'ownTransfer',
]);

export const setAsideAs = z.enum(['cost', 'ownTransfer', 'notForUs', 'refundPaid', 'other']);
export type SetAsideAs = z.infer<typeof setAsideAs>;

export const proposedAllocation = z.object({
  invoiceId: id,
  number: z.string(),
  pupilName: z.string(),
  openCents: cents,
  amountCents: cents,
});

/** What would be done with a line, and why; applied to nothing before somebody accepts it. */
export const proposal = z.object({
  confidence,
  rule: matchRule,
  /** Dutch, one sentence with the facts: "mededeling van factuur 2026-10412, bedrag klopt". */
  reason: z.string(),
  does: z.enum(['book', 'takeBack', 'setAside']),
  setAsideAs: setAsideAs.nullable(),
  householdId: id.nullable(),
  householdName: z.string().nullable(),
  payerId: id.nullable(),
  payerName: z.string().nullable(),
  thirdPartyPayerId: id.nullable(),
  thirdPartyPayerName: z.string().nullable(),
  allocations: z.array(proposedAllocation),
  /** What is left: it becomes credit of the household. */
  creditCents: cents,
  /** Changes when what it stands on changes; accepting an old one is refused. */
  fingerprint: z.string(),
});
export type Proposal = z.infer<typeof proposal>;

export const bankLine = z.object({
  transactionId: id,
  statementId: id,
  schoolId: id,
  line: z.number().int(),
  amountCents: cents,
  bookingDate: plainDate,
  valueDate: plainDate,
  kind: movementKind,
  counterpartyName: z.string().nullable(),
  counterpartyAccount: z.string().nullable(),
  ultimateName: z.string().nullable(),
  /** Printed form of an OGM or RF reference. */
  reference: z.string().nullable(),
  communication: z.string(),
  /** Dutch: why a collection or payment came back ("onvoldoende saldo"). */
  returnedSentence: z.string().nullable(),
  status: z.enum(['open', 'booked', 'setAside', 'undone']),
  setAsideAs: setAsideAs.nullable(),
  setAsideNote: z.string(),
  /** Only of open lines. */
  proposal: proposal.nullable(),
  /** Only of booked lines. */
  entryId: id.nullable(),
  bookedOn: z.array(proposedAllocation.omit({ openCents: true })),
  bookedCreditCents: cents,
  bookedHouseholdId: id.nullable(),
  bookedHouseholdName: z.string().nullable(),
});
export type BankLine = z.infer<typeof bankLine>;

export const lineCounts = z.object({
  total: z.number().int(),
  open: z.number().int(),
  booked: z.number().int(),
  setAside: z.number().int(),
});

export const statementRow = z.object({
  statementId: id,
  accountIban: z.string(),
  schoolId: id,
  schoolName: z.string(),
  fileName: z.string(),
  sequenceNumber: z.number().int().nullable(),
  openingDate: plainDate.nullable(),
  openingCents: cents.nullable(),
  closingDate: plainDate,
  closingCents: cents.nullable(),
  lines: lineCounts,
  findings: z.array(finding),
  author: z.string(),
  at: moment,
  undoneAt: moment.nullable(),
  /** Null when it can be undone, else the Dutch reason why not. */
  undoBlockedBy: z.string().nullable(),
});
export type StatementRow = z.infer<typeof statementRow>;

/** A statement of a dropped file, before anything is stored. */
export const statementPreview = z.object({
  account: z.string(),
  /** Null: the account is of no school yet. */
  schoolId: id.nullable(),
  schoolName: z.string().nullable(),
  sequenceNumber: z.number().int().nullable(),
  openingCents: cents.nullable(),
  closingDate: plainDate.nullable(),
  closingCents: cents.nullable(),
  lines: z.number().int(),
  /** Lines that stand in Openstaand already: they are left out. */
  known: z.number().int(),
  certain: z.number().int(),
  likely: z.number().int(),
  possible: z.number().int(),
  unmatched: z.number().int(),
  setAside: z.number().int(),
  findings: z.array(finding),
});

export const bankFilePreview = z.object({
  fileId: z.string(),
  fileName: z.string(),
  format: bankFormat.nullable(),
  findings: z.array(finding),
  statements: z.array(statementPreview),
  /** Null when it can be imported, else the Dutch reason why not. */
  blockedBy: z.string().nullable(),
});
export type BankFilePreview = z.infer<typeof bankFilePreview>;

/** The result of the job that imports. */
export const bankImportSummary = z.object({
  statementIds: z.array(id),
  newLines: z.number().int(),
  knownLines: z.number().int(),
  booked: z.number().int(),
  bookedCents: cents,
  setAside: z.number().int(),
  open: z.number().int(),
  suggested: z.number().int(),
  /** Dutch, one sentence: "0 nieuwe verrichtingen: dit bestand was al ingelezen". */
  sentence: z.string(),
});
export type BankImportSummary = z.infer<typeof bankImportSummary>;

export const bankAccount = z.object({
  bankAccountId: id,
  schoolId: id,
  schoolName: z.string(),
  iban: z.string(),
  label: z.string(),
});
export type BankAccount = z.infer<typeof bankAccount>;

export const payerAccount = z.object({
  payerAccountId: id,
  payerId: id.nullable(),
  thirdPartyPayerId: id.nullable(),
  name: z.string(),
  iban: z.string(),
  holderName: z.string(),
  origin: z.enum(['bank', 'hand']),
  author: z.string(),
  at: moment,
});
export type PayerAccount = z.infer<typeof payerAccount>;

export const candidate = z.object({
  householdId: id,
  householdName: z.string(),
  payers: z.array(z.object({ payerId: id, name: z.string() })),
  claims: z.array(
    z.object({
      invoiceId: id,
      number: z.string(),
      pupilName: z.string(),
      dueDate: plainDate,
      openCents: cents,
      schoolId: id,
    }),
  ),
});

export const payerAccountRequest = z.object({
  payerId: id,
  iban: filledText(50),
  holderName: z.string().trim().max(70),
  /** The account it takes the place of. */
  replacesPayerAccountId: id.nullable(),
  reason: z.string().trim().max(500).default(''),
});
export type PayerAccountRequest = z.infer<typeof payerAccountRequest>;
