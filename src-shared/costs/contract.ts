import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, filledText, id, moment, plainDate } from '../api/schemas.ts';

export const costKinds = ['lumpSum', 'reminderCost', 'interest'] as const;
export const costKind = z.enum(costKinds);
export type CostKind = z.infer<typeof costKind>;

export const costStatuses = ['open', 'paid', 'waived', 'superseded'] as const;
export const costStatus = z.enum(costStatuses);
export type CostStatus = z.infer<typeof costStatus>;

/** What a school may ask beside its bills; everything off until the clause of its rules is filled in. */
export const costSettings = z.object({
  enabled: z.boolean().default(false),
  /** The article of the school rules in full, and the day it was told to the parents. */
  clause: z.string().trim().max(2000).default(''),
  clauseReference: z.string().trim().max(200).default(''),
  clauseDate: plainDate.nullable().default(null),
  /** One of both, never together. */
  kind: z.enum(['none', 'lumpSum', 'reminderCost']).default('none'),
  /** The lump sum of the clause: of the amount due, with a lowest; the cap of the law always counts. */
  lumpSumBasisPoints: z.number().int().min(0).max(10_000).default(0),
  lumpSumMinimumCents: cents.min(0).default(0),
  reminderCostCents: cents.min(0).default(0),
  /** Late interest of the clause, percent per year in basis points; null: none. The ceiling of the law always counts. */
  interestBasisPoints: z.number().int().min(0).max(10_000).nullable().default(null),
});
export type CostSettings = z.infer<typeof costSettings>;

/** One cost claim (own ledger of costs). */
export const costClaim = z.object({
  costClaimId: id,
  kind: costKind,
  status: costStatus,
  schoolId: id,
  householdId: id,
  householdName: z.string(),
  payerId: id,
  payerName: z.string(),
  invoiceId: id,
  invoiceNumber: z.string(),
  claimNumber: z.string(),
  stage: z.number().int(),
  amountCents: cents,
  openCents: cents,
  /** How it was reckoned, in Dutch. */
  basis: z.string(),
  reason: z.string(),
  at: moment,
  author: z.string(),
});
export type CostClaim = z.infer<typeof costClaim>;

export const costsContract = {
  settings: procedure.input(z.object({ schoolId: id })).output(costSettings.extend({ problems: z.array(z.string()) })),
  /** REFUSED without clause and date, with both kinds at once, or above the caps of the law. */
  saveSettings: procedure
    .input(costSettings.extend({ schoolId: id }))
    .output(costSettings.extend({ problems: z.array(z.string()) })),
  list: procedure
    .input(z.object({ householdId: id.optional(), status: costStatus.optional(), schoolId: id.optional() }).default({}))
    .output(z.array(costClaim)),
  /** Gives a cost claim up; the claim is taken back in the ledger. */
  waive: procedure.input(z.object({ costClaimId: id, reason: filledText(300) })).output(costClaim),
};
