import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, filledText, id, moment, plainDate } from '../api/schemas.ts';

export const taskKinds = ['phone', 'talk', 'handOver'] as const;
export const taskKind = z.enum(taskKinds);
export type TaskKind = z.infer<typeof taskKind>;

/** How a call or talk ended. `notReached` leaves it open for another day. */
export const taskOutcomes = [
  'reached',
  'promised',
  'planAsked',
  'disputed',
  'helpAsked',
  'handedOver',
  'other',
] as const;
export const taskOutcome = z.enum(taskOutcomes);
export type TaskOutcome = z.infer<typeof taskOutcome>;

/** Work for a person about one household, with what to have at hand. */
export const task = z.object({
  taskId: id,
  kind: taskKind,
  schoolId: id,
  schoolName: z.string(),
  householdId: id,
  householdName: z.string(),
  payerId: id.nullable(),
  payerName: z.string().nullable(),
  phone: z.string().nullable(),
  dueDate: plainDate,
  /** What is due today. */
  dueCents: cents,
  runId: id.nullable(),
  stageName: z.string().nullable(),
  /** What to say, from the text of the stage, filled in; empty: no text. */
  guide: z.string(),
  tries: z.number().int(),
  outcome: taskOutcome.nullable(),
  note: z.string(),
  doneAt: moment.nullable(),
});
export type Task = z.infer<typeof task>;

/** One line of the worklist: what to look at, why, and where it is done. */
export const worklistItem = z.object({
  /** Stable: `task-12`, `hold-3`. */
  key: z.string(),
  kind: z.enum([
    'phone',
    'talk',
    'handOver',
    'holdEnds',
    'limitation',
    'limited',
    'settlementClaim',
    'approval',
    'message',
    'letters',
    'bankLines',
    'instalments',
    'nextStep',
    'run',
    'brokenPlan',
    'planNotAccepted',
    'newClaim',
    'maximumBill',
    'referral',
  ]),
  /** Dutch, without amounts. */
  title: z.string(),
  detail: z.string(),
  dueDate: plainDate.nullable(),
  /** Past its day, or soon too late. */
  isUrgent: z.boolean(),
  householdId: id.nullable(),
  taskId: id.nullable(),
  holdId: id.nullable(),
  invoiceId: id.nullable(),
  runId: id.nullable(),
  settlementId: id.nullable(),
  planId: id.nullable(),
});
export type WorklistItem = z.infer<typeof worklistItem>;

export const todayContract = {
  /** Everything that waits for a person today, the urgent first. */
  worklist: procedure.input(z.object({ schoolId: id.optional() }).default({})).output(z.array(worklistItem)),
  task: procedure.input(z.object({ taskId: id })).output(task),
  tasks: procedure
    .input(z.object({ householdId: id.optional(), withDone: z.boolean().default(false) }).default({ withDone: false }))
    .output(z.array(task)),
  addTask: procedure
    .input(
      z.object({
        householdId: id,
        schoolId: id,
        payerId: id.nullable().default(null),
        kind: z.enum(['phone', 'talk']),
        dueDate: plainDate,
      }),
    )
    .output(task),
  /**
   * How it went. A promise holds the payer's reminders until its date, a dispute until it is looked at, a plan or help asked
   * 30 days; the stage counts from this day.
   */
  finishTask: procedure
    .input(
      z.object({
        taskId: id,
        outcome: taskOutcome,
        note: z.string().trim().max(2000).default(''),
        /** Of a promise: until when; of a talk to follow: the next day to look at it. */
        untilDate: plainDate.nullable().default(null),
      }),
    )
    .output(task),
  /** Nobody answered: on the list again on another day. */
  notReached: procedure.input(z.object({ taskId: id, againOn: plainDate })).output(task),
  cancelTask: procedure.input(z.object({ taskId: id, reason: filledText(300) })).output(task),
};
