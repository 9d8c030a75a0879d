import { Problem } from '#shared/api/problem.ts';
import type { FileOut } from '#shared/api/schemas.ts';
import { sumCents } from '#shared/money/cents.ts';
import { paidInstalments } from '#shared/plans/carry-on.ts';
import type { Instalment, PlanTerms } from '#shared/plans/shapes.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import { agreedLoan } from './agreed-loan.ts';
import { checkPayers, checkPlace, checkTerms } from './checks.ts';
import { drawn } from './document.ts';
import type { PaperOf } from './document-facts.ts';
import { receivedPerClaim } from './obligations.ts';
import { runningPlan } from './running.ts';
import { agreedInstalments } from './terms.ts';
import { termsOf } from './versions.ts';

type Preview = PlanTerms & {
  /** The plan that changes; left out: a new one. */
  readonly planId?: number | undefined;
  readonly householdId: number;
  readonly schoolId: number;
  readonly payerIds: readonly number[];
  readonly payerId: number;
  readonly thirdPartyPayerId: number | null;
};

type Claims = PaperOf['claims'];

/** The paper before anything is kept, by the same checks; without a reference, so that nobody pays on it yet. */
export function previewPlanDocument(context: Context, request: Preview): Promise<FileOut> {
  const { planId, payerId } = request;
  const paper = planId === undefined ? paperOfNew(context, request) : paperOfChange(context, planId, request);
  return drawn(context, paper, payerId, 'onze-afspraken-voorbeeld.pdf');
}

function paperOfNew(context: Context, request: Preview): PaperOf {
  const { store } = context;
  const { interest } = request;
  const householdId = liveHouseholdId(store, request.householdId);
  const payerIds = [...new Set(request.payerIds)];
  checkPlace(store, request);
  checkPayers(store, householdId, payerIds);
  const principal = checkTerms(context, { ...request, payerIds });
  const known = { ...request, householdId, payerIds, structuredReference: null };
  if (interest === null) {
    const instalments = numbered(agreedInstalments(request, [...principal.values()]), 0);
    return { ...known, claims: claimsOf(principal, principal), instalments, interest: null };
  }
  const { owed, instalments, interestCents } = agreedLoan(store, { ...request, payerIds }, principal);
  return {
    ...known,
    claims: claimsOf(principal, owed),
    instalments: numbered(instalments, 0),
    interest: { terms: interest, interestCents },
  };
}

/** What is paid stays in the plan, and its instalments keep their numbers. */
function paperOfChange(context: Context, planId: number, request: Preview): PaperOf {
  const { store, clock } = context;
  const plan = runningPlan(context, planId);
  if (request.interest !== null || termsOf(store, plan.versionId).interest !== null) {
    throw new Problem(
      'REFUSED',
      'De afspraken van een lening met interest veranderen niet. Zet het plan stop en maak een nieuw.',
      'interest',
    );
  }
  const settled = plan.claims.filter(({ openCents }) => openCents === 0);
  const invoiceIds = request.invoiceIds.filter((invoiceId) => settled.every((claim) => claim.invoiceId !== invoiceId));
  const payerIds = plan.payers.map(({ payerId }) => payerId);
  const terms = { ...request, invoiceIds };
  const owed = checkTerms(context, { ...terms, schoolId: plan.schoolId, payerIds }, planId);
  const claims: Claims = [
    ...settled.map(({ invoiceId }) => ({ invoiceId, startCents: 0, openCents: 0 })),
    ...claimsOf(owed, owed),
  ];
  const today = clock.today();
  const perClaim = receivedPerClaim(store, planId);
  const received = sumCents(claims.map(({ invoiceId }) => perClaim.get(invoiceId) ?? 0));
  const paid = paidInstalments(plan.instalments, received, terms.startsOn < today ? terms.startsOn : today);
  return {
    ...terms,
    schoolId: plan.schoolId,
    householdId: plan.householdId,
    payerIds,
    thirdPartyPayerId: plan.thirdPartyPayerId,
    structuredReference: null,
    claims,
    instalments: numbered(agreedInstalments(terms, [...owed.values()]), paid.length),
    interest: null,
  };
}

function claimsOf(start: ReadonlyMap<number, number>, open: ReadonlyMap<number, number>): Claims {
  return [...start].map(([invoiceId, startCents]) => ({
    invoiceId,
    startCents,
    openCents: open.get(invoiceId) ?? startCents,
  }));
}

function numbered(instalments: readonly Instalment[], paid: number): PaperOf['instalments'] {
  return instalments.map((one, index) => ({ ...one, number: paid + index + 1 }));
}
