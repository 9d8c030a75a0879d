import { z } from 'zod';
import { filledText, id, plainDate } from '../api/schemas.ts';

/** How a stage reaches a payer. The first three are messages; a call, a talk and a hand-over are work for a person. */
export const stageChannels = ['email', 'letter', 'registeredLetter', 'phone', 'talk', 'handOver'] as const;
export const stageChannel = z.enum(stageChannels);
export type StageChannel = z.infer<typeof stageChannel>;

/** Who says yes before a stage leaves, whatever the amount. */
export const stageApprover = z.enum(['nobody', 'director', 'coordinator']);
export type StageApprover = z.infer<typeof stageApprover>;

/** One step of a procedure (fase). Amounts in cents, days are calendar days. */
export const stage = z.object({
  name: filledText(80).default('Herinnering'),
  /** Overdue days from which the stage may come; the day after the due date is day 1. */
  days: z.number().int().min(0).max(730),
  /** At least so many days since the stage before it; null: the difference between their `days`. */
  minimumGapDays: z.number().int().min(0).max(365).nullable().default(null),
  /** Below this amount due the stage does not come. */
  minimumCents: z.number().int().min(0).default(0),
  channel: stageChannel.default('email'),
  /** The text of a message, or what a caller holds at hand. */
  textId: id.nullable().default(null),
  approver: stageApprover.default('nobody'),
  /** A cost the school asks with it, when its rules allow; never with the first stage. */
  cost: z.enum(['none', 'lumpSum', 'reminderCost', 'interest']).default('none'),
});
export type Stage = z.infer<typeof stage>;

export const stages = z.array(stage).min(1).max(12);

/** A procedure as it counts on a day: one version of it. */
export const procedureInForce = z.object({
  procedureId: id,
  procedureVersionId: id.nullable().default(null),
  name: z.string().max(300).default(''),
  /** Null: at every school. */
  schoolId: id.nullable().default(null),
  /** Null: for bills of every group. */
  billingGroupId: id.nullable().default(null),
  validFrom: plainDate.nullable().default(null),
  /** Last day; null: still in force. */
  validUntil: plainDate.nullable().default(null),
  /**
   * Only for bills with at most so many days left before limitation, in the place of the procedures without it;
   * null: for the other bills, and for all where no such procedure is.
   */
  nearLimitationDays: z.number().int().positive().nullable().default(null),
  stages,
});
export type ProcedureInForce = z.infer<typeof procedureInForce>;
