import { Problem } from '#shared/api/problem.ts';
import type { Context } from '#main/api/context.ts';
import { isInForce } from '#main/ledger/sql.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { joinPlan } from './claims-of-plan.ts';
import { type PlanFacts, planFacts, standingOf } from './facts.ts';

type Joining = { readonly planId: number; readonly invoiceId: number };

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

/** Open bills that came after the plan was made, whose group asks whether they join, and that nobody answered yet. */
export function claimsToAsk(store: Store, planIds: readonly number[]): Joining[] {
  if (planIds.length === 0) return [];
  return statement(
    store,
    `SELECT DISTINCT y.plan_id AS planId, i.id AS invoiceId ${owedByPlanPayers(
      `json_each(@planIds) k CROSS JOIN plan_payers py ON py.plan_id = k.value CROSS JOIN liabilities pl ON pl.payer_id = py.payer_id
       CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = pl.pupil_id AND i.balance_cents <> 0 AND i.withdrawn_at IS NULL`,
    )} AND y.plan_id = k.value AND g.plan_rule <> 'byHand'
       AND NOT EXISTS (SELECT 1 FROM plan_declined_claims d WHERE d.plan_id = y.plan_id AND d.invoice_id = i.id)
     ORDER BY y.plan_id, i.id`,
  ).all({ planIds: JSON.stringify(planIds) }) as Joining[];
}

/** Bills `i` that a payer of a plan owes and that came after it, in none of its versions now. */
function owedByPlanPayers(from: string): string {
  return `FROM ${from} CROSS JOIN billing_groups g ON g.id = i.billing_group_id
    CROSS JOIN liabilities l ON l.pupil_id = i.pupil_id CROSS JOIN plan_payers y ON y.payer_id = l.payer_id
    CROSS JOIN plans p ON p.id = y.plan_id
    WHERE p.ended_on IS NULL AND i.kind = 'invoice' AND i.balance_cents > 0 AND i.created_at > p.created_at AND ${isInForce}
      AND NOT EXISTS (SELECT 1 FROM cost_claims c WHERE c.claim_id = i.id)
      AND NOT EXISTS (SELECT 1 FROM plan_versions v JOIN plan_claims c ON c.plan_version_id = v.id
        WHERE v.plan_id = p.id AND c.invoice_id = i.id
          AND v.version = (SELECT max(n.version) FROM plan_versions n WHERE n.plan_id = p.id))`;
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
