import { adviceSentence } from '../return-reasons.ts';
import { referencesOf } from './clues.ts';
import { type FreeAmounts, type Match, matchOf, nobody } from './draft.ts';
import type { MatchClaim, MatchKnowledge, MatchLine } from './knowledge.ts';
import { householdsPointedTo } from './pointers.ts';
import { cameBack, cameBackBecause } from './take-back.ts';

/**
 * A collection that came back of which no receipt was booked, while its invoice is open all the same: nothing has to be
 * done, and somebody sees why. By the reference likely, by account or name with exactly the amount possible.
 */
export function matchNothingToTakeBack(line: MatchLine, knowledge: MatchKnowledge, free: FreeAmounts): Match | null {
  const { movement } = line;
  if (!cameBack(movement)) return null;
  const amountCents = -movement.amountCents;
  const named = referencesOf(movement).flatMap((reference) => knowledge.claimsByReference.get(reference) ?? []);
  const byReference = named.find((claim) => free.of(claim) >= amountCents);
  if (byReference) return stillOpen(line, byReference, 'likely');
  const [claim, other] = householdsPointedTo(movement, knowledge).flatMap((householdId) =>
    (knowledge.openByHousehold.get(householdId) ?? []).filter(
      (one) => one.openCents === amountCents && line.accountSchoolIds.includes(one.schoolId),
    ),
  );
  return claim && !other ? stillOpen(line, claim, 'possible') : null;
}

function stillOpen(line: MatchLine, claim: MatchClaim, confidence: 'likely' | 'possible'): Match {
  const advice = adviceSentence(line.movement.returned?.reasonCode ?? null);
  const reason =
    `inning kwam terug: ${cameBackBecause(line.movement)}; factuur ${claim.number} staat nog open, er is niets terug te draaien` +
    (advice === '' ? '' : ` (${advice})`);
  const { schoolId, householdId, householdName } = claim;
  const proposal = {
    ...nobody,
    confidence,
    rule: 'returnedDebit',
    reason,
    does: 'setAside',
    setAsideAs: 'other',
    householdId,
    householdName,
  } as const;
  return matchOf(line, proposal, { schoolId });
}
