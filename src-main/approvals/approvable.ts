import type { z } from 'zod';
import type { Role } from '#shared/access/contract.ts';
import type { ApprovalKind, DifferenceLine } from '#shared/approvals/contract.ts';
import type { Context } from '#main/api/context.ts';

/** What a command would do now, before anybody says yes. */
export type ApprovalPlan = {
  readonly schoolId: number;
  readonly householdId: number | null;
  /** Positive cents; null where no amount is involved. */
  readonly amountCents: number | null;
  /** Asked whatever the school's threshold is (a transfer out of the household). */
  readonly alwaysAsked: boolean;
  /** Only these may say yes; left out: whoever may approve. */
  readonly approvingRoles?: readonly Role[];
  /** Dutch, one sentence, with amounts and numbers but without names of people. */
  readonly summary: string;
  readonly reason: string;
  readonly difference: readonly DifferenceLine[];
  /** Everything that the difference was computed from, as JSON; when it changes, an approval of the old one is refused. */
  readonly state: unknown;
  /** The claims it is about, for "wacht op goedkeuring" beside them. */
  readonly items: readonly { readonly invoiceId: number; readonly amountCents: number }[];
};

/**
 * A command that may need a second pair of eyes. `plan` decides what it would do and throws a Problem when it cannot be
 * done; `book` does it, in the transaction of whoever calls. Both read the store as it is at that moment.
 */
export type Approvable<Input> = {
  readonly kind: ApprovalKind;
  /** Name of the procedure, for the audit trail: `ledger.writeOff`. */
  readonly command: string;
  readonly input: z.ZodType<Input>;
  readonly plan: (context: Context, input: Input) => ApprovalPlan;
  /** Answers the journal entry that was made, null when the command makes none. */
  readonly book: (context: Context, input: Input, approvalId: number | null) => number | null;
};
