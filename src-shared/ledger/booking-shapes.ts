import { z } from 'zod';
import { cents, filledText, id, moment, period, plainDate, positiveCents } from '../api/schemas.ts';
import { approvalKind } from '../approvals/contract.ts';
import { liabilityKind } from '../people/contract.ts';
import { postingKindNames } from './posting-kinds.ts';

export const postingKind = z.enum(postingKindNames);
/** A bill, a bill in the other direction, or money that was received and not assigned. */
export const claimKind = z.enum(['invoice', 'creditNote', 'credit']);
export const reason = filledText(500);
export const requestKey = z.string().min(8).max(80);

/** One movement on a claim, with the balance after it. */
export const postingRow = z.object({
  postingId: id,
  entryId: id.nullable(),
  invoiceId: id,
  invoiceNumber: z.string(),
  pupilName: z.string(),
  kind: postingKind,
  /** Of a reversal: the kind of what it takes back. */
  reversedKind: postingKind.nullable(),
  /** Signed: what is owed is positive. */
  amountCents: cents,
  /** Running, within this list. */
  balanceCents: cents,
  bookingDate: plainDate,
  valueDate: plainDate,
  description: z.string(),
  /** Whose share it is on; null: everybody who owes the claim. */
  payerName: z.string().nullable(),
  /** Where it comes from: a file, the bank, somebody at the keyboard; and in words ("uittreksel 12 van 03/11/2026"). */
  source: z.enum(['import', 'bank', 'hand']),
  sourceText: z.string(),
  bankTransactionId: id.nullable(),
  isReversed: z.boolean(),
  author: z.string(),
  at: moment,
});
export type PostingRow = z.infer<typeof postingRow>;

/** Something that happened with money, as one: its postings are taken back together. */
export const journalEntry = z.object({
  entryId: id,
  kind: z.enum([
    'receipt',
    'transfer',
    'compensation',
    'refund',
    'writeOff',
    'remission',
    'charge',
    'periodicCharge',
    'correction',
    'reversal',
  ]),
  method: z.enum(['bank', 'cash', 'card', 'withheld']).nullable(),
  amountCents: cents,
  bookingDate: plainDate,
  valueDate: plainDate,
  description: z.string(),
  reason: z.string(),
  /** Who paid or was paid: the payer, or the body in the payer's place. */
  partyName: z.string().nullable(),
  reversedByEntryId: id.nullable(),
  /** Null when it can be taken back, else the Dutch reason why not. */
  reverseBlockedBy: z.string().nullable(),
  author: z.string(),
  at: moment,
});
export type JournalEntry = z.infer<typeof journalEntry>;

/** A request that waits for a second pair of eyes; it changes no balance. */
export const pendingApproval = z.object({
  approvalId: id,
  kind: approvalKind,
  amountCents: cents.nullable(),
  maker: z.string(),
  at: moment,
});
export type PendingApproval = z.infer<typeof pendingApproval>;

export const arrearsRow = z.object({
  payerId: id,
  payerName: z.string(),
  bookedCents: cents,
  receivedCents: cents,
  arrearsCents: cents,
});

export const invoicePage = z.object({
  invoiceId: id,
  number: z.string(),
  kind: claimKind,
  structuredReference: z.string().nullable(),
  schoolId: id,
  schoolName: z.string(),
  householdId: id,
  householdName: z.string(),
  pupilId: id,
  pupilName: z.string(),
  billingGroup: z.string(),
  description: z.string(),
  schoolYear: z.string(),
  issueDate: plainDate,
  dueDate: plainDate,
  overdueDays: z.number().int(),
  /** Original amount: charges and credits. */
  totalCents: cents,
  openCents: cents,
  /** Received from payers, whoever paid and wherever it was booked. */
  paidCents: cents,
  writtenOffCents: cents,
  remittedCents: cents,
  owed: z.array(
    z.object({ payerId: id, payerName: z.string(), kind: liabilityKind, shareBp: z.number().int(), openCents: cents }),
  ),
  /** Oldest first. */
  postings: z.array(postingRow),
  entries: z.array(journalEntry),
  related: z.array(
    z.object({
      relatedClaimId: id,
      invoiceId: id,
      number: z.string(),
      pupilName: z.string(),
      openCents: cents,
      reason: z.string(),
    }),
  ),
  /** Empty when no obligations were booked. */
  arrears: z.array(arrearsRow),
  pending: z.array(pendingApproval),
});
export type InvoicePage = z.infer<typeof invoicePage>;

/** An amount on one claim. */
export const allocation = z.object({ invoiceId: id, amountCents: positiveCents });
export type Allocation = z.infer<typeof allocation>;
export const allocations = z.array(allocation).min(1, 'Kies minstens één factuur.').max(500);

/** A claim as the what-if takes it; of a real household the store fills it in. */
export const whatIfClaim = z.object({
  invoiceId: id,
  openCents: cents,
  dueDate: plainDate,
  issueDate: plainDate.optional(),
  structuredReference: z.string().max(60).nullable().optional(),
  /** Day from which interest or a lump sum runs or will run on it; null: never. */
  costsRunFrom: plainDate.nullable().optional(),
  /** Limited (verjaard): money never goes there by itself. */
  isLimited: z.boolean().optional(),
});

/** Done at once, or waiting for a second pair of eyes. */
export const outcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('booked'), entryId: id }),
  z.object({ outcome: z.literal('waiting'), approvalId: id }),
]);
export type Outcome = z.infer<typeof outcome>;

export const receiptLine = z.object({
  householdId: id,
  payerId: id.nullable().default(null),
  thirdPartyPayerId: id.nullable().default(null),
  amountCents: positiveCents,
  method: z.enum(['cash', 'card', 'bank', 'withheld']),
  valueDate: plainDate,
  description: z.string().trim().max(200).default(''),
  /** What the payer named, if anything; decides where the money goes. */
  reference: z.string().trim().max(60).nullable().default(null),
  /** Chosen by hand; null: by the rules of allocation. What is left becomes credit. */
  allocations: z.array(allocation).max(500).nullable().default(null),
});
export type ReceiptLine = z.infer<typeof receiptLine>;

export const transferRequest = z.object({
  fromInvoiceId: id,
  toInvoiceId: id,
  amountCents: positiveCents,
  reason,
});
export const refundRequest = z.object({
  /** The credit, credit note or overpaid invoice that the money comes from. */
  invoiceId: id,
  amountCents: positiveCents,
  method: z.enum(['bank', 'cash']),
  payerId: id.nullable(),
  thirdPartyPayerId: id.nullable(),
  /** Of a transfer order. */
  iban: z.string().trim().max(50).nullable(),
  holderName: z.string().trim().max(70).nullable(),
  reason,
});
export const writeOffRequest = z.object({
  items: allocations,
  ground: z.enum(['uncollectable', 'limited', 'deceased', 'insolvency', 'tooSmall', 'other']),
  reason,
});
export const remissionRequest = z.object({ items: allocations, source: z.enum(['socialFund', 'decision']), reason });
export type TransferRequest = z.infer<typeof transferRequest>;
export type RefundRequest = z.infer<typeof refundRequest>;
export type WriteOffRequest = z.infer<typeof writeOffRequest>;
export type RemissionRequest = z.infer<typeof remissionRequest>;

export const compensationMove = z.object({
  fromInvoiceId: id,
  fromNumber: z.string(),
  toInvoiceId: id,
  toNumber: z.string(),
  toPupilName: z.string(),
  amountCents: cents,
});

export const periodicCharge = z.object({
  periodicChargeId: id,
  schoolId: id,
  pupilId: id,
  pupilName: z.string(),
  householdId: id,
  billingGroup: z.string(),
  description: z.string(),
  amountCents: cents,
  fromPeriod: period,
  untilPeriod: period.nullable(),
  stoppedAt: moment.nullable(),
  /** Last month that was charged. */
  chargedUntil: period.nullable(),
});
export type PeriodicCharge = z.infer<typeof periodicCharge>;

export const paymentOrder = z.object({
  paymentOrderId: id,
  entryId: id,
  schoolId: id,
  schoolName: z.string(),
  householdId: id.nullable(),
  beneficiaryName: z.string(),
  iban: z.string(),
  amountCents: cents,
  communication: z.string(),
  status: z.enum(['waiting', 'exported', 'executed', 'returned', 'cancelled']),
  paymentFileId: id.nullable(),
  at: moment,
});
export type PaymentOrder = z.infer<typeof paymentOrder>;
