import type { PlainDate } from '../calendar/plain-date.ts';
import { planState, type PlanState } from '../plans/plan-state.ts';
import { addTo } from './add-to.ts';
import type { DecisionPlan } from './decision.ts';

export type PlanOn = { readonly plan: DecisionPlan; readonly state: PlanState['state'] };

/** Finds the plans on a bill for a payer; null: for whoever owes it. */
export type PlansOn = (invoiceId: number, payerId: number | null) => readonly PlanOn[];

const everybody = 0;
const noPlans: readonly PlanOn[] = [];

/**
 * Reads the plans once and answers which of them are about a bill, the lowest id first. A plan that names no claims is about
 * everything its payers owe, and one that names nobody about everybody. What its state is, follows from money
 * (`planState`), once the days are over in which it may still be accepted.
 */
export function plansOn(plans: readonly DecisionPlan[], asOf: PlainDate): PlansOn {
  const ofInvoice = new Map<number, Map<number, PlanOn[]>>();
  const ofEveryInvoice = new Map<number, PlanOn[]>();
  for (const plan of plans.toSorted((a, b) => (a.planId ?? 0) - (b.planId ?? 0))) {
    const isProposed = typeof plan.proposedUntil === 'string' && asOf <= plan.proposedUntil;
    const on: PlanOn = { plan, state: isProposed ? 'live' : planState(plan, asOf).state };
    const payerIds = plan.payerIds.length === 0 ? [everybody] : new Set(plan.payerIds);
    for (const payerId of payerIds) {
      if (plan.invoiceIds.length === 0) addTo(ofEveryInvoice, payerId, on);
      for (const invoiceId of new Set(plan.invoiceIds)) {
        const perPayer = ofInvoice.get(invoiceId) ?? new Map<number, PlanOn[]>();
        ofInvoice.set(invoiceId, perPayer);
        addTo(perPayer, payerId, on);
      }
    }
  }
  return (invoiceId, payerId) => {
    const own = ofInvoice.get(invoiceId);
    if (!own && ofEveryInvoice.size === 0) return noPlans;
    const found: PlanOn[] = [];
    for (const perPayer of own ? [own, ofEveryInvoice] : [ofEveryInvoice]) {
      if (perPayer.size === 0) continue;
      found.push(...(perPayer.get(everybody) ?? []));
      if (payerId !== null) found.push(...(perPayer.get(payerId) ?? []));
    }
    return found;
  };
}
