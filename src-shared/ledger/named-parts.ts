import { sumCents } from '../money/cents.ts';
import { splitByWeights } from '../money/split.ts';
import type { Liability } from '../people/contract.ts';

/** A part of one movement on a claim, positive cents; on the name of one payer, or (null) on everybody who owes the claim. */
export type NamedPart = { readonly payerId: number | null; readonly amountCents: number };

/** Who owes a claim, and what stands there already on the name of one of them. */
export type SharedClaim = {
  readonly balanceCents: number;
  readonly liabilities: readonly Liability[];
  /** Signed sum of the postings on the name of each payer. */
  readonly namedCents: ReadonlyMap<number, number>;
};

/**
 * On whose name a movement stands that lowers or raises a claim. Joint liability, or shares of which nothing stands on a name
 * yet and nobody in particular moves money: on everybody. Shares: first on `forPayerId` up to what is open (or paid too
 * much) on that share, then over the other shares that are open (or paid too much) in proportion; what is beyond all of
 * them stands on everybody. So what one parent paid is never used for the share of the other. The parts add up to the
 * amount, each at least one cent. Source: domain.md "Liability".
 */
export function namedParts(
  claim: SharedClaim,
  direction: 'lowers' | 'raises',
  amountCents: number,
  forPayerId: number | null = null,
): NamedPart[] {
  const shares = openShares(claim).map(({ payerId, openCents }) => ({
    payerId,
    room: Math.max(0, direction === 'lowers' ? openCents : -openCents),
  }));
  const own = shares.find(({ payerId }) => payerId === forPayerId);
  if (shares.length === 0 || (!own && standingCents(claim) === 0)) {
    return [{ payerId: null, amountCents }];
  }
  const ownPart = Math.min(own?.room ?? 0, amountCents);
  const others = shares.filter((share) => share !== own);
  const room = others.reduce((sum, share) => sum + share.room, 0);
  const overOthers = Math.min(room, amountCents - ownPart);
  const parts = splitByWeights(overOthers, others.length === 0 ? [0] : others.map((share) => share.room));
  return [
    { payerId: own?.payerId ?? null, amountCents: ownPart },
    ...others.map(({ payerId }, index) => ({ payerId, amountCents: parts[index] ?? 0 })),
    { payerId: null, amountCents: amountCents - ownPart - overOthers },
  ].filter((part) => part.amountCents > 0);
}

/**
 * On whose name money that leaves a claim stood: in proportion to what came in on each name and is still there; what is more
 * than that stands on everybody. The parts add up to the amount, each at least one cent.
 */
export function leavingParts(receivedCents: ReadonlyMap<number | null, number>, amountCents: number): NamedPart[] {
  const sources = [...receivedCents]
    .map(([payerId, cents]) => ({ payerId, cents: Math.max(0, cents) }))
    .toSorted((a, b) => (a.payerId ?? 0) - (b.payerId ?? 0));
  const taken = Math.min(
    amountCents,
    sources.reduce((sum, { cents }) => sum + cents, 0),
  );
  const parts = splitByWeights(taken, sources.length === 0 ? [0] : sources.map(({ cents }) => cents));
  const rest = amountCents - taken;
  const named = sources.map(({ payerId }, index) => ({ payerId, amountCents: parts[index] ?? 0 }));
  const unnamed = named.find(({ payerId }) => payerId === null);
  return [
    ...named.filter(({ payerId }) => payerId !== null),
    { payerId: null, amountCents: (unnamed?.amountCents ?? 0) + rest },
  ].filter((part) => part.amountCents > 0);
}

/** What each payer with a share still owes: the share in what stands on everybody, and what stands on the own name. */
function openShares(claim: SharedClaim): { readonly payerId: number; readonly openCents: number }[] {
  const split = claim.liabilities.filter(({ kind }) => kind === 'split').toSorted((a, b) => a.payerId - b.payerId);
  if (split.length === 0) return [];
  const standing = standingCents(claim);
  const parts = splitByWeights(
    claim.balanceCents - standing,
    split.map(({ shareBp }) => shareBp),
  );
  return split.map(({ payerId }, index) => ({
    payerId,
    openCents: (parts[index] ?? 0) + (standing === 0 ? 0 : (claim.namedCents.get(payerId) ?? 0)),
  }));
}

/** What stands on names together; zero counts as nothing, as it does in what each payer owes. */
function standingCents({ namedCents }: SharedClaim): number {
  return sumCents(namedCents.values());
}
