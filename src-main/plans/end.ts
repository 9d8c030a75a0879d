import { Problem } from '#shared/api/problem.ts';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import { outcome } from './change.ts';
import { claimsInPlans } from './claimable.ts';
import { resumeInterest, stopInterest } from './loan.ts';
import { planById } from './page.ts';

/** Stops a plan; what is open of its claims is reminded again by its procedure. A loan asks no interest of months to come. */
export function endPlan(
  context: Context,
  { planId, reason }: { readonly planId: number; readonly reason: string },
): PlanPage {
  const { store, clock, actor } = context;
  return runCommand(context, () => {
    const plan = planById(store, planId);
    if (plan.endedOn !== null) {
      throw new Problem('CONFLICT', 'Dit plan was al stopgezet. Er is niets veranderd.');
    }
    statement(store, 'UPDATE plans SET ended_on = ?, ended_by = ?, end_reason = ? WHERE id = ?').run(
      clock.today(),
      actor,
      reason,
      planId,
    );
    stopInterest(context, plan);
    return outcome(context, 'plans.end', plan);
  });
}

/** Goes on where it was, as long as its claims went into no other plan. */
export function revivePlan(context: Context, planId: number): PlanPage {
  const { store } = context;
  return runCommand(context, () => {
    const plan = planById(store, planId);
    if (plan.endedOn === null) throw new Problem('CONFLICT', 'Dit plan loopt nog. Er is niets veranderd.');
    const elsewhere = claimsInPlans(
      context,
      plan.payers.map(({ payerId }) => payerId),
      plan.claims.map(({ invoiceId }) => invoiceId),
      planId,
    );
    if (elsewhere.size > 0) {
      throw new Problem(
        'CONFLICT',
        'Een factuur van dit plan staat intussen in een ander plan van dezelfde betaler. Er is niets veranderd; wijzig dat plan.',
      );
    }
    statement(store, `UPDATE plans SET ended_on = NULL, ended_by = NULL, end_reason = '' WHERE id = ?`).run(planId);
    resumeInterest(context, plan);
    return outcome(context, 'plans.revive', plan);
  });
}
