import { Problem } from '#shared/api/problem.ts';
import type { Outcome } from '#shared/ledger/booking-shapes.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { Approvable, ApprovalPlan } from './approvable.ts';
import { somebodyElseApproves } from './approvers.ts';
import { changesOf, insertApproval } from './request.ts';
import { isAsked } from './thresholds.ts';

export type ChangeOutcome = Outcome | { readonly outcome: 'saved' };

/**
 * Carries a command out, or keeps it as a request when the school asks for a second pair of eyes. One transaction, one
 * audit line with ids and amounts only.
 */
export function submit<Input>(context: Context, command: Approvable<Input>, input: Input): Outcome {
  const outcome = submitChange(context, command, input);
  if (outcome.outcome === 'saved') throw new Error(`${command.command} answers no journal entry`);
  return outcome;
}

/** The same for a command that may make no journal entry: `saved` when it was carried out without one. */
export function submitChange<Input>(context: Context, command: Approvable<Input>, input: Input): ChangeOutcome {
  return runCommand<ChangeOutcome>(context, () => {
    const plan = command.plan(context, input);
    if (needsSecondPerson(context, command, plan)) {
      const approvalId = insertApproval(context, command, input, plan, null);
      return {
        result: { outcome: 'waiting', approvalId },
        audit: auditOf(command, plan, { outcome: 'waiting', approvalId }),
      };
    }
    const entryId = command.book(context, input, null);
    return {
      result: entryId === null ? { outcome: 'saved' } : { outcome: 'booked', entryId },
      audit: {
        ...auditOf(command, plan, entryId === null ? { outcome: 'saved' } : { outcome: 'booked', entryId }),
        changes: changesOf(plan),
      },
    };
  });
}

/** Whether the school asks for somebody else; REFUSED when one is always asked and there is none. */
export function needsSecondPerson<Input>(context: Context, command: Approvable<Input>, plan: ApprovalPlan): boolean {
  if (plan.alwaysAsked && !somebodyElseApproves(context.store, context.caller, plan.schoolId, plan.approvingRoles)) {
    throw new Problem(
      'REFUSED',
      'Hiervoor is altijd een tweede persoon nodig, en er is niemand anders die mag goedkeuren. Er is niets geboekt; laat een beheerder een tweede gebruiker met de rol directie of coördinator toevoegen.',
    );
  }
  return plan.alwaysAsked || isAsked(context.store, plan.schoolId, command.kind, plan.amountCents);
}

function auditOf<Input>(
  command: Approvable<Input>,
  plan: ApprovalPlan,
  detail: Readonly<Record<string, unknown>>,
): {
  readonly command: string;
  readonly schoolId: number;
  readonly householdId: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
} {
  return {
    command: command.command,
    schoolId: plan.schoolId,
    householdId: plan.householdId,
    detail: { ...detail, amountCents: plan.amountCents, items: plan.items },
  };
}
