import { formatCents } from '../../money/cents.ts';
import { payInOrder } from '../../plans/pay-in-order.ts';
import type { BookDraft, FreeAmounts } from './draft.ts';
import type { MatchLine, MatchPlan } from './knowledge.ts';

/**
 * Money with the reference of a plan: it pays the claims of the plan in their order, whatever the amount. Certain when the
 * reference stands where it belongs and no more came than is open; what is too much becomes credit and is likely. Source:
 * domain.md "Plans", scenario P-3.
 */
export function matchByPlan(line: MatchLine, plan: MatchPlan, free: FreeAmounts): BookDraft {
  const { amountCents, referenceSource } = line.movement;
  const { allocations, creditCents } = payInOrder(
    amountCents,
    plan.claims.map(({ claim, mostCents }) => ({
      invoiceId: claim.invoiceId,
      openCents: Math.min(mostCents, free.of(claim)),
    })),
  );
  const parts = allocations.flatMap(({ invoiceId, amountCents: cents }) => {
    const found = plan.claims.find(({ claim }) => claim.invoiceId === invoiceId);
    return found ? [{ claim: found.claim, amountCents: cents }] : [];
  });
  const named = 'mededeling van een afbetaalplan';
  const reason =
    creditCents > 0
      ? `${named}, ${formatCents(creditCents)} meer dan er open staat: dat wordt tegoed`
      : `${named}, in de volgorde van het plan: ${parts.map(({ claim }) => claim.number).join(', ')}`;
  return {
    confidence: referenceSource === 'structured' && creditCents === 0 ? 'certain' : 'likely',
    rule: 'planReference',
    reason,
    schoolId: plan.schoolId,
    householdId: plan.householdId,
    householdName: plan.householdName,
    parts,
    payerId: plan.payerId,
    thirdParty: plan.thirdParty,
  };
}
