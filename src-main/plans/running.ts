import { Problem } from '#shared/api/problem.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { type PlanFacts, standingOf } from './facts.ts';
import { planById } from './page.ts';

/** One that can be changed: neither stopped nor paid. */
export function runningPlan({ store, clock }: Context, planId: number): PlanFacts {
  const plan = planById(store, planId);
  const { name } = standingOf(plan, clock.today());
  if (name === 'ended') {
    throw new Problem('CONFLICT', 'Dit plan is stopgezet. Er is niets veranderd; herneem het eerst.');
  }
  if (name === 'completed') {
    throw new Problem('CONFLICT', 'Dit plan is helemaal betaald. Er is niets veranderd; maak zo nodig een nieuw plan.');
  }
  return plan;
}

/** The day on which the family agreed that bills of several schools are put together. */
export function consentOf(store: Store, planId: number): string | null {
  return statement(store, 'SELECT consent_on FROM plans WHERE id = ?').pluck().get(planId) as string | null;
}
