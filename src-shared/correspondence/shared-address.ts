import type { Channel, Language } from '../api/schemas.ts';
import { type Destination, destinationKey, destinationOf } from './destination.ts';
import type { SenderFacts, ThirdPartyFacts } from './message-facts.ts';
import type { PayerItems } from './payer-items.ts';
import { messageKeyOf, type PlanPayer } from './plan-input.ts';

/** A payer who owes something at a school and can be written to. */
export type Candidate = {
  readonly owed: PayerItems;
  readonly payer: PlanPayer;
  readonly school: SenderFacts;
  readonly thirdParty: ThirdPartyFacts | null;
  readonly destination: Destination;
  readonly language: Language;
};

/** Payers who get one message together; most groups are one payer. The first gives the message its key. */
export type Together = readonly [Candidate, ...Candidate[]];

/**
 * Puts together the jointly liable payers of one household who owe exactly the same and share address and language;
 * parents who separated never are.
 * A channel the user chose for a message holds for everyone in it; who then no longer shares the address gets an own
 * message. Candidates come in the order of payer ids.
 */
export function mergeSharedAddresses(
  candidates: readonly Candidate[],
  chosenChannel: (messageKey: string) => Channel | undefined,
): Together[] {
  return groupByDestination(candidates).flatMap((together): Together[] => {
    const [first] = together;
    const channel = chosenChannel(messageKeyOf(first.payer.payerId, first.school.schoolId));
    if (channel === undefined) return [together];
    return groupByDestination(
      together.map((candidate) => {
        const destination = destinationOf(candidate.payer, candidate.thirdParty, channel);
        return destination ? { ...candidate, destination } : candidate;
      }),
    );
  });
}

function groupByDestination(candidates: readonly Candidate[]): Together[] {
  const groups = new Map<string, [Candidate, ...Candidate[]]>();
  for (const candidate of candidates) {
    const { owed, payer, school, thirdParty, destination, language } = candidate;
    const owes = owed.allJoint
      ? owed.items.map((item) => `${item.invoiceId}:${item.amountCents}`).join(',')
      : `payer ${payer.payerId}`;
    const where = destinationKey(destination, thirdParty);
    const apart = payer.ownLetters ? payer.payerId : '';
    const about = owed.about?.join(',') ?? '';
    const key = [school.schoolId, payer.householdId, where, apart, language, owes, about].join('|');
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  return [...groups.values()];
}
