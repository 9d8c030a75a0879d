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

/**
 * Several payers who do not each owe the whole: a plan together would have one acknowledge what is the other's, and show it.
 * Each makes a plan of their own. Source: domain.md "Liability".
 */
export function isOwedApart({ liabilities }: Pick<Claim, 'liabilities'>, payerIds: readonly number[]): boolean {
  const unique = new Set(payerIds);
  const joint = new Set(liabilities.filter(({ kind }) => kind === 'joint').map(({ payerId }) => payerId));
  return unique.size > 1 && [...unique].some((payerId) => !joint.has(payerId));
}
