import type { HouseholdPupil } from '#shared/dossier/contract.ts';
import { toCents } from '#shared/money/cents.ts';
import { splitByWeights } from '#shared/money/split.ts';
import type { Liability, LiabilityKind } from '#shared/people/contract.ts';
import { wholeShareBp } from '#shared/people/liability-rules.ts';

/** Who owes for one pupil, as it is being filled in: the share of everybody who is ticked. */
export type LiabilityDraft = { readonly kind: LiabilityKind; readonly shares: ReadonlyMap<number, number> };

/** What stands there now; joint payers start from even shares when the office switches to shares. */
export function startingDraft({ liabilities }: HouseholdPupil): LiabilityDraft {
  const split = liabilities.some(({ kind }) => kind === 'split');
  const shares = split
    ? new Map(liabilities.map(({ payerId, shareBp }) => [payerId, shareBp]))
    : evenly(liabilities.map(({ payerId }) => payerId));
  return { kind: liabilities[0]?.kind ?? 'joint', shares };
}

/** Equal parts, together the whole. */
export function evenly(payerIds: readonly number[]): ReadonlyMap<number, number> {
  if (payerIds.length === 0) return new Map();
  const parts = splitByWeights(
    toCents(wholeShareBp),
    payerIds.map(() => 1),
  );
  return new Map(payerIds.map((payerId, index) => [payerId, parts[index] ?? 0]));
}

/** In the order of the payers. */
export function liabilitiesOf(
  { kind, shares }: LiabilityDraft,
  payers: readonly { readonly payerId: number }[],
): Liability[] {
  return payers
    .filter(({ payerId }) => shares.has(payerId))
    .map(({ payerId }) => ({ payerId, kind, shareBp: kind === 'joint' ? wholeShareBp : (shares.get(payerId) ?? 0) }));
}

export function togetherBp({ shares }: LiabilityDraft): number {
  return [...shares.values()].reduce((sum, share) => sum + share, 0);
}
