import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, fileOut, filledText, id, moment, plainDate, positiveCents } from '../api/schemas.ts';
import { requestKey } from '../ledger/booking-shapes.ts';

const schoolYear = z
  .string()
  .max(9)
  .regex(/^\d{4}-\d{4}$/, 'Geen geldig schooljaar (jjjj-jjjj).');

/** Money that is there to give, per school year and source (own fund, parents' council, foundation). */
export const fund = z.object({
  fundId: id,
  schoolId: id,
  schoolName: z.string(),
  schoolYear: z.string(),
  source: z.string(),
  amountCents: cents,
  grantedCents: cents,
  /** Asked and not decided yet. */
  waitingCents: cents,
  leftCents: cents,
  note: z.string(),
});
export type Fund = z.infer<typeof fund>;

export const grantStatuses = ['waiting', 'granted', 'rejected', 'withdrawn', 'takenBack'] as const;
export const grantStatus = z.enum(grantStatuses);
export type GrantStatus = z.infer<typeof grantStatus>;

export const grant = z.object({
  grantId: id,
  fundId: id,
  schoolId: id,
  schoolName: z.string(),
  schoolYear: z.string(),
  source: z.string(),
  householdId: id,
  householdName: z.string(),
  amountCents: cents,
  items: z.array(z.object({ invoiceId: id, number: z.string(), pupilName: z.string(), amountCents: cents })),
  /** For whoever decides, whoever asked and the role zorg (null: not for whoever asks now); in no list, mail or report. */
  motivation: z.string().nullable(),
  status: grantStatus,
  approvalId: id.nullable(),
  entryId: id.nullable(),
  /** Why it was not granted, or taken back. */
  decisionReason: z.string(),
  author: z.string(),
  at: moment,
  decidedOn: plainDate.nullable(),
});
export type Grant = z.infer<typeof grant>;

export const socialFundContract = {
  funds: procedure
    .input(z.object({ schoolId: id.optional(), schoolYear: schoolYear.optional() }).default({}))
    .output(z.array(fund)),
  saveFund: procedure
    .input(
      z.object({
        fundId: id.nullable().default(null),
        schoolId: id,
        schoolYear,
        source: filledText(120),
        amountCents: cents.min(0).max(10_000_000_000),
        note: z.string().trim().max(300).default(''),
      }),
    )
    .output(fund),
  grants: procedure
    .input(
      z
        .object({
          schoolId: id.optional(),
          householdId: id.optional(),
          schoolYear: schoolYear.optional(),
          status: grantStatus.optional(),
        })
        .default({}),
    )
    .output(z.array(grant)),
  /**
   * Asks for a grant on chosen bills; a second person decides. Granted, it is booked as a remission (number 41) with the fund as
   * its source. Refused above what is left of the budget or what is open of a bill.
   */
  request: procedure
    .input(
      z.object({
        requestKey,
        fundId: id,
        householdId: id,
        items: z
          .array(z.object({ invoiceId: id, amountCents: positiveCents }))
          .min(1)
          .max(200),
        motivation: filledText(2000),
      }),
    )
    .output(grant),
  withdraw: procedure.input(z.object({ grantId: id })).output(grant),
  /** Takes a granted amount back (given by mistake): the remission is reversed and the budget has it again. */
  takeBack: procedure.input(z.object({ grantId: id, reason: filledText(300) })).output(grant),
  /** How much was given, to how many families and for what; no names, and no group so small that it names one. */
  yearReport: procedure.input(z.object({ schoolYear, schoolId: id.optional() })).output(
    z.object({
      schoolYear: z.string(),
      rows: z.array(
        z.object({
          schoolName: z.string(),
          source: z.string(),
          budgetCents: cents,
          grantedCents: cents,
          leftCents: cents,
          /** Null: fewer than the smallest group that is shown. */
          families: z.number().int().nullable(),
          grants: z.number().int().nullable(),
          averageCents: cents.nullable(),
        }),
      ),
      byBillingGroup: z.array(z.object({ billingGroup: z.string(), grantedCents: cents.nullable() })),
      smallestGroup: z.number().int(),
    }),
  ),
  yearReportFile: procedure
    .input(z.object({ schoolYear, schoolId: id.optional(), format: z.enum(['pdf', 'csv']) }))
    .output(fileOut),
};
