import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, filledText, id, jobStarted, moment, plainDate } from '../api/schemas.ts';
import { messagePreview, messageStatus } from '../correspondence/contract.ts';
import { namedExclusion, namedProposal } from '../dunning/contract.ts';
import { bankConcern } from '../dunning/decision.ts';
import { stageChannel } from '../dunning/procedure.ts';

export const runStatuses = ['draft', 'approved', 'sending', 'done', 'cancelled', 'reversed'] as const;
export const runStatus = z.enum(runStatuses);
export type RunStatus = z.infer<typeof runStatus>;

/** open: nothing done yet; out: a message or a task exists; dropped: not any more; raised: more than was approved; void: taken back. */
export const proposalOutcomes = ['open', 'out', 'dropped', 'raised', 'void'] as const;
export const proposalOutcome = z.enum(proposalOutcomes);
export type ProposalOutcome = z.infer<typeof proposalOutcome>;

/** One payer in a run: what is proposed, what a person made of it, and how it ended. */
export const runProposal = namedProposal.extend({
  runProposalId: id,
  isDropped: z.boolean(),
  /** Why it was dropped or its channel changed. */
  choiceReason: z.string(),
  /** As it will leave: the chosen channel, else that of the stage, else what the payer's addresses allow. */
  effectiveChannel: stageChannel,
  /** Where it goes, on one line; empty for a call or a talk. */
  address: z.string(),
  /** Number of the school for it; null until the run starts. */
  letterNumber: z.string().nullable(),
  outcome: proposalOutcome,
  /** Dutch. */
  outcomeReason: z.string(),
  /** Since the last run of this school: first time, one stage further, the same stage, back to a lower one. */
  sinceLastRun: z.enum(['new', 'further', 'same', 'back']).nullable(),
  messageId: id.nullable(),
  messageStatus: messageStatus.nullable(),
  taskId: id.nullable(),
  payBefore: plainDate.nullable(),
  /** What must be looked at before it goes, of the address, the text or the law. */
  exceptions: z.array(z.object({ code: z.string(), sentence: z.string() })),
});
export type RunProposal = z.infer<typeof runProposal>;

export const runTotals = z.object({
  proposals: z.number().int(),
  emails: z.number().int(),
  letters: z.number().int(),
  registeredLetters: z.number().int(),
  tasks: z.number().int(),
  dropped: z.number().int(),
  excluded: z.number().int(),
  households: z.number().int(),
  cents,
});

export const runSchool = z.object({
  schoolId: id,
  schoolName: z.string(),
  proposals: z.number().int(),
  cents,
  /** Newest statement of the school's accounts, lines that wait for a person, and money that is not assigned. */
  newestStatementOn: plainDate.nullable(),
  openLines: z.number().int(),
  creditCents: cents,
  approval: z.enum(['notNeeded', 'needed', 'waiting', 'approved', 'rejected']),
  approvalId: id.nullable(),
  approvedBy: z.string().nullable(),
});
export type RunSchool = z.infer<typeof runSchool>;

export const runSummary = z.object({
  runId: id,
  asOf: plainDate,
  status: runStatus,
  schools: z.array(z.string()),
  author: z.string(),
  at: moment,
  totals: runTotals,
  sent: z.number().int(),
  printed: z.number().int(),
  waiting: z.number().int(),
  failed: z.number().int(),
  uncertain: z.number().int(),
  tasksOpen: z.number().int(),
  reversedAt: moment.nullable(),
});
export type RunSummary = z.infer<typeof runSummary>;

export const runPage = runSummary.extend({
  perSchool: z.array(runSchool),
  /** Exceptions first, then by household. */
  proposals: z.array(runProposal),
  exclusions: z.array(namedExclusion),
  bankConcerns: z.array(bankConcern),
  /** Why somebody went on although the bank asked for a look; empty: nobody did. */
  bankOverride: z.string(),
  /** Why nothing may be sent now, in Dutch; empty: it may. */
  blockers: z.array(z.string()),
  /** Advice about the moment: start of the month, school holidays, the hour. */
  advice: z.array(z.string()),
  /** What the run before it did, for the comparison. */
  previous: z
    .object({ runId: id, asOf: plainDate, proposals: z.number().int(), cents, paidSinceCents: cents })
    .nullable(),
  reversal: z
    .object({ at: moment, by: z.string(), reason: z.string(), voided: z.number().int(), stayed: z.number().int() })
    .nullable(),
  /** Why the run cannot be taken back, or null. */
  reverseBlockedBy: z.string().nullable(),
});
export type RunPage = z.infer<typeof runPage>;

const runRef = z.object({ runId: id });
const schoolIds = z.array(id).min(1).max(1000);

export const runsContract = {
  list: procedure
    .input(
      z.object({ schoolId: id.optional(), limit: z.number().int().min(1).max(500).default(50) }).default({ limit: 50 }),
    )
    .output(z.array(runSummary)),
  page: procedure.input(runRef).output(runPage),
  /** Decides for today and keeps the proposals as a draft. The same requestKey twice is one run. */
  start: procedure.input(z.object({ requestKey: filledText(80), schoolIds })).output(runRef),
  /** Decides again; what a person dropped or changed stays so. Only a draft. */
  refresh: procedure.input(runRef).output(runRef),
  /** Goes on although the newest statement is old or lines wait; the reason is kept with the run. */
  overrideBank: procedure.input(runRef.extend({ reason: filledText(300) })).output(runRef),
  /** Drops proposals, takes them back in, or gives them another channel; null: that of the stage. A reason is asked for dropping. */
  change: procedure
    .input(
      runRef.extend({
        runProposalIds: z.array(id).min(1).max(100_000),
        isDropped: z.boolean().optional(),
        channel: z.enum(['email', 'letter', 'registeredLetter', 'phone', 'talk']).nullable().optional(),
        reason: z.string().trim().max(300).default(''),
      }),
    )
    .output(z.object({ changed: z.number().int() })),
  /** One message exactly as it would leave now. */
  previewMessage: procedure.input(runRef.extend({ runProposalId: id })).output(messagePreview),
  /**
   * Says yes to what stands there, per school. Where a second pair of eyes is asked, it becomes a request in *Goedkeuringen*
   * and the answer is `waiting`.
   */
  submit: procedure.input(runRef).output(runRef.extend({ outcome: z.enum(['approved', 'waiting']) })),
  /** Back to draft, before anything was sent; a waiting request is withdrawn. */
  reopen: procedure.input(runRef).output(runRef),
  /** Puts a run away that has not started. */
  cancel: procedure.input(runRef).output(runRef),
  /**
   * Starts or goes on: decides everything anew, reserves what may leave, sends the e-mails and puts calls and talks on the
   * worklist. Paid since: dropped; partly paid: the new amount; more than was approved: `raised`, and asked again. Once per
   * payer, however often and from however many windows it is pressed. Outside 08:00–20:00 REFUSED.
   */
  send: procedure.input(runRef).output(jobStarted.extend({ runId: id })),
  /** The letters of the run in printing order, as one PDF (a job; result: FileOut). */
  printLetters: procedure.input(runRef.extend({ registered: z.boolean().default(false) })).output(jobStarted),
  /** The user says that letters were posted; null: all that were printed. The term of the law counts from this day. */
  confirmPosted: procedure
    .input(
      runRef.extend({
        messageIds: z.array(id).max(100_000).nullable().default(null),
        postedOn: plainDate.optional(),
      }),
    )
    .output(z.object({ confirmed: z.number().int() })),
  /** What is not posted or sent yet becomes void, costs are taken back, stages fall back; what left stays. */
  reverse: procedure
    .input(runRef.extend({ reason: filledText(300) }))
    .output(z.object({ runId: id, voided: z.number().int(), stayed: z.number().int() })),
  /** A correction to who was really sent a message of a run that was taken back (a job that sends one text). */
  correct: procedure.input(runRef.extend({ textId: id })).output(jobStarted),
};
