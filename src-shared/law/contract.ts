import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, filledText, id, language, moment, plainDate } from '../api/schemas.ts';
import { maximumBillAnswer, maximumBillQuestion } from '../maximum-bill/contract.ts';
import { richText } from '../correspondence/rich-text.ts';

/** The tables of the law: each row with its validity and source. */
export const lawNames = [
  /** Percent per year, of a calendar year. */
  'civilInterest',
  /** Percent per year, of a half-year: the ceiling of book XIX. */
  'interestCeiling',
  /** Slices of the lump sum: `[{ aboveCents, baseCents, basisPoints }]` and a maximum. */
  'lumpSumCap',
  /** Cents, without postage. */
  'reminderCostCap',
  /** Postage of a letter in cents. */
  'postage',
  /** Days of the term after the first reminder. */
  'reminderTermDays',
  /** Years after which a school bill is limited. */
  'limitationYears',
  /** Days that amicable mediation suspends reminders. */
  'mediationDays',
  /** School holidays: the name, from the first to the last day. */
  'schoolHoliday',
  /** Cents per school year: the sharp cap of a pupil in kleuter and in lager, and trips of several days over the whole of lager. */
  'maximumBillNursery',
  'maximumBillPrimary',
  'maximumBillMultiDay',
] as const;
export const lawName = z.enum(lawNames);
export type LawName = z.infer<typeof lawName>;

/** One row of a table. `value` null: not known, and whatever asks for it is blocked. */
export const lawValue = z.object({
  name: lawName,
  fromDate: plainDate,
  untilDate: plainDate.nullable(),
  value: z.json().nullable(),
  source: z.string(),
  doubt: z.string(),
  /** False: it comes with Openstaand. */
  isOwn: z.boolean(),
  author: z.string().nullable(),
  at: moment.nullable(),
});
export type LawValue = z.infer<typeof lawValue>;

/** What the law asks of the first reminder (book XIX, art. XIX.2). */
export const mentions = ['balance', 'lumpSum', 'creditor', 'enterpriseNumber', 'service', 'dueDate', 'term'] as const;
export const mention = z.enum(mentions);
export type Mention = z.infer<typeof mention>;

export const limitationActKinds = [
  'acknowledgement',
  'signedPlan',
  'partPayment',
  'lawyerLetter',
  'bailiffLetter',
  'summons',
  'orderToPay',
  'attachment',
] as const;
export const limitationActKind = z.enum(limitationActKinds);
export type LimitationActKind = z.infer<typeof limitationActKind>;

/** Something that may restart the clock. Kinds of our own (a letter of the school) are given to be told that they do not. */
export const limitationAct = z.object({
  kind: z.union([limitationActKind, z.enum(['schoolLetter', 'schoolRegisteredLetter', 'reminder'])]),
  date: plainDate,
  /** Who acted; null or left out: for all. Of joint debtors one counts for all. */
  payerId: id.nullable().default(null),
  /** Of a letter of a lawyer or bailiff: registered, with receipt and all mentions; false does not count. */
  isComplete: z.boolean().default(true),
  /** Of a part payment: provable (not cash). */
  isTraceable: z.boolean().default(true),
});
export type LimitationAct = z.infer<typeof limitationAct>;

/** One clock: until when the claim can be asked in court. */
export const limitationClock = z.object({
  /** Last day. */
  lastDay: plainDate,
  /** Limited (verjaard) from this day. */
  limitedFrom: plainDate,
  /** The last working day on or before the last day: act before it is over. */
  actBefore: plainDate,
});
export const limitation = z.object({
  /** From the due date. */
  clock: limitationClock,
  /** From the invoice date: the careful one that warnings use. */
  safeClock: limitationClock,
  /** Proceedings run: no clock until they end. */
  isSuspended: z.boolean(),
  /** Perhaps ten years since a written acknowledgement; ask a lawyer. */
  possiblyUntil: plainDate.nullable(),
  /** Per act whether it counted, and why not. */
  acts: z.array(limitationAct.extend({ counted: z.boolean(), sentence: z.string() })),
});
export type Limitation = z.infer<typeof limitation>;

/** One stretch of days with one rate. */
export const interestSegment = z.object({
  from: plainDate,
  /** The first day that no longer counts. */
  to: plainDate,
  days: z.number().int(),
  percent: z.number(),
  source: z.string(),
});

const blocked = z.object({
  /** Dutch: which amount is unknown, and where to fill it in; null: it was reckoned. */
  blockedBy: z.string().nullable(),
});

export const lawContract = {
  /** First day, last free day and the first day on which costs or a next stage may come. E-mail: next day; letter: third working day. */
  reminderTerm: procedure
    .input(z.object({ channel: z.enum(['email', 'letter', 'registeredLetter']), sentOn: plainDate }))
    .output(
      z.object({ startsOn: plainDate, lastFreeDay: plainDate, chargeableFrom: plainDate, days: z.number().int() }),
    ),
  /** Highest lump sum on what is due; with several bills the lowest of both ways to reckon. */
  lumpSumCap: procedure
    .input(z.object({ dueCents: z.union([cents.min(0), z.array(cents.min(0)).min(1).max(1000)]), onDate: plainDate }))
    .output(blocked.extend({ capCents: cents.nullable(), source: z.string() })),
  /** Simple interest, actual days over 365, split where the rate changes, rounded once. `from` counts, `to` does not. */
  interest: procedure
    .input(
      z.object({
        kind: z.enum(['civil', 'ceiling']).default('civil'),
        principalCents: cents.min(0),
        from: plainDate,
        to: plainDate,
      }),
    )
    .output(blocked.extend({ interestCents: cents.nullable(), segments: z.array(interestSegment) })),
  /** Both clocks of a bill from what happened to it; `asOf` adds the days left. */
  limitation: procedure
    .input(
      z.object({
        invoiceDate: plainDate,
        dueDate: plainDate,
        acts: z.array(limitationAct).max(500).default([]),
        asOf: plainDate.optional(),
      }),
    )
    .output(
      limitation.extend({
        daysLeft: z.number().int().nullable(),
        safeDaysLeft: z.number().int().nullable(),
        isLimited: z.boolean().nullable(),
      }),
    ),
  /** Until when a claim is filed in a collective debt settlement, from the day the order was sent. */
  claimDeadline: procedure
    .input(z.object({ orderSentOn: plainDate }))
    .output(z.object({ lastDay: plainDate, target: plainDate })),
  /** Days on which amicable mediation suspends reminders. */
  mediationHold: procedure
    .input(z.object({ requestedOn: plainDate }))
    .output(z.object({ startsOn: plainDate, untilDate: plainDate, freeFrom: plainDate })),
  /** Until when papers are kept. */
  retention: procedure
    .input(
      z.union([
        z.object({
          kind: z.literal('accounting'),
          documentDate: plainDate,
          paidOn: plainDate.nullable().default(null),
          writtenOffOn: plainDate.nullable().default(null),
        }),
        z.object({ kind: z.literal('social'), closedOn: plainDate }),
      ]),
    )
    .output(z.object({ keepUntil: plainDate, years: z.number().int().nullable() })),
  /** What may be asked of a pupil under the maximum bill: the sharp cap of the year, and that of trips of several days over the years. */
  maximumBill: procedure.input(maximumBillQuestion).output(maximumBillAnswer),
  /** What a text for the first reminder lacks; empty: it may be first. */
  checkFirstReminder: procedure
    .input(z.object({ language: language.default('nl'), subject: z.string().max(1000).default(''), body: richText }))
    .output(z.array(z.object({ mention, sentence: z.string() }))),
  /** Advice about a moment to send, and whether it may leave at that hour (Belgian time, HH:MM). */
  sendingMoment: procedure
    .input(
      z.object({
        onDate: plainDate,
        time: z
          .string()
          .max(5)
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Geen geldig uur (uu:mm).'),
      }),
    )
    .output(z.object({ allowed: z.boolean(), from: z.string(), advice: z.array(z.string()) })),

  /** The rows of a table, own rows in the place of the shipped ones; every table without a name. With history: also the rows whose place was taken, per first day the newest first. */
  values: procedure
    .input(
      z.object({ name: lawName.optional(), withHistory: z.boolean().default(false) }).default({ withHistory: false }),
    )
    .output(z.array(lawValue)),
  /** Own row for a first day, in the place of what stood there; null as value: not known. A source is asked. */
  saveValue: procedure
    .input(
      z.object({
        name: lawName,
        fromDate: plainDate,
        untilDate: plainDate.nullable().default(null),
        value: z.json().nullable(),
        source: filledText(600),
        doubt: z.string().trim().max(600).default(''),
      }),
    )
    .output(lawValue),
};
