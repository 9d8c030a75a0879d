import { type Claim, owedBy } from '../ledger/claim.ts';

/**
 * What these payers together owe of a claim, in cents and never below zero: the whole when one of them owes it jointly, else
 * their shares. Nobody of them owes it: nothing. Source: domain.md "Liability", scenario P-4.
 */
export function owedTogether(claim: Claim, payerIds: readonly number[]): number {
  const unique = [...new Set(payerIds)];
  const isJoint = claim.liabilities.some(({ payerId, kind }) => kind === 'joint' && unique.includes(payerId));
  const owed = isJoint ? claim.openCents : unique.reduce((sum, payerId) => sum + owedBy(claim, payerId), 0);
  return Math.max(0, Math.min(owed, claim.openCents));
}
