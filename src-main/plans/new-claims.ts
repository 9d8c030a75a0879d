import { Problem } from '#shared/api/problem.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { joinPlan } from './claims-of-plan.ts';
import { type Joining, owedByPlanPayers } from './claims-to-ask.ts';
import { type PlanFacts, planFacts, standingOf } from './facts.ts';

/**
 * Bills that came in and whose billing group always joins: into every plan of who owes them that lives, in the transaction
 * that brought them. What cannot join (another school without consent, a loan) is asked on the worklist.
 */
export function joinNewClaims(context: Context, invoiceIds: readonly number[]): void {
  const { store, clock } = context;
  if (invoiceIds.length === 0 || !someGroupJoins(store)) return;
  const asked = statement(
    store,
    `SELECT DISTINCT y.plan_id AS planId, i.id AS invoiceId ${owedByPlanPayers('json_each(@ids) k CROSS JOIN invoices i ON i.id = k.value')}
       AND g.plan_rule = 'always' ORDER BY y.plan_id, i.due_date, i.id`,
  ).all({ ids: JSON.stringify(invoiceIds) }) as Joining[];
  for (const [planId, joining] of Map.groupBy(asked, (one) => one.planId)) {
    const [plan] = planFacts(store, { planIds: [planId], running: true });
    if (!plan || !mayGrow(plan, clock.today())) continue;
    try {
      joinPlan(
        context,
        plan,
        joining.map(({ invoiceId }) => invoiceId),
      );
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
}

/** The same for everything that an import brought. */
export function joinImported(context: Context, importId: number): void {
  if (!someGroupJoins(context.store)) return;
  const rows = statement(
    context.store,
    "SELECT invoice_id FROM import_rows WHERE import_id = ? AND outcome = 'new' AND invoice_id IS NOT NULL",
  );
  joinNewClaims(context, rows.pluck().all(importId) as number[]);
}

/** A plan that is not kept, or paid, does not grow by itself. */
function mayGrow(plan: PlanFacts, today: string): boolean {
  const { name } = standingOf(plan, today);
  return name === 'live' || name === 'proposed';
}

function someGroupJoins(store: Store): boolean {
  return (
    statement(
      store,
      "SELECT EXISTS (SELECT 1 FROM billing_groups WHERE plan_rule = 'always') AND EXISTS (SELECT 1 FROM plans)",
    )
      .pluck()
      .get() === 1
  );
}
