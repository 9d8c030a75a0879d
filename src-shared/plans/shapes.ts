import { z } from 'zod';
import { cents, channel, id, moment, plainDate, positiveCents } from '../api/schemas.ts';

// what-ifs ------------------------------------------------------------------------------------------------------------

/** One part of a plan: what must have been paid by a day. Cents. */
export const instalment = z.object({ dueDate: plainDate, amountCents: cents.min(0) });
export type Instalment = z.infer<typeof instalment>;

const dayOfMonth = z.number().int().min(1).max(31);

/** How an amount is spread: so much a month, or over so many months; the last instalment takes the rounding. */
export const spread = z.object({
  startsOn: plainDate,
  /** Day of the month of every next instalment; a shorter month pays on its last day. Left out: the day of the start. */
  dayOfMonth: dayOfMonth.optional(),
  monthlyCents: positiveCents.optional(),
  count: z.number().int().min(1).max(120).optional(),
});
export type Spread = z.infer<typeof spread>;

export const planStates = ['proposed', 'live', 'breached', 'completed', 'ended'] as const;
/**
 * `proposed`: made, not yet accepted by everybody; `live`: as agreed, within the tolerance; `breached`: less was received than
 * was expected; `completed`: nothing is left; `ended`: stopped before the end.
 */
export const planStateName = z.enum(planStates);
export type PlanStateName = z.infer<typeof planStateName>;

/** How interest is reckoned of an agreed loan. A plan has none. */
export const loanTerms = z.object({
  /** `annuity`: the same amount every month; `linear`: the same principal every month, with the interest on top. */
  method: z.enum(['annuity', 'linear']),
  /** Percent per month as a number: 0.62; or percent per year, turned into a monthly one by `(1 + y)^(1/12) - 1`. */
  monthlyPercent: z.number().min(0).max(10).optional(),
  yearlyPercent: z.number().min(0).max(100).optional(),
  /** What a receipt pays first. */
  order: z.enum(['interestFirst', 'principalFirst']).default('interestFirst'),
});
export type LoanTerms = z.infer<typeof loanTerms>;

export const loanRow = z.object({
  period: z.string(),
  /** As if every obligation had been paid. */
  balanceForInterestCents: cents,
  interestCents: cents,
  /** What the month asks: principal and interest. */
  obligationCents: cents,
  paidCents: cents,
  toPrincipalCents: cents,
  toInterestCents: cents,
  interestOpenCents: cents,
  principalOpenCents: cents,
});
export type LoanRow = z.infer<typeof loanRow>;

// plans ---------------------------------------------------------------------------------------------------------------

/** How a bill that comes in while a combined plan lives joins it. */
export const planRules = ['byHand', 'ask', 'always'] as const;
export const planRule = z.enum(planRules);
export type PlanRule = z.infer<typeof planRule>;

export const versionKinds = ['agreed', 'changed', 'paused', 'claims'] as const;
export const versionKind = z.enum(versionKinds);
export type VersionKind = z.infer<typeof versionKind>;

export const acceptances = ['paper', 'reply'] as const;
/** `paper`: signed; `reply`: accepted in a message that can be shown. */
export const acceptance = z.enum(acceptances);
export type Acceptance = z.infer<typeof acceptance>;

export const planClaim = z.object({
  invoiceId: id,
  number: z.string(),
  schoolId: id,
  schoolName: z.string(),
  pupilName: z.string(),
  billingGroup: z.string(),
  dueDate: plainDate,
  /** What the payers of the plan owed of it when this version was made. */
  startCents: cents,
  /** What they owe of it now; a joint claim falls for both. */
  openCents: cents,
  /** First day on the careful clock on which it is limited; null: unknown. */
  limitedFrom: plainDate.nullable(),
});
export type PlanClaim = z.infer<typeof planClaim>;

/** An obligation of the plan (number 01) with the receipts that paid it, the oldest obligation first. */
export const planInstalment = z.object({
  number: z.number().int(),
  dueDate: plainDate,
  amountCents: cents,
  paidCents: cents,
  /** `covered`: nothing left to pay, by other money; `missed`: past its day, still within the tolerance. */
  status: z.enum(['paid', 'partly', 'upcoming', 'missed', 'late', 'covered']),
  /** Entry 0: not a receipt of ours, such as what the accounting package says was paid there. */
  receipts: z.array(z.object({ entryId: z.number().int().min(0), valueDate: plainDate, amountCents: cents })),
});
export type PlanInstalment = z.infer<typeof planInstalment>;

const planBase = z.object({
  planId: id,
  /** On its account the money comes in; its letterhead is on the document. */
  schoolId: id,
  schoolName: z.string(),
  householdId: id,
  householdName: z.string(),
  payers: z.array(z.object({ payerId: id, name: z.string() })),
  /** Who pays it in their place (OCMW, employer, mediator); null: the payers themselves. */
  thirdPartyPayerId: id.nullable(),
  thirdPartyPayerName: z.string().nullable(),
  structuredReference: z.string(),
  state: planStateName,
  /** More than one claim. */
  isCombined: z.boolean(),
  /** Until then nothing is asked (a pause); null: it runs. */
  pausedUntil: plainDate.nullable(),
  totalCents: cents,
  receivedCents: cents,
  /** What is left to pay; never below zero. */
  balanceCents: cents,
  /** Missing of what was expected by today less the tolerance; 0 unless breached. */
  breachedByCents: cents,
  /** First day on which it is or will be breached when nothing more comes; null: everything was received. */
  breachesOn: plainDate.nullable(),
  /** An instalment whose day is past and that is within the tolerance: a soft signal. */
  missedOn: plainDate.nullable(),
  next: instalment.nullable(),
  lastDueDate: plainDate,
});
export const planRow = planBase;
export type PlanRow = z.infer<typeof planRow>;

export const planPage = planBase.extend({
  version: z.number().int(),
  versionKind,
  startsOn: plainDate,
  toleranceDays: z.number().int(),
  remindDaysBefore: z.number().int().nullable(),
  interest: loanTerms.nullable(),
  note: z.string(),
  claims: z.array(planClaim),
  instalments: z.array(planInstalment),
  signatures: z.array(
    z.object({
      planSignatureId: id,
      payerId: id,
      payerName: z.string(),
      how: acceptance,
      signedOn: plainDate,
      documentId: id,
      documentName: z.string(),
    }),
  ),
  /** Payers who did not accept this version yet. */
  notAccepted: z.array(id),
  /** Every version with why it came, the newest first: the one that counts now, and what the plan was before. */
  history: z.array(
    z.object({
      version: z.number().int(),
      kind: versionKind,
      reason: z.string(),
      startsOn: plainDate,
      totalCents: cents,
      instalments: z.number().int(),
      /** By how much the change lowered what was booked to be paid (number 02), as a negative amount. */
      correctionCents: cents,
      author: z.string(),
      at: moment,
    }),
  ),
  /** Open claims of its payers that are not in it; `isAsked`: it came after the plan, and waits for yes or no. */
  otherClaims: z.array(planClaim.extend({ rule: planRule, isAsked: z.boolean(), wasDeclined: z.boolean() })),
  messages: z.array(
    z.object({ messageId: id, kind: z.enum(['document', 'reminder']), at: moment, status: z.string() }),
  ),
  /** The earliest first day on which one of its claims is limited; null: unknown. */
  limitedFrom: plainDate.nullable(),
  endedOn: plainDate.nullable(),
  endReason: z.string(),
  author: z.string(),
  at: moment,
});
export type PlanPage = z.infer<typeof planPage>;

/** What the conversation settles. The claims stand in the order in which they are paid. */
export const planTerms = z.object({
  invoiceIds: z.array(id).min(1, 'Kies minstens één factuur.').max(500),
  ...spread.shape,
  toleranceDays: z.number().int().min(0).max(60).default(5),
  /** A friendly message so many days before each instalment; null: none. */
  remindDaysBefore: z.number().int().min(1).max(30).nullable().default(null),
  /** Only for a loan that was agreed, at a school that allows it. */
  interest: loanTerms.nullable().default(null),
  note: z.string().trim().max(1000).default(''),
});
export type PlanTerms = z.infer<typeof planTerms>;

export const planSettings = z.object({
  toleranceDays: z.number().int().min(0).max(60).default(5),
  remindDaysBefore: z.number().int().min(1).max(30).nullable().default(null),
  /** So many days a plan that nobody accepted yet keeps reminders away. */
  proposedDays: z.number().int().min(1).max(90).default(30),
  /** Loans with interest may be agreed at this school; off by default. */
  allowsInterest: z.boolean().default(false),
});
export type PlanSettings = z.infer<typeof planSettings>;

/** Somebody who would get a message before an instalment today, and how. */
export const upcomingInstalment = z.object({
  planId: id,
  payerId: id,
  payerName: z.string(),
  householdName: z.string(),
  number: z.number().int(),
  dueDate: plainDate,
  amountCents: cents,
  channel,
});
export type UpcomingInstalment = z.infer<typeof upcomingInstalment>;
