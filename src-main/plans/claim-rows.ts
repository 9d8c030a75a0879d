import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { owedTogether } from '#shared/plans/owed-together.ts';
import type { PlanClaim, PlanRule } from '#shared/plans/shapes.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { claimsById } from '#main/ledger/claims.ts';
import { isInForce } from '#main/ledger/sql.ts';
import { limitedFromOf } from '#main/limitation/limited-from.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type Detail = {
  readonly invoiceId: number;
  readonly number: string;
  readonly schoolId: number;
  readonly schoolName: string;
  readonly pupilName: string;
  readonly billingGroup: string;
  readonly dueDate: PlainDate;
  readonly rule: PlanRule;
};

/** What a claim is called and where it comes from, in the order given. */
export function claimDetails(store: Store, invoiceIds: readonly number[]): Detail[] {
  return statement(
    store,
    `SELECT i.id AS invoiceId, i.number, i.school_id AS schoolId, s.name AS schoolName, trim(u.first_name || ' ' || u.last_name) AS pupilName,
       g.name AS billingGroup, i.due_date AS dueDate, g.plan_rule AS rule
     FROM json_each(?) k CROSS JOIN invoices i ON i.id = k.value CROSS JOIN schools s ON s.id = i.school_id
       CROSS JOIN pupils u ON u.id = i.pupil_id CROSS JOIN billing_groups g ON g.id = i.billing_group_id
     ORDER BY k.key`,
  ).all(JSON.stringify(invoiceIds)) as Detail[];
}

type Amounts = { readonly invoiceId: number; readonly startCents: number; readonly openCents: number };

/** The claims of a plan as they are shown: what is owed, by name, with the clock. */
export function shownClaims(store: Store, claims: readonly Amounts[]): (PlanClaim & { rule: PlanRule })[] {
  const ids = claims.map(({ invoiceId }) => invoiceId);
  const limitedFrom = limitedFromOf(store, ids);
  const amounts = new Map(claims.map((claim) => [claim.invoiceId, claim]));
  return claimDetails(store, ids).map((detail) => ({
    ...detail,
    startCents: amounts.get(detail.invoiceId)?.startCents ?? 0,
    openCents: amounts.get(detail.invoiceId)?.openCents ?? 0,
    limitedFrom: limitedFrom.get(detail.invoiceId) ?? null,
  }));
}

/** What these payers together owe of every open bill at these schools, wherever the pupil lives; the oldest first. */
export function owedClaims(store: Store, payerIds: readonly number[], schools: Schools): Map<number, number> {
  const ids = statement(
    store,
    `SELECT DISTINCT i.id FROM json_each(@payerIds) k CROSS JOIN liabilities l ON l.payer_id = k.value
       CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = l.pupil_id
     WHERE i.balance_cents <> 0 AND i.withdrawn_at IS NULL AND i.balance_cents > 0 AND i.kind = 'invoice' AND ${isInForce}
       AND (@schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools)))
       AND NOT EXISTS (SELECT 1 FROM cost_claims c WHERE c.claim_id = i.id AND c.payer_id NOT IN (SELECT value FROM json_each(@payerIds)))
     ORDER BY i.due_date, i.id`,
  )
    .pluck()
    .all({ payerIds: JSON.stringify(payerIds), schools: schoolsParameter(schools) }) as number[];
  return owedOf(store, ids, payerIds);
}

/** The same of these bills, in the order given; what they owe nothing of is left out. */
export function owedOf(store: Store, invoiceIds: readonly number[], payerIds: readonly number[]): Map<number, number> {
  const claims = claimsById(store, invoiceIds);
  const owed = new Map<number, number>();
  for (const invoiceId of invoiceIds) {
    const claim = claims.get(invoiceId);
    const cents = claim?.kind === 'invoice' ? owedTogether(claim, payerIds) : 0;
    if (cents > 0) owed.set(invoiceId, cents);
  }
  return owed;
}
