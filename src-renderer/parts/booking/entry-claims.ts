import { useQuery } from '@tanstack/react-query';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { type Claim, claimsOf } from './claims.ts';

/** A claim that an entry has a posting on, and the (signed) amount of it. */
export type TouchedClaim = { readonly claim: Claim; readonly amountCents: number };

/** Where the postings of one entry stand, among the claims of a household. */
export function useEntryClaims(
  household: HouseholdPage,
  entryId: number,
): { readonly touched: readonly TouchedClaim[]; readonly isKnown: boolean } {
  const { householdId } = household;
  const postings = useQuery({
    ...api.ledger.postings.queryOptions({ input: { of: { householdId }, limit: 1000 } }),
    refetchOnMount: 'always',
  });
  const sums = new Map<number, number>();
  for (const row of postings.data?.rows ?? []) {
    if (row.entryId === entryId) sums.set(row.invoiceId, (sums.get(row.invoiceId) ?? 0) + row.amountCents);
  }
  return {
    isKnown: postings.isFetchedAfterMount,
    touched: claimsOf(household).flatMap((claim) => {
      const amountCents = sums.get(claim.invoiceId);
      return amountCents === undefined || amountCents === 0 ? [] : [{ claim, amountCents }];
    }),
  };
}
