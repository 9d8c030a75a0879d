import type { AllocationResult } from '#shared/ledger/allocate.ts';
import type { Claim } from '#shared/ledger/claim.ts';
import { toCents } from '#shared/money/cents.ts';
import { payInOrder } from '#shared/plans/pay-in-order.ts';
import { claimsById } from '#main/ledger/claims.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { planFacts } from './facts.ts';

/** The plan of this reference, when it is of this household: of a payer, or of a pupil for whom it pays. */
export function planByReference(store: Store, householdId: number, reference: string): number | null {
  const planId = statement(
    store,
    `SELECT p.id FROM plans p WHERE p.structured_reference = @reference AND (p.household_id = @householdId
       OR EXISTS (SELECT 1 FROM plan_payers y JOIN payers r ON r.id = y.payer_id WHERE y.plan_id = p.id AND r.household_id = @householdId)
       OR EXISTS (SELECT 1 FROM plan_versions v JOIN plan_claims c ON c.plan_version_id = v.id JOIN invoices i ON i.id = c.invoice_id
         JOIN pupils u ON u.id = i.pupil_id WHERE v.plan_id = p.id AND u.household_id = @householdId))`,
  )
    .pluck()
    .get({ reference, householdId }) as number | undefined;
  return planId ?? null;
}

export type OnPlan = {
  readonly result: AllocationResult;
  readonly claims: readonly Claim[];
  /** Who pays it, when that is one person: whose own shares it pays, and whose credit is left. */
  readonly payerId: number | null;
  /** The school and pupil of the last claim that it pays: where what is left becomes credit. */
  readonly lastClaim: Claim | null;
};

/** Where money on a plan goes: its claims in their order, at every school, and the rest is credit. */
export function divideOnPlan(store: Store, planId: number, amountCents: number): OnPlan {
  const [plan] = planFacts(store, { planIds: [planId] });
  const own = plan?.claims ?? [];
  const known = claimsById(
    store,
    own.map(({ invoiceId }) => invoiceId),
  );
  const { allocations, creditCents } = payInOrder(
    amountCents,
    own.filter(({ invoiceId }) => known.has(invoiceId)),
  );
  const [payer, ...others] = plan?.payers ?? [];
  const claims = own.flatMap(({ invoiceId }) => known.get(invoiceId) ?? []);
  return {
    result: {
      allocations: allocations.map((one) => ({
        invoiceId: one.invoiceId,
        amountCents: toCents(one.amountCents),
        openAfterCents: toCents((known.get(one.invoiceId)?.openCents ?? 0) - one.amountCents),
        rule: 'reference',
      })),
      creditCents: toCents(creditCents),
      skipped: own.flatMap(({ invoiceId, openCents }) =>
        openCents === 0 ? [{ invoiceId, why: 'settled' } as const] : [],
      ),
    },
    claims,
    payerId: payer && others.length === 0 ? payer.payerId : null,
    lastClaim: claims.find(({ invoiceId }) => invoiceId === allocations.at(-1)?.invoiceId) ?? claims.at(-1) ?? null,
  };
}
