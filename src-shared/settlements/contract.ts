import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, fileOut, filledText, id, moment, plainDate } from '../api/schemas.ts';

export const settlementOutcomes = ['plan', 'remitted', 'revoked', 'rejected', 'other'] as const;
export const settlementOutcome = z.enum(settlementOutcomes);
export type SettlementOutcome = z.infer<typeof settlementOutcome>;

export const settlementKinds = ['collective', 'amicable'] as const;
/** `collective`: by order of the court; `amicable`: mediation that everybody agrees to. */
export const settlementKind = z.enum(settlementKinds);
export type SettlementKind = z.infer<typeof settlementKind>;

/** One who is owed, and by how much; the schools of this board are lines of their own. */
export const settlementCreditor = z.object({
  name: filledText(120),
  amountCents: cents.min(0).max(10_000_000_000),
  /** A school of ours; null: somebody else. */
  schoolId: id.nullable().default(null),
});
export type SettlementCreditor = z.infer<typeof settlementCreditor>;

const shareInput = z.object({
  /** What is divided each month. */
  monthlyCents: cents.min(0).max(10_000_000_000),
  creditors: z.array(settlementCreditor).min(1).max(200),
  /** First month; left out: next month. */
  fromDate: plainDate.optional(),
  /** After so many months the rest is remitted; left out: until everything is paid. */
  months: z.number().int().min(1).max(120).optional(),
});

/** What each creditor gets a month, in all, and when it ends. */
export const shares = z.object({
  creditors: z.array(
    settlementCreditor.extend({
      monthlyCents: cents,
      totalCents: cents,
      remittedCents: cents,
      /** Null: never, at this amount. */
      lastDate: plainDate.nullable(),
    }),
  ),
  totalCents: cents,
  months: z.number().int().nullable(),
});
export type Shares = z.infer<typeof shares>;

/** What the school was promised and what came. */
export const followed = z.object({
  schoolId: id,
  schoolName: z.string(),
  expectedCents: cents,
  receivedCents: cents,
  behindCents: cents,
  forecastCents: cents,
});

/** A collective debt settlement (collectieve schuldenregeling) of one payer. */
export const settlement = z.object({
  settlementId: id,
  kind: settlementKind,
  householdId: id,
  householdName: z.string(),
  payerId: id,
  payerName: z.string(),
  holdId: id,
  mediatorId: id.nullable(),
  mediatorName: z.string().nullable(),
  court: z.string(),
  reference: z.string(),
  orderSentOn: plainDate,
  /** Last day to file the claim, and the day to aim for. */
  claimLastDay: plainDate,
  claimTarget: plainDate,
  /** Until the last day; negative: past. */
  daysLeft: z.number().int(),
  claimFiledOn: plainDate.nullable(),
  frozen: z.array(
    z.object({ invoiceId: id, number: z.string(), schoolId: id, schoolName: z.string(), dueDate: plainDate, cents }),
  ),
  frozenCents: cents,
  /** Until when nothing may be asked while an amicable mediation looks for an agreement (45 days); null: no such term. */
  suspendedUntil: plainDate.nullable(),
  /** What is divided each month over everybody, once there is a plan; null: none yet. */
  monthlyCents: cents.nullable(),
  planFrom: plainDate.nullable(),
  planMonths: z.number().int().nullable(),
  creditors: z.array(settlementCreditor),
  followed: z.array(followed),
  outcome: settlementOutcome.nullable(),
  closeReason: z.string(),
  closedOn: plainDate.nullable(),
  author: z.string(),
  at: moment,
});
export type Settlement = z.infer<typeof settlement>;

export const settlementsContract = {
  list: procedure
    .input(
      z.object({ householdId: id.optional(), withClosed: z.boolean().default(false) }).default({ withClosed: false }),
    )
    .output(z.array(settlement)),
  /** Freezes what the payer owes on the day of the order, holds contact, costs and interest, and sends everything to the mediator. */
  open: procedure
    .input(
      z.object({
        payerId: id,
        kind: settlementKind.default('collective'),
        /** Of an amicable mediation: the day on which it was asked. */
        orderSentOn: plainDate,
        court: z.string().trim().max(200).default(''),
        reference: z.string().trim().max(100).default(''),
        /** An existing third party, or a new one by name and address. */
        mediatorId: id.nullable().default(null),
      }),
    )
    .output(settlement),
  /** The claim statement for the mediator, of one school: what is owed, since when, with interest only until the order. */
  claimStatement: procedure.input(z.object({ settlementId: id, schoolId: id })).output(fileOut),
  recordFiled: procedure.input(z.object({ settlementId: id, filedOn: plainDate })).output(settlement),
  /** Ends it: the hold is lifted when it was rejected or revoked, and stays for what was remitted. */
  close: procedure
    .input(z.object({ settlementId: id, outcome: settlementOutcome, closedOn: plainDate, reason: filledText(300) }))
    .output(settlement),
  /** What-if over every creditor that is entered: what the school gets a month, until when, and in all (law.md 5.2). */
  simulate: procedure.input(shareInput).output(shares),
  /** Keeps the creditors and the plan, to follow the share of the school. */
  savePlan: procedure.input(shareInput.extend({ settlementId: id })).output(settlement),
};
