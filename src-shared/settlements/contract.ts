import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, fileOut, filledText, id, moment, plainDate } from '../api/schemas.ts';

export const settlementOutcomes = ['plan', 'remitted', 'revoked', 'rejected', 'other'] as const;
export const settlementOutcome = z.enum(settlementOutcomes);
export type SettlementOutcome = z.infer<typeof settlementOutcome>;

/** A collective debt settlement (collectieve schuldenregeling) of one payer. */
export const settlement = z.object({
  settlementId: id,
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
};
