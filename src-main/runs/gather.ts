import type { DecisionInput, DecisionItem } from '#shared/dunning/decision.ts';
import { proceduresInForce } from '#main/dunning/procedures-in-force.ts';
import { holdsInForce } from '#main/holds/active-holds.ts';
import { decisionPlans } from '#main/plans/decision-plans.ts';
import type { PlanFilter } from '#main/plans/queries.ts';
import type { Store } from '#main/store/store.ts';
import { openItems } from './gather-items.ts';
import { payersOfItems } from './gather-payers.ts';
import type { GatherRequest } from './gather-request.ts';
import { pendingRows, sentEventRows } from './gather-queries.ts';
import { schoolFacts } from './gather-schools.ts';

/**
 * Reads everything the decision is made from, in a handful of statements, whatever the number of schools. Call it inside
 * a transaction when what it reads must hold together with what is written.
 */
export function gatherDecision(store: Store, request: GatherRequest): DecisionInput {
  const { asOf, schoolIds } = request;
  const procedures = proceduresInForce(store, asOf, schoolIds);
  const items = openItems(store, request, procedures);
  return {
    procedures,
    items,
    payers: payersOfItems(store, items),
    sentEvents: sentEventRows(
      store,
      items.map(({ invoiceId }) => invoiceId),
    ),
    holds: holdsInForce(store, asOf),
    plans: decisionPlans(store, planFilter(request, items), asOf),
    pending: pendingRows(store, schoolIds, request.ownRunId),
    ...schoolFacts(store, schoolIds),
  };
}

/** Of a few households the plans about their bills, else all those of the schools. */
function planFilter({ schoolIds, householdIds }: GatherRequest, items: readonly DecisionItem[]): PlanFilter {
  if (householdIds !== undefined) return { invoiceIds: items.map(({ invoiceId }) => invoiceId) };
  return schoolIds === 'all' ? {} : { schoolIds };
}
