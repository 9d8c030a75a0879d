import { isInForce } from '#main/ledger/sql.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

export type Joining = { readonly planId: number; readonly invoiceId: number };

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
export function owedByPlanPayers(from: string): string {
  return `FROM ${from} CROSS JOIN billing_groups g ON g.id = i.billing_group_id
    CROSS JOIN liabilities l ON l.pupil_id = i.pupil_id CROSS JOIN plan_payers y ON y.payer_id = l.payer_id
    CROSS JOIN plans p ON p.id = y.plan_id
    WHERE p.ended_on IS NULL AND i.kind = 'invoice' AND i.balance_cents > 0 AND i.created_at > p.created_at AND ${isInForce}
      AND NOT EXISTS (SELECT 1 FROM cost_claims c WHERE c.claim_id = i.id)
      AND NOT EXISTS (SELECT 1 FROM plan_versions v JOIN plan_claims c ON c.plan_version_id = v.id
        WHERE v.plan_id = p.id AND c.invoice_id = i.id
          AND v.version = (SELECT max(n.version) FROM plan_versions n WHERE n.plan_id = p.id))`;
}
