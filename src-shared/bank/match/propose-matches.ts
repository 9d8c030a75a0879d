import { matchByHousehold } from './by-household.ts';
import { matchByReference } from './by-reference.ts';
import { bookMatch, FreeAmounts, type Match } from './draft.ts';
import type { MatchKnowledge, MatchLine } from './knowledge.ts';
import { matchNothingToTakeBack } from './nothing-to-take-back.ts';
import { matchOutgoing, matchSetAside } from './set-aside.ts';
import { matchPaymentOrder, matchTakeBack, type Used } from './take-back.ts';

/**
 * What would be done with each line, by its id; a line without an entry is for a person. Nothing is applied. Certain
 * lines first, then the others, each in the order of date and line; what one takes of a claim is no longer open for the
 * next, so that the same cents are never proposed twice. The same lines and knowledge always give the same answer,
 * whatever the order of the lines. Amounts in cents. Source: domain.md "Allocation", facts/bank.md, shapes.ts matchRule.
 */
export function proposeMatches(lines: readonly MatchLine[], knowledge: MatchKnowledge): ReadonlyMap<number, Match> {
  const ordered = lines.toSorted(byDate);
  const free = new FreeAmounts();
  const used: Used = { entryIds: new Set(), paymentOrderIds: new Set() };
  const matches = new Map<number, Match>();
  for (const onlyCertain of [true, false]) {
    for (const line of ordered) {
      if (matches.has(line.id)) continue;
      const match = matchLine(line, knowledge, free, used, onlyCertain);
      if (!match || (onlyCertain && match.proposal.confidence !== 'certain')) continue;
      matches.set(line.id, match);
      if (match.entryId !== null) used.entryIds.add(match.entryId);
      if (match.paymentOrderId !== null) used.paymentOrderIds.add(match.paymentOrderId);
      if (match.proposal.does !== 'book') continue;
      for (const { invoiceId, amountCents } of match.proposal.allocations) free.take(invoiceId, amountCents);
    }
  }
  return matches;
}

function byDate(a: MatchLine, b: MatchLine): number {
  const [left, right] = [a.movement, b.movement];
  if (left.bookingDate !== right.bookingDate) return left.bookingDate < right.bookingDate ? -1 : 1;
  return left.line - right.line || a.id - b.id;
}

function matchLine(
  line: MatchLine,
  knowledge: MatchKnowledge,
  free: FreeAmounts,
  used: Used,
  onlyCertain: boolean,
): Match | null {
  const { movement } = line;
  const aside = matchSetAside(line, knowledge);
  if (aside) return aside;
  const back = matchTakeBack(line, knowledge, used) ?? matchPaymentOrder(line, knowledge, used);
  if (back) return back;
  if (movement.amountCents <= 0) {
    return onlyCertain ? null : (matchNothingToTakeBack(line, knowledge, free) ?? matchOutgoing(line));
  }
  // A correction of the bank is for a person: what it corrects may have been booked.
  if (movement.kind === 'correction' || movement.kind === 'returned') return null;
  // An account or a name is never certain, and takes longest to look at.
  const draft =
    matchByReference(line, knowledge, free) ?? (onlyCertain ? null : matchByHousehold(line, knowledge, free));
  return draft ? bookMatch(line, draft, knowledge, free) : null;
}
