import { Problem } from '#shared/api/problem.ts';
import { paidInstalments, pausedInstalments } from '#shared/plans/carry-on.ts';
import type { PlanPage, PlanTerms } from '#shared/plans/shapes.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { checkConsent, checkTerms } from './checks.ts';
import type { PlanFacts } from './facts.ts';
import { correctObligations, receivedPerClaim } from './obligations.ts';
import { planPageOf } from './page.ts';
import { consentOf, runningPlan } from './running.ts';
import { agreedInstalments, agreedTerms } from './terms.ts';
import { newestPostingId, termsOf, type VersionClaim, writeVersion } from './versions.ts';

/**
 * Other terms from now on: what was booked and not paid is corrected, and what was received stays received. Bills of the plan
 * that are paid stay in it.
 */
export function changePlan(
  context: Context,
  { planId, reason, ...given }: PlanTerms & { readonly planId: number; readonly reason: string },
): PlanPage {
  const { store, clock } = context;
  return runCommand(context, () => {
    const plan = runningPlan(context, planId);
    if (given.interest !== null || termsOf(store, plan.versionId).interest !== null) {
      throw new Problem(
        'REFUSED',
        'De afspraken van een lening met interest veranderen niet. Er is niets bewaard; zet ze stop en maak een nieuw plan.',
        'interest',
      );
    }
    const settled = plan.claims.filter(({ openCents }) => openCents === 0);
    const invoiceIds = given.invoiceIds.filter((invoiceId) => settled.every((claim) => claim.invoiceId !== invoiceId));
    const payerIds = plan.payers.map(({ payerId }) => payerId);
    const terms = { ...given, invoiceIds };
    const owed = checkTerms(context, { ...terms, schoolId: plan.schoolId, payerIds }, planId);
    checkConsent(context, invoiceIds, { schoolId: plan.schoolId, consentOn: consentOf(store, planId) });
    const claims = [
      ...settled.map(({ invoiceId, afterPostingId }) => ({ invoiceId, openCents: 0, afterPostingId })),
      ...[...owed].map(([invoiceId, openCents]) => ({
        invoiceId,
        openCents,
        afterPostingId: sinceOf(context, plan, invoiceId),
      })),
    ];
    const received = receivedOn(context, plan, claims);
    const today = clock.today();
    const paidUntil = terms.startsOn < today ? terms.startsOn : today;
    writeVersion(context, planId, {
      ...agreedTerms(terms),
      kind: 'changed',
      reason,
      correctionCents: correctObligations(context, plan, reason),
      claims,
      instalments: [
        ...paidInstalments(plan.instalments, received, paidUntil),
        ...agreedInstalments(terms, [...owed.values()]),
      ],
    });
    return outcome(context, 'plans.change', plan);
  });
}

/** What is left to pay moves so many months on; what was booked of it is corrected. */
export function pausePlan(
  context: Context,
  { planId, months, reason }: { readonly planId: number; readonly months: number; readonly reason: string },
): PlanPage {
  const { store, clock } = context;
  return runCommand(context, () => {
    const plan = runningPlan(context, planId);
    const { version: _version, ...terms } = termsOf(store, plan.versionId);
    const { instalments, pausedUntil } = pausedInstalments(plan, months, clock.today());
    writeVersion(context, planId, {
      ...terms,
      pausedUntil,
      kind: 'paused',
      reason,
      correctionCents: correctObligations(context, plan, reason),
      claims: plan.claims,
      instalments,
    });
    return outcome(context, 'plans.pause', plan, { months });
  });
}

/** A claim that was in it goes on from where it stood; another one begins now. */
export function sinceOf({ store }: Context, plan: PlanFacts, invoiceId: number): number {
  return plan.claims.find((claim) => claim.invoiceId === invoiceId)?.afterPostingId ?? newestPostingId(store);
}

/** What came in under the plan on the claims that it still holds. */
export function receivedOn({ store }: Context, plan: PlanFacts, claims: readonly VersionClaim[]): number {
  const received = receivedPerClaim(store, plan.planId);
  return claims.reduce((sum, { invoiceId }) => sum + (received.get(invoiceId) ?? 0), 0);
}

/** The page as it is now, with the line for the trail. */
export function outcome(
  context: Context,
  command: string,
  plan: Pick<PlanFacts, 'planId' | 'schoolId' | 'householdId'>,
  detail: Readonly<Record<string, unknown>> = {},
): {
  result: PlanPage;
  audit: { command: string; schoolId: number; householdId: number; detail: Record<string, unknown> };
} {
  const { planId, schoolId, householdId } = plan;
  const page = planPageOf(context, planId);
  if (page.instalments.length === 0) {
    throw new Problem('REFUSED', 'Er is niets meer af te betalen. Er is niets bewaard.');
  }
  const { version, totalCents, balanceCents } = page;
  return {
    result: page,
    audit: { command, schoolId, householdId, detail: { planId, version, totalCents, balanceCents, ...detail } },
  };
}
