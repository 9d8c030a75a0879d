import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, filledText, id, moment } from '../api/schemas.ts';

/** What can ask for a second pair of eyes. */
export const approvalKinds = [
  'writeOff',
  'remission',
  'refund',
  'transfer',
  'payerAccount',
  'run',
  'grant',
  'correction',
] as const;
export const approvalKind = z.enum(approvalKinds);
export type ApprovalKind = z.infer<typeof approvalKind>;

/** One line of what a request will change. */
export const differenceLine = z.object({ label: z.string(), before: z.string(), after: z.string() });
export type DifferenceLine = z.infer<typeof differenceLine>;

export const approval = z.object({
  approvalId: id,
  kind: approvalKind,
  schoolId: id,
  schoolName: z.string(),
  householdId: id.nullable(),
  householdName: z.string().nullable(),
  amountCents: cents.nullable(),
  /** Dutch, one sentence: "€ 120,00 buiten invordering op 2 facturen". */
  summary: z.string(),
  /** Null: not for whoever asks now, as why a family asked the social fund. */
  reason: z.string().nullable(),
  difference: z.array(differenceLine),
  /** What the difference was computed from; approving gives it back, so that nobody approves something else. */
  stateSha256: z.string(),
  status: z.enum(['waiting', 'approved', 'rejected', 'withdrawn']),
  maker: z.string(),
  at: moment,
  decidedBy: z.string().nullable(),
  decidedAt: moment.nullable(),
  rejectionReason: z.string().nullable(),
  /** Made by whoever asks. */
  isMine: z.boolean(),
  /** Null when whoever asks may approve or reject it, else the Dutch reason why not. */
  decideBlockedBy: z.string().nullable(),
  /** Set when a rejected request was given again. */
  replacedById: id.nullable(),
  /** The input of its command, for changing it after a rejection. */
  request: z.record(z.string(), z.unknown()),
});
export type Approval = z.infer<typeof approval>;

/** Per kind: from which amount in cents a second person is asked; 0: always, null: never. An account has no amount. */
export const approvalThresholds = z.object({
  writeOff: cents.min(0).max(10_000_000_000).nullable(),
  remission: cents.min(0).max(10_000_000_000).nullable(),
  refund: cents.min(0).max(10_000_000_000).nullable(),
  /** Within a household; out of it a second person is always asked. */
  transfer: cents.min(0).max(10_000_000_000).nullable(),
  payerAccount: cents.min(0).max(10_000_000_000).nullable(),
  /** Of the reminders of one run at this school together; a stage can ask for it whatever the amount. */
  run: cents.min(0).max(10_000_000_000).nullable().default(null),
  /** Of the social fund. */
  grant: cents.min(0).max(10_000_000_000).nullable().default(0),
  /** What was billed above the maximum bill. */
  correction: cents.min(0).max(10_000_000_000).nullable().default(null),
});
export type ApprovalThresholds = z.infer<typeof approvalThresholds>;

const approvalRef = z.object({ approvalId: id });

export const approvalsContract = {
  /** Requests, the oldest waiting first, then the newest decided. */
  list: procedure
    .input(
      z.object({
        status: approval.shape.status.optional(),
        householdId: id.optional(),
        /** true: only what whoever asks made; false: only what waits for whoever asks. */
        mine: z.boolean().optional(),
        offset: z.number().int().min(0).max(10_000_000).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ rows: z.array(approval), total: z.number().int() })),
  show: procedure.input(approvalRef).output(approval),
  /** For the badge in the rail. */
  waiting: procedure.output(z.object({ forMe: z.number().int(), rejectedMine: z.number().int() })),
  /**
   * Carries the request out, by somebody else than its maker. When what it stands on changed meanwhile it is refused with
   * CONFLICT, and the request shows the new difference.
   */
  approve: procedure
    .input(z.object({ approvalId: id, stateSha256: z.string().max(80) }))
    .output(z.object({ approvalId: id, entryId: id.nullable() })),
  /** Back to the maker's list, with the reason; nothing is booked. */
  reject: procedure.input(z.object({ approvalId: id, reason: filledText(500) })).output(approvalRef),
  /** The maker takes it back. */
  withdraw: procedure.input(approvalRef).output(approvalRef),
  /** The maker gives a rejected request again, changed; the old one stays as it was. */
  resubmit: procedure
    .input(z.object({ approvalId: id, request: z.record(z.string().max(80), z.unknown()) }))
    .output(approvalRef),
  thresholds: procedure.input(z.object({ schoolId: id })).output(approvalThresholds),
  saveThresholds: procedure
    .input(z.object({ schoolId: id, thresholds: approvalThresholds }))
    .output(approvalThresholds),
};
