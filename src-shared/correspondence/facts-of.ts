import type { Channel } from '../api/schemas.ts';
import { payBeforeFor } from '../law/reminder-term.ts';
import type { ItemFacts, MessageFacts, PupilFacts, SenderFacts, ThirdPartyFacts } from './message-facts.ts';
import { byNumber, byText } from './order.ts';
import { messageKeyOf, type PlanInput, type PlanPayer } from './plan-input.ts';
import { isDue } from './totals.ts';

type Parts = {
  readonly input: Pick<PlanInput, 'asOf' | 'pupils' | 'payerReferences' | 'lawTermDays'>;
  readonly payers: readonly [PlanPayer, ...PlanPayer[]];
  readonly school: SenderFacts;
  readonly thirdParty: ThirdPartyFacts | null;
  readonly items: readonly ItemFacts[];
  readonly householdName: string;
  /** How it leaves: a letter is on its way longer. */
  readonly channel: Channel;
  /** The pupils of a message without items. */
  readonly about?: readonly number[] | undefined;
};

/** What the text of one message is filled in from: pupils by name, and per pupil the items by due date. */
export function factsOf(parts: Parts): MessageFacts {
  const { input, payers, school, thirdParty, items, householdName, channel, about } = parts;
  const [first] = payers;
  const pupils = pupilsOf(input, new Set([...items.map((item) => item.pupilId), ...(about ?? [])]));
  const place = new Map(pupils.map((pupil, index) => [pupil.pupilId, index]));
  const due = items.filter(isDue);
  const only = due.length === 1 ? due[0] : undefined;
  return {
    asOf: input.asOf,
    sender: school,
    household: { householdId: first.householdId, name: householdName },
    payers,
    thirdParty,
    pupils,
    items: items
      .toSorted(
        byText(
          (item) => item.dueDate,
          (item) => item.number,
        ),
      )
      .toSorted(byNumber((item) => place.get(item.pupilId) ?? 0)),
    structuredReference: about
      ? null
      : (only?.structuredReference ?? input.payerReferences.get(messageKeyOf(first.payerId, school.schoolId)) ?? null),
    payBefore: payBeforeFor(channel, input.asOf, school.paymentTermDays, input.lawTermDays),
  };
}

function pupilsOf(input: Parts['input'], wanted: ReadonlySet<number>): PupilFacts[] {
  return input.pupils
    .filter((pupil) => wanted.has(pupil.pupilId))
    .map(({ pupilId, firstName, lastName, className }) => ({ pupilId, firstName, lastName, className }))
    .sort(
      (a, b) =>
        byText<PupilFacts>(
          (pupil) => pupil.lastName,
          (pupil) => pupil.firstName,
        )(a, b) || a.pupilId - b.pupilId,
    );
}
