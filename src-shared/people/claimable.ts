import { sumCents, toCents } from '../money/cents.ts';
import type { LiabilityKind } from './contract.ts';
import { wholeShareBp } from './liability-rules.ts';
import { owedShares, sumPerPayer } from './owed-share.ts';

export type ClaimDebtor = {
  readonly payerId: number;
  readonly kind: LiabilityKind;
  /** Basis points; left out by everybody: equal parts. */
  readonly shareBp?: number | undefined;
  readonly isFrozen: boolean;
};

export type ClaimableQuestion = {
  readonly totalCents: number;
  readonly debtors: readonly ClaimDebtor[];
  readonly payments: readonly { readonly payerId: number | null; readonly amountCents: number }[];
};

export type ClaimableAnswer = {
  readonly owed: { readonly payerId: number; readonly owedCents: number }[];
  readonly openCents: number;
  readonly creditCents: number;
};

export type ClaimableProblem = { readonly sentence: string; readonly field: string };

/** Says what is wrong with the debtors of a question, or undefined: each once, all of one kind, shares of all or of none, together 100 %. */
export function checkDebtors(debtors: readonly ClaimDebtor[]): ClaimableProblem | undefined {
  if (new Set(debtors.map(({ payerId }) => payerId)).size < debtors.length) {
    return { sentence: 'Een betaler staat er twee keer in.', field: 'debtors' };
  }
  if (new Set(debtors.map(({ kind }) => kind)).size > 1) {
    return { sentence: 'Kies voor alle betalers hoofdelijk, of voor alle gesplitst.', field: 'debtors' };
  }
  if (debtors[0]?.kind !== 'split') return undefined;
  const shares = debtors.flatMap(({ shareBp }) => (shareBp === undefined ? [] : [shareBp]));
  if (shares.length === 0) return undefined;
  if (shares.length < debtors.length) {
    return { sentence: 'Geef het aandeel van iedereen, of van niemand: dan zijn het gelijke delen.', field: 'debtors' };
  }
  return shares.reduce((sum, share) => sum + share, 0) === wholeShareBp
    ? undefined
    : { sentence: 'De aandelen moeten samen 100 % zijn.', field: 'debtors' };
}

/**
 * What can be asked of each debtor of one claim, in cents: `min(balance, joint ? total − paid : share − paid himself)`.
 * Nobody is asked more than is open, the shares together are exactly what is open, what came in above the total is credit
 * and never a negative debt. Who is in a collective settlement is asked nothing, which changes nothing for the others. What
 * somebody paid who is no debtor lowers everybody. Give debtors that `checkDebtors` accepts. Source: law.md 3, examples 3a to 3f.
 */
export function claimable({ totalCents, debtors, payments }: ClaimableQuestion): ClaimableAnswer {
  const paidCents = sumCents(payments.map(({ amountCents }) => amountCents));
  const openCents = Math.max(0, toCents(totalCents) - paidCents);
  const known = new Set(debtors.map(({ payerId }) => payerId));
  const own = sumPerPayer(
    payments.flatMap(({ payerId, amountCents }) =>
      payerId !== null && known.has(payerId) ? [[payerId, -amountCents] as const] : [],
    ),
  );
  const owed = owedShares(
    openCents,
    // Without shares everybody weighs the same: equal parts to the cent, not to the basis point.
    debtors.map(({ payerId, kind, shareBp = 1 }) => ({ payerId, kind, shareBp })),
    own,
  );
  return {
    owed: debtors.map(({ payerId, isFrozen }) => ({ payerId, owedCents: isFrozen ? 0 : (owed.get(payerId) ?? 0) })),
    openCents,
    creditCents: Math.max(0, paidCents - totalCents),
  };
}
