import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, fileOut, id, plainDate } from '../api/schemas.ts';
import { signal } from '../signals/contract.ts';

export const talkOutcomes = ['plan', 'promise', 'dispute', 'referral', 'noContact'] as const;
export const talkOutcome = z.enum(talkOutcomes);
export type TalkOutcome = z.infer<typeof talkOutcome>;

/** The facts on one page before a talk: no reproach, and nothing that the other parent may not hear. */
export const talkGuide = z.object({
  householdId: id,
  householdName: z.string(),
  payerId: id.nullable(),
  payerName: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.enum(['nl', 'fr', 'en']),
  pupils: z.array(
    z.object({
      pupilId: id,
      name: z.string(),
      className: z.string(),
      schoolName: z.string(),
      /** Null: nobody told. */
      hasSchoolAllowance: z.boolean().nullable(),
    }),
  ),
  /** What this payer owes, per school. */
  open: z.array(
    z.object({
      schoolId: id,
      schoolName: z.string(),
      openCents: cents,
      dueCents: cents,
      oldestDueDate: plainDate.nullable(),
    }),
  ),
  totalCents: cents,
  creditCents: cents,
  /** Dutch, short: the last messages, what was promised, plans, holds, infobol. */
  facts: z.array(z.string()),
  /** Paid in the last twelve months, so that the talk can begin with it. */
  paidCents: cents,
  signals: z.array(signal),
  /** Feasible amount a month from an inventory that is kept; null: none. */
  feasibleCents: cents.nullable(),
  /** Dutch: sentences to begin with, questions to ask, what can be offered. */
  opening: z.array(z.string()),
  questions: z.array(z.string()),
  offers: z.array(z.string()),
});
export type TalkGuide = z.infer<typeof talkGuide>;

export const talksContract = {
  /** Left out payer: everybody of the household, with what is joint only. */
  guide: procedure.input(z.object({ householdId: id, payerId: id.nullable().default(null) })).output(talkGuide),
  /** The same on paper. */
  guidePdf: procedure.input(z.object({ householdId: id, payerId: id.nullable().default(null) })).output(fileOut),
  /**
   * How a talk or call ended, in two clicks: it stands in the dossier, holds what has to wait (a promise until its day, a dispute,
   * 30 days for a plan or help), and sets the next step. Finishes an open task of this payer. Answers what was done, to undo it.
   */
  record: procedure
    .input(
      z.object({
        householdId: id,
        payerId: id.nullable().default(null),
        schoolId: id,
        kind: z.enum(['phone', 'talk']),
        outcome: talkOutcome,
        /** Of a promise: the day; of no contact: when again. */
        untilDate: plainDate.nullable().default(null),
        note: z.string().trim().max(2000).default(''),
      }),
    )
    .output(
      z.object({
        noteId: id,
        holdIds: z.array(id),
        nextStepId: id.nullable(),
        taskId: id.nullable(),
        /** Dutch: what happens now. */
        sentence: z.string(),
      }),
    ),
};
