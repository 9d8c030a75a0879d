import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, fileOut, filledText, id, period, plainDate, positiveCents } from '../api/schemas.ts';
import {
  allocation,
  arrearsRow,
  compensationMove,
  invoicePage,
  outcome,
  paymentOrder,
  periodicCharge,
  postingRow,
  reason,
  receiptLine,
  refundRequest,
  remissionRequest,
  requestKey,
  transferRequest,
  whatIfClaim,
  writeOffRequest,
} from './booking-shapes.ts';

const entryRef = z.object({ entryId: id });

/** The part of the ledger that moves money, and what shows where every cent went. */
export const bookingContract = {
  /** One claim with its postings, who owes it, what is related and what waits for approval. */
  invoice: procedure.input(z.object({ invoiceId: id })).output(invoicePage),
  /** The postings behind a figure: of a claim, payer, household or school; oldest first, with the running balance. */
  postings: procedure
    .input(
      z.object({
        of: z.union([
          z.object({ invoiceId: id }),
          z.object({ payerId: id }),
          z.object({ householdId: id }),
          z.object({ schoolId: id }),
        ]),
        /** Only the claims that make up this figure; left out: all. */
        figure: z.enum(['open', 'overdue', 'credit']).optional(),
        offset: z.number().int().min(0).max(10_000_000).default(0),
        limit: z.number().int().min(1).max(1000).default(200),
      }),
    )
    .output(z.object({ rows: z.array(postingRow), total: z.number().int(), balanceCents: cents })),
  /** What every household owes and has to its credit; the balance is the sum of all its postings. */
  balances: procedure
    .input(
      z.object({
        schoolId: id.optional(),
        offset: z.number().int().min(0).max(10_000_000).default(0),
        limit: z.number().int().min(1).max(1_000_000).default(1000),
      }),
    )
    .output(
      z.object({
        rows: z.array(
          z.object({ householdId: id, name: z.string(), openCents: cents, creditCents: cents, balanceCents: cents }),
        ),
        total: z.number().int(),
        balanceCents: cents,
      }),
    ),
  /**
   * What-if, nothing is stored: where an amount would go. Of a household or payer as it stands now, or of the claims that
   * are given.
   */
  allocate: procedure
    .input(
      z.object({
        amountCents: positiveCents,
        structuredReference: z.string().max(60).nullable().default(null),
        householdId: id.optional(),
        payerId: id.optional(),
        schoolId: id.optional(),
        claims: z.array(whatIfClaim).max(2000).optional(),
      }),
    )
    .output(
      z.object({
        allocations: z.array(
          z.object({
            invoiceId: id,
            amountCents: cents,
            openAfterCents: cents,
            rule: z.enum(['reference', 'costsSoonest', 'dueDate', 'issueDate', 'proRata']),
          }),
        ),
        creditCents: cents,
        /** Dutch: why money did not go to a claim by itself. */
        skipped: z.array(z.object({ invoiceId: id, sentence: z.string() })),
      }),
    ),
  /** Receipts by hand. Refused as a whole when the control total is not the sum of the lines. */
  bookReceipts: procedure
    .input(
      z.object({
        requestKey,
        schoolId: id,
        controlTotalCents: positiveCents,
        lines: z.array(receiptLine).min(1, 'Vul minstens één ontvangst in.').max(500),
      }),
    )
    .output(
      z.object({
        receiptBatchId: id,
        entries: z.array(
          z.object({ entryId: id, allocations: z.array(allocation), creditCents: cents, householdName: z.string() }),
        ),
      }),
    ),
  /** Puts the money of a receipt elsewhere: takes the receipt back and books it anew. What is left becomes credit. */
  reallocate: procedure
    .input(
      z.object({ entryId: id, allocations: z.array(allocation).max(500), reason: reason.default('anders afgepunt') }),
    )
    .output(entryRef),
  /** Takes an entry back with all its postings; refused when something was built on it. */
  reverse: procedure.input(z.object({ entryId: id, reason })).output(entryRef),
  /** Moves money from one claim to another, never more than was received on it; out of the household only with a second person. */
  transfer: procedure.input(transferRequest).output(outcome),
  /** Credits and credit notes of a household against what is open, oldest first, within each school; nothing is booked. */
  proposeCompensation: procedure
    .input(z.object({ householdId: id }))
    .output(z.object({ moves: z.array(compensationMove), totalCents: cents })),
  compensate: procedure
    .input(
      z.object({
        householdId: id,
        moves: z
          .array(z.object({ fromInvoiceId: id, toInvoiceId: id, amountCents: positiveCents }))
          .min(1)
          .max(500),
      }),
    )
    /** One entry per school; `entryId` is the first. */
    .output(entryRef.extend({ entryIds: z.array(id) })),
  /** Gives money back, by a transfer order or in cash, never more than the credit. */
  refund: procedure.input(refundRequest).output(outcome),
  /** Buiten invordering: gives claims up, lifts their holds; the history stays. */
  writeOff: procedure.input(writeOffRequest).output(outcome),
  /** Kwijtschelding: gives (part of) claims away. */
  remit: procedure.input(remissionRequest).output(outcome),
  /** Adds a charge to a claim (kind 38). */
  charge: procedure.input(z.object({ invoiceId: id, amountCents: positiveCents, reason })).output(entryRef),
  /** What the payers must have paid by a date, divided over who owes the claim; changes no balance. */
  bookObligation: procedure
    .input(z.object({ invoiceId: id, amountCents: positiveCents, bookingDate: plainDate, reason }))
    .output(z.object({ rows: z.array(arrearsRow) })),
  /** Lowers booked obligations; changes no balance. */
  correctArrears: procedure
    .input(
      z.object({
        invoiceId: id,
        corrections: z
          .array(z.object({ payerId: id, amountCents: positiveCents }))
          .min(1)
          .max(50),
        reason,
      }),
    )
    .output(z.object({ rows: z.array(arrearsRow) })),
  arrears: procedure.input(z.object({ invoiceId: id })).output(
    z.object({
      rows: z.array(arrearsRow),
      bookedCents: cents,
      receivedCents: cents,
      arrearsCents: cents,
      balanceCents: cents,
    }),
  ),
  /** Claims that have to be seen together. */
  relate: procedure
    .input(z.object({ invoiceId: id, relatedInvoiceId: id, reason: z.string().trim().max(200).default('') }))
    .output(z.object({ relatedClaimId: id })),
  unrelate: procedure.input(z.object({ relatedClaimId: id })).output(z.object({ relatedClaimId: id })),
  periodicCharges: procedure
    .input(z.object({ pupilId: id.optional(), schoolId: id.optional() }))
    .output(z.array(periodicCharge)),
  savePeriodicCharge: procedure
    .input(
      z.object({
        pupilId: id,
        billingGroup: filledText(120),
        description: filledText(200),
        amountCents: positiveCents,
        fromPeriod: period,
        untilPeriod: period.nullable(),
      }),
    )
    .output(periodicCharge),
  stopPeriodicCharge: procedure.input(z.object({ periodicChargeId: id })).output(periodicCharge),
  /** What the run of a month would charge; nothing is booked. */
  previewPeriodicCharges: procedure
    .input(z.object({ schoolId: id, period }))
    .output(z.object({ rows: z.array(periodicCharge), totalCents: cents, alreadyCharged: z.number().int() })),
  /** Charges a month: one invoice per charge, each month once. Months that were skipped are not caught up by themselves. */
  runPeriodicCharges: procedure
    .input(z.object({ schoolId: id, period, dueDate: plainDate }))
    .output(z.object({ invoiceIds: z.array(id), totalCents: cents })),
  paymentOrders: procedure
    .input(z.object({ schoolId: id.optional(), status: paymentOrder.shape.status.optional() }))
    .output(z.array(paymentOrder)),
  /** One pain.001 for the chosen orders; each order stands in one file only. */
  makePaymentFile: procedure
    .input(
      z.object({
        bankAccountId: id,
        paymentOrderIds: z.array(id).min(1, 'Kies minstens één terugbetaling.').max(1000),
        executionDate: plainDate,
        version: z.enum(['pain.001.001.03', 'pain.001.001.09']).default('pain.001.001.09'),
      }),
    )
    .output(z.object({ paymentFileId: id, file: fileOut })),
  /** The same file again. */
  paymentFile: procedure.input(z.object({ paymentFileId: id })).output(fileOut),
};
