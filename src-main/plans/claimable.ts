import type { Claim } from '#shared/ledger/claim.ts';
import { isOwedApart } from '#shared/plans/owed-together.ts';
import type { PlanClaim, PlanSettings } from '#shared/plans/shapes.ts';
import { schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import { claimsById } from '#main/ledger/claims.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { owedClaims, shownClaims } from './claim-rows.ts';
import { planFacts, standingOf } from './facts.ts';
import { planSettingsOf } from './settings.ts';

type Answer = {
  claims: (PlanClaim & { planId: number | null; isLimited: boolean; isOwedApart: boolean })[];
  needsConsent: boolean;
  settings: PlanSettings;
};

/** What these payers owe at every school, with the plan in which it stands already and the clock. */
export function claimableFor(
  context: Context,
  { householdId, payerIds }: { readonly householdId: number; readonly payerIds: readonly number[] },
): Answer {
  const { store, clock } = context;
  const today = clock.today();
  const owed = owedClaims(store, payerIds, schoolsOf(context));
  const inPlan = claimsInPlans(context, payerIds, [...owed.keys()]);
  const liable = claimsById(store, [...owed.keys()]);
  const amounts = [...owed].map(([invoiceId, openCents]) => ({ invoiceId, startCents: openCents, openCents }));
  const isApart = (claim: Claim | undefined): boolean => claim !== undefined && isOwedApart(claim, payerIds);
  const claims = shownClaims(store, amounts).map(({ rule: _rule, ...claim }) => ({
    ...claim,
    planId: inPlan.get(claim.invoiceId) ?? null,
    isLimited: claim.limitedFrom !== null && claim.limitedFrom <= today,
    isOwedApart: isApart(liable.get(claim.invoiceId)),
  }));
  const schools = new Set(claims.map(({ schoolId }) => schoolId));
  const schoolId = claims[0]?.schoolId ?? schoolOfHousehold(store, liveHouseholdId(store, householdId));
  return { claims, needsConsent: schools.size > 1, settings: planSettingsOf(store, schoolId) };
}

/** Which of these claims stand in a plan of one of these payers that is not over; of a plan that is changed, not in itself. */
export function claimsInPlans(
  { store, clock }: Context,
  payerIds: readonly number[],
  invoiceIds: readonly number[],
  besidePlanId?: number,
): Map<number, number> {
  const today = clock.today();
  const wanted = new Set(invoiceIds);
  const found = new Map<number, number>();
  for (const plan of planFacts(store, { invoiceIds, running: true })) {
    if (plan.planId === besidePlanId || standingOf(plan, today).name === 'completed') continue;
    if (!plan.payers.some(({ payerId }) => payerIds.includes(payerId))) continue;
    for (const { invoiceId } of plan.claims) if (wanted.has(invoiceId)) found.set(invoiceId, plan.planId);
  }
  return found;
}

function schoolOfHousehold(store: Store, householdId: number): number {
  return (statement(store, 'SELECT min(school_id) FROM pupils WHERE household_id = ?').pluck().get(householdId) ??
    0) as number;
}
