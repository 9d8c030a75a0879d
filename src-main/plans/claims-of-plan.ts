import { Problem } from '#shared/api/problem.ts';
import { respreadInstalments, restSpread } from '#shared/plans/carry-on.ts';
import { refuseSpread } from '#shared/plans/schedule.ts';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { orRefuse } from '#main/ledger/money-claims.ts';
import { statement } from '#main/store/statement.ts';
import { outcome, receivedOn } from './change.ts';
import { checkClaims, checkConsent } from './checks.ts';
import type { PlanFacts } from './facts.ts';
import { correctObligations } from './obligations.ts';
import { consentOf, runningPlan } from './running.ts';
import { newestPostingId, termsOf, type VersionClaim, writeVersion } from './versions.ts';

type Request = { readonly planId: number; readonly invoiceIds: readonly number[] };

/** Puts bills in behind the others, at the same amount a month. */
export function addClaims(context: Context, { planId, invoiceIds }: Request): PlanPage {
  return runCommand(context, () => {
    const plan = runningPlan(context, planId);
    joinPlan(context, plan, invoiceIds);
    return outcome(context, 'plans.addClaims', plan, { invoiceIds });
  });
}

/** The same inside the transaction of whoever brought the bills in. */
export function joinPlan(context: Context, plan: PlanFacts, invoiceIds: readonly number[]): void {
  const { store } = context;
  const payerIds = plan.payers.map(({ payerId }) => payerId);
  const known = plan.claims.find(({ invoiceId }) => invoiceIds.includes(invoiceId));
  if (known) throw new Problem('CONFLICT', 'Deze factuur staat al in het plan. Er is niets veranderd.', 'invoiceIds');
  const owed = checkClaims(context, invoiceIds, payerIds, plan.planId);
  checkConsent(context, invoiceIds, { schoolId: plan.schoolId, consentOn: consentOf(store, plan.planId) });
  const afterPostingId = newestPostingId(store);
  rewrite(context, plan, 'Facturen toegevoegd', [
    ...plan.claims,
    ...[...owed].map(([invoiceId, openCents]) => ({ invoiceId, openCents, afterPostingId })),
  ]);
}

/** Takes bills out, at the same amount a month; they are reminded again by their procedure. */
export function removeClaims(context: Context, { planId, invoiceIds }: Request): PlanPage {
  return runCommand(context, () => {
    const plan = runningPlan(context, planId);
    const stay = plan.claims.filter(({ invoiceId }) => !invoiceIds.includes(invoiceId));
    if (stay.length + new Set(invoiceIds).size !== plan.claims.length) {
      throw new Problem(
        'INVALID',
        'Een van deze facturen staat niet in het plan. Er is niets veranderd.',
        'invoiceIds',
      );
    }
    if (stay.every(({ openCents }) => openCents === 0)) {
      throw new Problem(
        'REFUSED',
        'Dan blijft er niets meer af te betalen. Er is niets veranderd; zet het plan stop.',
        'invoiceIds',
      );
    }
    rewrite(context, plan, 'Facturen uit het plan gehaald', stay);
    return outcome(context, 'plans.removeClaims', plan, { invoiceIds });
  });
}

/** Keeps the answer no, so that it is not asked again. */
export function declineClaims(context: Context, { planId, invoiceIds }: Request): PlanPage {
  const { store, clock, actor } = context;
  return runCommand(context, () => {
    const plan = runningPlan(context, planId);
    const insert = statement(
      store,
      `INSERT INTO plan_declined_claims (plan_id, invoice_id, school_id, author, created_at)
       SELECT @planId, id, school_id, @actor, @at FROM invoices WHERE id = @invoiceId ON CONFLICT DO NOTHING`,
    );
    for (const invoiceId of invoiceIds) insert.run({ planId, invoiceId, actor, at: clock.now() });
    return outcome(context, 'plans.declineClaims', plan, { invoiceIds });
  });
}

function rewrite(context: Context, plan: PlanFacts, reason: string, claims: readonly VersionClaim[]): void {
  const { store, clock } = context;
  const { version: _version, ...terms } = termsOf(store, plan.versionId);
  if (terms.interest !== null) {
    throw new Problem('REFUSED', 'Dit is een lening met interest. Er is niets veranderd; wijzig het hele plan.');
  }
  const today = clock.today();
  const openCents = claims.reduce((sum, claim) => sum + claim.openCents, 0);
  orRefuse(refuseSpread(restSpread(plan, terms.spread, today), openCents));
  const next = { receivedCents: receivedOn(context, plan, claims), openCents, spread: terms.spread };
  writeVersion(context, plan.planId, {
    ...terms,
    kind: 'claims',
    reason,
    correctionCents: correctObligations(context, plan, reason),
    claims,
    instalments: respreadInstalments(plan, next, today),
  });
}
