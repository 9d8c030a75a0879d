import type { PlainDate } from '../../calendar/plain-date.ts';
import type { FreeAmounts } from './draft.ts';
import type { ClaimPart } from './fitting.ts';
import type { MatchKnowledge } from './knowledge.ts';

/**
 * What of a household can be paid at this school, the oldest first, in cents: of a payer who is known the own share of
 * what is split and the whole of what is joint, without what the payer does not owe at all; otherwise all that is open. What is
 * limited on the day of the payment takes no part: it is paid only by who names it.
 */
export function openParts(
  householdId: number,
  payerId: number | null,
  schoolId: number,
  knowledge: MatchKnowledge,
  free: FreeAmounts,
  onDate: PlainDate,
): ClaimPart[] {
  const parts = (knowledge.openByHousehold.get(householdId) ?? []).flatMap((claim) => {
    if (claim.schoolId !== schoolId || (claim.limitedFrom !== undefined && claim.limitedFrom <= onDate)) return [];
    const amountCents = free.of(claim);
    if (payerId === null) return { claim, amountCents };
    const own = claim.owed.find((one) => one.payerId === payerId);
    return own ? { claim, amountCents: own.isSplit ? Math.min(amountCents, own.owedCents) : amountCents } : [];
  });
  return parts.filter(({ amountCents }) => amountCents > 0);
}
