import type { PlainDate } from '../calendar/plain-date.ts';
import { type Cents, toCents } from '../money/cents.ts';
import { splitByWeights } from '../money/split.ts';

/** A claim that money can go to. */
export type AllocatableClaim = {
  readonly invoiceId: number;
  /** Signed; a credit stands below zero and never receives money. */
  readonly openCents: number;
  /** At most this much, when only a part is this payer's to pay (split liability); left out: all that is open. */
  readonly mostCents?: number;
  readonly dueDate: PlainDate;
  /** Left out: as if issued on its due date. */
  readonly issueDate?: PlainDate;
  /** Day from which interest or a lump sum runs or will run on it; null or left out: never. */
  readonly costsRunFrom?: PlainDate | null;
  /** Limited (verjaard). */
  readonly isLimited?: boolean;
};

/** Why money went to a claim: it was named, or what put it before the others, or it shared with its equals. */
export type AllocationRule = 'reference' | 'costsSoonest' | 'dueDate' | 'issueDate' | 'proRata';

export type AllocatedAmount = {
  readonly invoiceId: number;
  readonly amountCents: Cents;
  readonly openAfterCents: Cents;
  readonly rule: AllocationRule;
};

export type SkippedClaim = {
  readonly invoiceId: number;
  readonly why: 'credit' | 'settled' | 'limited' | 'notNamed' | 'notTheirs';
};

export type AllocationResult = {
  readonly allocations: readonly AllocatedAmount[];
  /** What went nowhere. */
  readonly creditCents: Cents;
  /** Claims that got nothing for another reason than that the money was gone. */
  readonly skipped: readonly SkippedClaim[];
};

/**
 * Divides received money over claims: the claims that the payer's own reference names and no others, else those whose
 * costs run soonest, then the oldest due date, then the oldest issue date, then pro rata in exact cents. Limited claims
 * get nothing unless they are named; credits never. What is left is credit. Every cent goes somewhere: the allocations and
 * the credit add up to the amount. The order of the claims does not matter, but for the cent left over between equals
 * (lowest id). `named` is null when nothing of ours was named. Throws on an amount that is no positive whole number of
 * cents. Source: domain.md "Allocation", acceptance "Allocation".
 */
export function allocate(
  amountCents: number,
  claims: readonly AllocatableClaim[],
  named: ReadonlySet<number> | null,
): AllocationResult {
  if (amountCents <= 0) throw new RangeError(`Nothing to allocate: ${amountCents}`);
  let left: number = toCents(amountCents);
  const ordered = claims.toSorted(byTurn);
  const skipped = ordered.flatMap((claim) => skippedClaim(claim, named));
  const passed = new Set(skipped.map(({ invoiceId }) => invoiceId));
  const candidates = ordered.filter(({ invoiceId }) => !passed.has(invoiceId));
  const allocations: AllocatedAmount[] = [];
  for (const equals of inTurns(candidates)) {
    if (left === 0) break;
    const rooms = equals.map(roomOf);
    const wanted = rooms.reduce((sum, room) => sum + room, 0);
    const parts = left >= wanted ? rooms : splitByWeights(left, rooms);
    const shares = equals.length > 1 && left < wanted;
    equals.forEach((claim, index) => {
      const part = parts[index] ?? 0;
      if (part === 0) return;
      left -= part;
      allocations.push({
        invoiceId: claim.invoiceId,
        amountCents: toCents(part),
        openAfterCents: toCents(claim.openCents - part),
        rule: named ? 'reference' : shares ? 'proRata' : ruleOf(claim, candidates),
      });
    });
  }
  return { allocations, creditCents: toCents(left), skipped };
}

function roomOf({ openCents, mostCents }: AllocatableClaim): number {
  return Math.min(openCents, mostCents ?? openCents);
}

function skippedClaim(claim: AllocatableClaim, named: ReadonlySet<number> | null): SkippedClaim[] {
  const { invoiceId, openCents, isLimited } = claim;
  if (openCents < 0) return [{ invoiceId, why: 'credit' }];
  if (openCents === 0) return [{ invoiceId, why: 'settled' }];
  if (named && !named.has(invoiceId)) return [{ invoiceId, why: 'notNamed' }];
  if (isLimited && !named) return [{ invoiceId, why: 'limited' }];
  return roomOf(claim) <= 0 ? [{ invoiceId, why: 'notTheirs' }] : [];
}

/** After every date: costs never run on it. */
const never = '9999-12-31';

function turnOf({ costsRunFrom, dueDate, issueDate }: AllocatableClaim): readonly [PlainDate, PlainDate, PlainDate] {
  return [costsRunFrom ?? never, dueDate, issueDate ?? dueDate];
}

function byTurn(a: AllocatableClaim, b: AllocatableClaim): number {
  const [one, other] = [turnOf(a), turnOf(b)];
  for (const [index, date] of one.entries()) {
    const against = other[index] ?? '';
    if (date !== against) return date < against ? -1 : 1;
  }
  return a.invoiceId - b.invoiceId;
}

/** Claims that are equal in everything that decides, together; in their turn. */
function inTurns(ordered: readonly AllocatableClaim[]): readonly (readonly AllocatableClaim[])[] {
  const turns = Map.groupBy(ordered, (claim) => turnOf(claim).join('|'));
  return [...turns.values()];
}

/** What put a claim in its place: the first thing in which it differs from another one. */
function ruleOf(claim: AllocatableClaim, candidates: readonly AllocatableClaim[]): AllocationRule {
  const [costs, due, issue] = turnOf(claim);
  const others = candidates.map(turnOf);
  if (costs !== never && others.some(([other]) => other !== costs)) return 'costsSoonest';
  const sameDay = others.filter(([otherCosts, otherDue]) => otherCosts === costs && otherDue === due);
  return sameDay.some(([, , other]) => other !== issue) ? 'issueDate' : 'dueDate';
}
