import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { base64, cents, channel, fileOut, filledText, id, plainDate, positiveCents } from '../api/schemas.ts';
import { requestKey } from '../ledger/booking-shapes.ts';
import {
  instalment,
  spread,
  planStateName,
  loanTerms,
  loanRow,
  planRule,
  acceptance,
  planClaim,
  planRow,
  planPage,
  planTerms,
  planSettings,
  upcomingInstalment,
} from './shapes.ts';

const planRef = z.object({ planId: id });
const file = { fileName: filledText(255), contentBase64: base64 };

/** What can be asked about paying in parts, and done with it. */
export const plansContract = {
  /** The instalments of an amount: equal and rounded up to the cent, the last one takes the rest. Nothing is stored. */
  schedule: procedure
    .input(spread.extend({ amountCents: positiveCents }))
    .output(z.object({ instalments: z.array(instalment), totalCents: cents, lastDueDate: plainDate })),
  /** The state of a plan from money alone, on a day. Nothing is stored. */
  state: procedure
    .input(
      z.object({
        instalments: z.array(instalment).min(1).max(500),
        toleranceDays: z.number().int().min(0).max(60).default(0),
        receivedCents: cents.min(0).default(0),
        /** What is still open of its claims; left out: what the instalments leave. */
        openCents: cents.min(0).optional(),
        asOf: plainDate,
      }),
    )
    .output(
      z.object({
        state: z.enum(['live', 'breached', 'completed']),
        expectedCents: cents,
        expectedBalanceCents: cents,
        balanceCents: cents,
        breachedByCents: cents,
        breachesOn: plainDate.nullable(),
      }),
    ),
  /** An amount over creditors by what each is owed: floored, the cents left over by the largest remainder (law.md 5.2). */
  proRata: procedure
    .input(z.object({ amountCents: cents.min(0), claimsCents: z.array(cents.min(0)).min(1).max(1000) }))
    .output(z.object({ sharesCents: z.array(cents), months: z.array(z.number().int().nullable()) })),
  /** The table of an agreed loan with what was paid per month; nothing is stored. */
  loanTable: procedure
    .input(
      z.object({
        principalCents: positiveCents,
        months: z.number().int().min(1).max(600),
        terms: loanTerms,
        /** Of an annuity: what is asked each month; left out: reckoned. */
        monthlyCents: positiveCents.optional(),
        firstPeriod: z
          .string()
          .max(7)
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Geen geldige maand (jjjj-mm).'),
        /** Paid per month, from the first one on; left out: everything as asked. */
        paidCents: z.array(cents.min(0)).max(600).optional(),
      }),
    )
    .output(z.object({ monthlyPercent: z.number(), rows: z.array(loanRow) })),

  list: procedure
    .input(
      z
        .object({
          schoolId: id.optional(),
          householdId: id.optional(),
          state: planStateName.optional(),
          text: z.string().max(200).default(''),
        })
        .default({ text: '' }),
    )
    .output(z.object({ rows: z.array(planRow), counts: z.record(planStateName, z.number().int()) })),
  page: procedure.input(planRef).output(planPage),
  /** What a plan may be about: the open claims of these payers at every school, with what each payer owes and the clock. */
  claimable: procedure.input(z.object({ householdId: id, payerIds: z.array(id).min(1).max(20) })).output(
    z.object({
      claims: z.array(
        planClaim.extend({
          planId: id.nullable(),
          isLimited: z.boolean(),
          /** Not each of these payers owes it as a whole: each needs a plan of their own. */
          isOwedApart: z.boolean(),
        }),
      ),
      /** More than one school of the board: the family has to agree that they are put together. */
      needsConsent: z.boolean(),
      settings: planSettings,
    }),
  ),
  /**
   * Makes a plan from a conversation. From now reminders stop for its claims, for as long as it is not accepted at most the
   * days of the setting. Refused when a claim stands in another plan of the same payer that lives.
   */
  make: procedure
    .input(
      planTerms.extend({
        requestKey,
        householdId: id,
        schoolId: id,
        payerIds: z.array(id).min(1, 'Kies minstens één betaler.').max(20),
        thirdPartyPayerId: id.nullable().default(null),
        /** Claims of several schools: the day on which the family agreed. */
        consentOn: plainDate.nullable().default(null),
      }),
    )
    .output(planPage),
  /** A new version: what was booked and not paid under the old one is corrected, what was received stays received. */
  change: procedure.input(planTerms.extend({ planId: id, reason: filledText(300) })).output(planPage),
  /** Moves what is still to pay so many months on. */
  pause: procedure
    .input(z.object({ planId: id, months: z.number().int().min(1).max(12), reason: filledText(300) }))
    .output(planPage),
  /** Stops it before the end; what is open is reminded again by its procedure. Undone with `revive`. */
  end: procedure.input(z.object({ planId: id, reason: filledText(300) })).output(planPage),
  revive: procedure.input(planRef).output(planPage),
  /** Puts a claim in (last, or where it says) or takes one out, at the same amount a month. */
  addClaims: procedure.input(z.object({ planId: id, invoiceIds: z.array(id).min(1).max(100) })).output(planPage),
  removeClaims: procedure.input(z.object({ planId: id, invoiceIds: z.array(id).min(1).max(100) })).output(planPage),
  /** The answer no to the question whether a new claim joins; asked once. */
  declineClaims: procedure.input(z.object({ planId: id, invoiceIds: z.array(id).min(1).max(100) })).output(planPage),
  /**
   * Acknowledgement of debt and plan in one document: what is owed, each instalment with date, amount, reference and code to
   * scan, and a place to sign; one for each payer, who never sees the address or the account of the other.
   */
  document: procedure.input(z.object({ planId: id, payerId: id })).output(fileOut),
  /** The same before the plan is kept, or before a plan is changed. */
  previewDocument: procedure
    .input(
      planTerms.extend({
        /** The plan that changes; left out: a new one. */
        planId: id.optional(),
        householdId: id,
        schoolId: id,
        payerIds: z.array(id).min(1).max(20),
        payerId: id,
        thirdPartyPayerId: id.nullable().default(null),
      }),
    )
    .output(fileOut),
  /** By letter or e-mail to these payers, through the outbox. */
  sendDocument: procedure
    .input(
      z.object({
        requestKey,
        planId: id,
        payerIds: z.array(id).min(1).max(20),
        channel: channel.nullable().default(null),
      }),
    )
    .output(z.object({ batchId: id, messageIds: z.array(id) })),
  /** Keeps the signed paper, or the reply in which it was accepted, with its date: it restarts the clock of every claim. */
  recordAcceptance: procedure
    .input(
      z.object({
        planId: id,
        payerIds: z.array(id).min(1).max(20),
        how: acceptance,
        signedOn: plainDate,
        proof: z.union([z.object({ documentId: id }), z.object(file)]),
      }),
    )
    .output(planPage),
  /** Takes an acceptance back that was kept by mistake, with what it did to the clock. */
  withdrawAcceptance: procedure.input(z.object({ planSignatureId: id })).output(planPage),
  /** Books the obligations (number 01) of every plan up to the day, each once; answers how many and how much. */
  bookObligations: procedure
    .input(z.object({ schoolId: id.optional(), asOf: plainDate.optional() }).default({}))
    .output(z.object({ plans: z.number().int(), obligations: z.number().int(), bookedCents: cents })),
  /** Who would get a message before an instalment today. */
  upcoming: procedure.input(z.object({ schoolId: id.optional() }).default({})).output(z.array(upcomingInstalment)),
  /** Sends these messages; each instalment is announced once. */
  sendUpcoming: procedure
    .input(z.object({ requestKey, planIds: z.array(id).min(1).max(5000) }))
    .output(z.object({ batchId: id, messageIds: z.array(id) })),
  /** How plans are made at a school, and how new bills of each group join one. */
  settings: procedure.input(z.object({ schoolId: id })).output(
    planSettings.extend({
      billingGroups: z.array(z.object({ billingGroupId: id, name: z.string(), rule: planRule })),
    }),
  ),
  saveSettings: procedure
    .input(
      z.object({
        schoolId: id,
        settings: planSettings,
        billingGroups: z.array(z.object({ billingGroupId: id, rule: planRule })).max(500),
      }),
    )
    .output(planSettings),
};
