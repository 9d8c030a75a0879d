import { z } from 'zod';
import { cents, id, plainDate } from '../api/schemas.ts';
import { exclusionCodes } from './exclusion-codes.ts';
import { procedureInForce, stageApprover, stageChannel } from './procedure.ts';

// input --------------------------------------------------------------------------------------------------------------

/** Who owes an item: joint, the whole; split, a share in basis points less what was paid on that share. */
export const itemLiability = z.object({
  payerId: id,
  kind: z.enum(['joint', 'split']).default('joint'),
  shareBp: z.number().int().min(0).max(10_000).default(10_000),
  /** Paid on this payer's own share. */
  paidCents: cents.min(0).default(0),
  /** For this payer in the hands of a lawyer, bailiff or collector; the others who owe it are asked as before. */
  handedOver: z.boolean().optional(),
});

/** A bill, or with a negative amount a credit note or money that was received and not assigned yet. */
export const decisionItem = z.object({
  invoiceId: id,
  number: z.string().max(300).default(''),
  /** `cost`: a cost or interest claim of our own; it is listed, and never starts or raises a stage. */
  kind: z.enum(['invoice', 'creditNote', 'credit', 'cost']).default('invoice'),
  schoolId: id.default(1),
  billingGroupId: id.nullable().default(null),
  householdId: id.default(1),
  pupilId: id.nullable().default(null),
  issueDate: plainDate.nullable().default(null),
  dueDate: plainDate,
  openCents: cents,
  owedBy: z.array(itemLiability).max(100).default([]),
  /** Of a credit that is one payer's own money: whose; null: the household's. */
  creditOfPayerId: id.nullable().default(null),
  /** Parts that fall due on days of their own; together they are the whole bill, what was paid covers the first ones. */
  instalments: z
    .array(z.object({ dueDate: plainDate, amountCents: cents.min(1) }))
    .max(500)
    .default([]),
  /** Last day on which the payer still has grace; null: none. */
  graceUntil: plainDate.nullable().default(null),
  /** First day on which it is limited (verjaard); null: not known. */
  limitedFrom: plainDate.nullable().default(null),
  /** In the hands of a lawyer, bailiff or collector. */
  handedOver: z.boolean().default(false),
  /** The pupil left the school on this day. */
  pupilLeftOn: plainDate.nullable().default(null),
});
export type DecisionItem = z.infer<typeof decisionItem>;

/** A payer who can be written to. Left out of the list: known only by id, and reachable. */
export const decisionPayer = z.object({
  payerId: id,
  householdId: id.default(1),
  name: z.string().max(300).default(''),
  /** False: no usable address at all, also not of a third party. */
  reachable: z.boolean().default(true),
  removed: z.boolean().default(false),
  /** The body (OCMW, mediator) that receives everything in the payer's place. */
  thirdPartyPayerId: id.nullable().default(null),
});
export type DecisionPayer = z.infer<typeof decisionPayer>;

/** A stage that was sent to a payer for one bill. A voided one is left out or says so. */
export const sentEvent = z.object({
  invoiceId: id,
  /** Null: to everybody who owes it. */
  payerId: id.nullable().default(null),
  stage: z.number().int().positive(),
  /** The day it left, whatever the hour. */
  sentOn: plainDate,
  /** Last day of the term of the law that started with it; null: none runs. */
  termLastDay: plainDate.nullable().default(null),
  voided: z.boolean().default(false),
  /**
   * The procedure it was a stage of. A procedure for bills near limitation and the ordinary ones have stages of their own: a
   * letter of one is no reason to skip the first steps of the other. Null: it counts for all.
   */
  procedureId: id.nullable().default(null),
});
export type SentEvent = z.infer<typeof sentEvent>;

/**
 * A hold as it stands in the store. Kind and dates are plain text on purpose: what cannot be read counts as a hold, and a
 * hold that names nothing holds everything.
 */
export const decisionHold = z.object({
  holdId: id.nullable().default(null),
  kind: z.string().max(60).default('doNotProcess'),
  schoolId: id.nullable().default(null),
  householdId: id.nullable().default(null),
  payerId: id.nullable().default(null),
  invoiceId: id.nullable().default(null),
  fromDate: z.string().max(30).nullable().default(null),
  /** Last day; null: until lifted. */
  untilDate: z.string().max(30).nullable().default(null),
  reason: z.string().max(300).default(''),
  freezesCosts: z.boolean().default(false),
});
export type DecisionHold = z.infer<typeof decisionHold>;

/** A payment plan, for as far as it stops reminders: live, its claims are left alone. */
export const decisionPlan = z.object({
  planId: id.nullable().default(null),
  /** Its claims; empty: everything its payers owe. */
  invoiceIds: z.array(id).max(10_000).default([]),
  /** Only these payers; empty: everybody who owes the claims. */
  payerIds: z.array(id).max(10_000).default([]),
  instalments: z
    .array(z.object({ dueDate: plainDate, amountCents: cents.min(1) }))
    .max(500)
    .min(1),
  toleranceDays: z.number().int().min(0).default(0),
  /** Received under the plan. */
  receivedCents: cents.min(0).default(0),
  /** What is still open of its claims; left out: what the instalments leave. */
  openCents: cents.min(0).optional(),
  /** Not accepted yet: until this day its claims are left alone, whatever came in. */
  proposedUntil: plainDate.nullable().optional(),
});
export type DecisionPlan = z.infer<typeof decisionPlan>;

/** A message or task to a payer that is not finished. */
export const pendingDelivery = z.object({
  payerId: id,
  schoolId: id.default(1),
  /** `uncertain`: nobody knows whether it left; `failed`: a person decides; `waiting`: still to leave; `task`: a call or talk to do. */
  status: z.enum(['uncertain', 'failed', 'waiting', 'task']),
});
export type PendingDelivery = z.infer<typeof pendingDelivery>;

export const dunningSettings = z.object({
  /** Nothing is asked below this amount due, after credits. */
  minimumCents: cents.min(0).default(0),
  /** What happens to bills of pupils who left: reminded like the others, or left for a person. */
  schoolLeavers: z.enum(['remind', 'leaveOut']).default('remind'),
  /** How old the newest statement may be; null: not asked. */
  statementMaxAgeDays: z.number().int().min(0).nullable().default(null),
});
export type DunningSettings = z.infer<typeof dunningSettings>;

/** What is known of the bank of one school on the day. */
export const bankFreshness = z.object({
  schoolId: id.default(1),
  newestStatementOn: plainDate.nullable(),
  openLines: z.number().int().min(0).default(0),
});

/** Everything the decision is made from; the order of rows never counts. */
export const decisionInput = z.object({
  procedures: z.array(procedureInForce).max(1_000_000),
  items: z.array(decisionItem).max(1_000_000),
  payers: z.array(decisionPayer).max(1_000_000).default([]),
  sentEvents: z.array(sentEvent).max(1_000_000).default([]),
  holds: z.array(decisionHold).max(1_000_000).default([]),
  plans: z.array(decisionPlan).max(1_000_000).default([]),
  pending: z.array(pendingDelivery).max(1_000_000).default([]),
  bank: z.array(bankFreshness).max(1_000_000).default([]),
  settings: dunningSettings.default({ minimumCents: 0, schoolLeavers: 'remind', statementMaxAgeDays: null }),
  /** Of a school that has settings of its own, in the place of `settings`. */
  schoolSettings: z
    .array(dunningSettings.extend({ schoolId: id }))
    .max(1000)
    .default([]),
});
export type DecisionInput = z.infer<typeof decisionInput>;

// output -------------------------------------------------------------------------------------------------------------

/** What deserves a look before it goes. */
export const proposalNote = z.enum([
  /** Several procedures matched; the most careful one was taken. */
  'severalProcedures',
  'thirdPartyPayer',
  'splitShare',
  'creditNetted',
  /** The household has a credit at another school of the board. */
  'creditElsewhere',
  'schoolLeaver',
  /** The stage is higher than the one for which the payer is late enough only by the days; it is caught up one at a time. */
  'catchingUp',
  /** Bills that were never mentioned before stand in a later stage. */
  'newInvoices',
  'nearLimitation',
  'brokenPlan',
  'costsFrozen',
]);
export type ProposalNote = z.infer<typeof proposalNote>;

export const proposalItem = z.object({
  invoiceId: id,
  number: z.string(),
  kind: decisionItem.shape.kind,
  dueDate: plainDate,
  overdueDays: z.number().int(),
  /** What this payer owes of it and is due. */
  amountCents: cents,
  /** The highest stage this payer got for it before; 0: none. */
  sentStage: z.number().int(),
});
export type ProposalItem = z.infer<typeof proposalItem>;

export const exclusionCode = z.enum(exclusionCodes);
export type ExclusionCode = z.infer<typeof exclusionCode>;

/** Overdue, and not asked in this communication: held, in a plan, limited … */
export const leftOutItem = z.object({
  invoiceId: id,
  number: z.string(),
  amountCents: cents,
  reason: exclusionCode,
  /** Dutch. */
  sentence: z.string(),
});
export type LeftOutItem = z.infer<typeof leftOutItem>;

/** What would be done for one payer at one school: one communication with everything that is overdue. */
export const proposal = z.object({
  payerId: id,
  schoolId: id,
  householdId: id,
  procedureId: id,
  procedureVersionId: id.nullable(),
  procedureName: z.string(),
  /** From 1. */
  stage: z.number().int(),
  stageName: z.string(),
  stageCount: z.number().int(),
  /** The stage for which the payer is late enough; never skipped to. */
  timeEligibleStage: z.number().int(),
  channel: stageChannel,
  textId: id.nullable(),
  approver: stageApprover,
  thirdPartyPayerId: id.nullable(),
  /** Overdue, the oldest first; costs of our own last. */
  items: z.array(proposalItem),
  /** Not yet due: information only. */
  upcoming: z.array(proposalItem),
  /** Negative amounts: credits that are netted. */
  credits: z.array(proposalItem),
  /** Overdue too, and why it is not asked now. */
  leftOut: z.array(leftOutItem),
  dueCents: cents,
  /** As a positive amount. */
  creditCents: cents,
  /** To pay: due less credits. */
  totalCents: cents,
  oldestDueDate: plainDate,
  overdueDays: z.number().int(),
  notes: z.array(z.object({ code: proposalNote, sentence: z.string() })),
});
export type Proposal = z.infer<typeof proposal>;

export const exclusion = z.object({
  /** Null: nobody is liable. */
  payerId: id.nullable(),
  schoolId: id,
  householdId: id,
  reason: exclusionCode,
  /** Dutch, for the list of who is not reminded. */
  sentence: z.string(),
  /** The facts behind it. */
  facts: z.object({
    invoiceIds: z.array(id),
    dueCents: cents,
    creditCents: cents.optional(),
    minimumCents: cents.optional(),
    /** The first day on which it would be otherwise: of a gap, a term, a hold, lateness or grace. */
    fromDate: plainDate.optional(),
    holdId: id.optional(),
    holdKind: z.string().optional(),
    planId: id.optional(),
    stage: z.number().int().optional(),
    overdueDays: z.number().int().optional(),
  }),
});
export type Exclusion = z.infer<typeof exclusion>;

/** What a run asks to be looked at first: a statement that is too old, or lines that wait. */
export const bankConcern = z.object({
  schoolId: id,
  reason: z.enum(['noStatement', 'statementTooOld', 'openLines']),
  sentence: z.string(),
});

export const decision = z.object({
  asOf: plainDate,
  proposals: z.array(proposal),
  exclusions: z.array(exclusion),
  bankConcerns: z.array(bankConcern),
});
export type Decision = z.infer<typeof decision>;
