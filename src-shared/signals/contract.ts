import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { id, plainDate } from '../api/schemas.ts';

export const signalKinds = [
  /** For the first time late after years on time. */
  'firstTimeLate',
  /** Three or more children with open bills. */
  'manyChildren',
  /** A plan was broken after a note that tells of less income. */
  'brokenPlan',
  /** A large part of what was billed in a year is open. */
  'highShare',
  /** A body (OCMW, mediator) is known for a payer. */
  'bodyKnown',
  'schoolAllowance',
] as const;
export const signalKind = z.enum(signalKinds);
export type SignalKind = z.infer<typeof signalKind>;

/** Something that may ask for care. Never a score, never compared between families, never a reason to be stricter. */
export const signal = z.object({
  kind: signalKind,
  householdId: id,
  householdName: z.string(),
  /** Dutch: what it is. */
  title: z.string(),
  /** Dutch: the facts behind it, each with its date or amount. */
  facts: z.array(z.string()),
  /** Dutch: a gentle next step. */
  nextStep: z.string(),
  does: z.enum(['talk', 'plan', 'referral', 'socialFund']),
});
export type Signal = z.infer<typeof signal>;

export const signalSettings = z.object({
  enabled: z.boolean().default(true),
  off: z.array(signalKind).max(20).default([]),
});
export type SignalSettings = z.infer<typeof signalSettings>;

export const signalsContract = {
  /** Of a household, or of everybody who has something open. */
  list: procedure
    .input(z.object({ householdId: id.optional(), schoolId: id.optional() }).default({}))
    .output(z.array(signal)),
  /** Seen: it is shown again only when its facts change, or after the day. */
  dismiss: procedure
    .input(z.object({ householdId: id, kind: signalKind, untilDate: plainDate.nullable().default(null) }))
    .output(z.array(signal)),
  settings: procedure.input(z.object({ schoolId: id })).output(signalSettings),
  saveSettings: procedure.input(z.object({ schoolId: id, settings: signalSettings })).output(signalSettings),
  /** Whether a pupil gets a school allowance: true, false, or null for unknown. Told by the parent. */
  setSchoolAllowance: procedure
    .input(z.object({ pupilId: id, hasAllowance: z.boolean().nullable() }))
    .output(z.object({ pupilId: id })),
};
