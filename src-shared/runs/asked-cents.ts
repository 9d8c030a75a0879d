import type { Proposal } from '../dunning/decision.ts';
import { type Cents, sumCents, toCents } from '../money/cents.ts';

/**
 * What proposals ask for together, in cents: jointly liable parents of one household are both asked for the whole of the
 * same bills, which counts once; shares of a split one add up. Source: domain.md "Liability".
 */
export function askedCents(
  proposals: readonly Pick<Proposal, 'schoolId' | 'householdId' | 'totalCents' | 'notes'>[],
): Cents {
  const together = Map.groupBy(proposals, ({ schoolId, householdId }) => `${schoolId}-${householdId}`);
  return sumCents(
    [...together.values()].map((own) => {
      const totals = own.map(({ totalCents }) => totalCents);
      const isSplit = own.some(({ notes }) => notes.some(({ code }) => code === 'splitShare'));
      return isSplit ? sumCents(totals) : toCents(Math.max(0, ...totals));
    }),
  );
}
