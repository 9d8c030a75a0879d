import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { type AllocationResult, allocate } from '#shared/ledger/allocate.ts';
import { type Claim, hasOwnShare, owedBy } from '#shared/ledger/claim.ts';
import { includesSchool, type Schools } from '#main/access/caller.ts';
import { limitedOn } from '#main/limitation/limited-on.ts';
import { divideOnPlan } from '#main/plans/on-plan.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { openClaimsOf } from './claims.ts';
import { findReference, type NamedByReference } from './find-reference.ts';

type Question = {
  readonly householdId: number;
  /** Left out: what is open at every school of the household. */
  readonly schoolId?: number | undefined;
  readonly payerId: number | null;
  readonly amountCents: number;
  readonly reference: string | null;
  /** When it was paid: what is limited by then gets nothing unless its own reference names it. */
  readonly valueDate: PlainDate;
  /** Claims of other schools are left out. */
  readonly schools?: Schools;
};

type Answer = {
  readonly result: AllocationResult;
  readonly claims: readonly Claim[];
  /** Whose own shares it pays, where shares are split; null: everybody's. */
  readonly sharePayerId: number | null;
  readonly named: NamedByReference | null;
  /** Of money on a plan: the claim behind which what is left becomes credit. */
  readonly lastClaim?: Claim | null;
};

/**
 * Where received money goes in a household by the rules of allocation: what a payer pays goes to what that payer owes, and
 * never to more than the own share. The reference of a payer names everything that payer owes and is not limited. That of a
 * plan pays its claims in their order, at every school.
 */
export function allocateInHousehold(store: Store, question: Question): Answer {
  const { householdId, schoolId, reference, amountCents } = question;
  const place = schoolId === undefined ? { householdId } : { householdId, schoolId };
  const schools = question.schools ?? 'all';
  const claims = openClaimsOf(store, householdId, schoolId).filter((claim) => includesSchool(schools, claim.schoolId));
  const named = reference === null ? null : findReference(store, place, reference);
  if (named?.kind === 'plan') return onPlan(store, named, question);
  const sharePayerId = sharePayer(store, householdId, question.payerId, named);
  const limited = limitedOn(store, claims, question.valueDate);
  const allocatable = claims.map((claim) => ({
    ...claim,
    mostCents: mostOf(claim, sharePayerId, named),
    isLimited: limited.has(claim.invoiceId),
  }));
  const result = allocate(amountCents, allocatable, namedClaims(claims, named, limited));
  return { result: named?.kind === 'payer' ? sayLimited(result, limited) : result, claims, sharePayerId, named };
}

/** Who pays a plan alone pays the own shares; of several, whoever is known to have paid. */
function onPlan(
  store: Store,
  named: Extract<NamedByReference, { kind: 'plan' }>,
  { householdId, payerId, amountCents }: Question,
): Answer {
  const { payerId: onlyPayerId, ...divided } = divideOnPlan(store, named.planId, amountCents);
  return { ...divided, sharePayerId: onlyPayerId ?? sharePayer(store, householdId, payerId, null), named };
}

/** A reference of a payer did not name something else: what it passes over is limited. */
function sayLimited(result: AllocationResult, limited: ReadonlySet<number>): AllocationResult {
  const skipped = result.skipped.map((one) =>
    one.why === 'notNamed' && limited.has(one.invoiceId) ? ({ ...one, why: 'limited' } as const) : one,
  );
  return { ...result, skipped };
}

/** Whose shares a payment lowers: of the payer it names, else of who paid; nobody's own when that one owes for no pupil. */
export function sharePayer(
  store: Store,
  householdId: number,
  payerId: number | null,
  named: NamedByReference | null,
): number | null {
  const candidate = named?.kind === 'payer' ? named.payerId : payerId;
  if (candidate === null) return null;
  const owes = statement(
    store,
    `SELECT EXISTS (SELECT 1 FROM liabilities l JOIN pupils p ON p.id = l.pupil_id WHERE l.payer_id = ? AND p.household_id = ?)`,
  )
    .pluck()
    .get(candidate, householdId);
  return owes === 1 ? candidate : null;
}

/** A named invoice may be paid by anybody; who has a share of his own in it pays no more than that. */
function mostOf(claim: Claim, payerId: number | null, named: NamedByReference | null): number {
  if (payerId === null) return claim.openCents;
  return named?.kind === 'invoices' && !hasOwnShare(claim, payerId) ? claim.openCents : owedBy(claim, payerId);
}

function namedClaims(
  claims: readonly Claim[],
  named: NamedByReference | null,
  limited: ReadonlySet<number>,
): ReadonlySet<number> | null {
  if (named === null) return null;
  if (named.kind === 'invoices') return named.invoiceIds;
  if (named.kind === 'plan') return null;
  const owed = claims.filter((claim) => owedBy(claim, named.payerId) > 0 && !limited.has(claim.invoiceId));
  return new Set(owed.map(({ invoiceId }) => invoiceId));
}
