import { Problem } from '#shared/api/problem.ts';
import { instalmentProgress, withReceipts } from '#shared/plans/instalment-progress.ts';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { owedClaims, shownClaims } from './claim-rows.ts';
import { claimsToAsk } from './claims-to-ask.ts';
import { type PlanFacts, planFacts } from './facts.ts';
import { declinedRows, historyRows, messageRows, notAcceptedOf, planOwnRow, signatureRows } from './page-queries.ts';
import { planReceiptRows } from './queries.ts';
import { planRows } from './rows.ts';
import { termsOf } from './versions.ts';

/** One plan with everything about it, as it stands today. */
export function planPageOf(context: Context, planId: number): PlanPage {
  const { store, clock } = context;
  const today = clock.today();
  const plan = planById(store, planId);
  const [row] = planRows(store, [plan], today);
  if (!row) throw unknownPlan();
  const { version, spread: _spread, pausedUntil: _pausedUntil, ...terms } = termsOf(store, plan.versionId);
  const own = planOwnRow(store, planId);
  const claims = shownClaims(store, plan.claims).map(({ rule: _rule, ...claim }) => claim);
  return {
    ...row,
    ...terms,
    version,
    versionKind: plan.kind,
    claims,
    instalments: withReceipts(instalmentProgress(plan, today), receiptsOf(store, planId)),
    signatures: signatureRows(store, planId),
    notAccepted: notAcceptedOf(store, planId),
    history: historyRows(store, planId),
    otherClaims: otherClaims(context, plan),
    messages: messageRows(store, planId),
    limitedFrom: claims.flatMap(({ limitedFrom }) => limitedFrom ?? []).toSorted()[0] ?? null,
    endedOn: own.endedOn,
    endReason: own.endReason,
    author: own.author,
    at: own.at,
  };
}

export function planById(store: Store, planId: number): PlanFacts {
  const [plan] = planFacts(store, { planIds: [planId] });
  if (!plan) throw unknownPlan();
  return plan;
}

function unknownPlan(): Problem {
  return new Problem('NOT_FOUND', 'Dit afbetaalplan bestaat niet. Er is niets veranderd; zoek het opnieuw.', 'planId');
}

/** Per entry what it paid on the plan. */
function receiptsOf(store: Store, planId: number): { entryId: number; valueDate: string; amountCents: number }[] {
  const perEntry = new Map<number, { entryId: number; valueDate: string; amountCents: number }>();
  for (const [, entryId, valueDate, , , cents] of planReceiptRows(store, { planIds: [planId] })) {
    const known = perEntry.get(entryId);
    if (known) known.amountCents += cents;
    else perEntry.set(entryId, { entryId, valueDate, amountCents: cents });
  }
  return [...perEntry.values()];
}

/** What its payers owe beside it, at the schools of the caller. */
function otherClaims(context: Context, plan: PlanFacts): PlanPage['otherClaims'] {
  const { store } = context;
  const inPlan = new Set(plan.claims.map(({ invoiceId }) => invoiceId));
  const owed = owedClaims(
    store,
    plan.payers.map(({ payerId }) => payerId),
    schoolsOf(context),
  );
  const declined = declinedRows(store, plan.planId);
  const asked = new Set(claimsToAsk(store, [plan.planId]).map(({ invoiceId }) => invoiceId));
  const others = [...owed].flatMap(([invoiceId, openCents]) =>
    inPlan.has(invoiceId) ? [] : [{ invoiceId, startCents: openCents, openCents }],
  );
  return shownClaims(store, others)
    .filter(({ schoolId }) => includesSchool(schoolsOf(context), schoolId))
    .map((claim) => ({
      ...claim,
      isAsked: asked.has(claim.invoiceId),
      wasDeclined: declined.has(claim.invoiceId),
    }));
}
