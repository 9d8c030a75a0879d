import { formatIban } from '../iban.ts';
import type { BankMovement } from '../statement.ts';
import { accountOf, lastNamesOf } from './clues.ts';
import type { MatchKnowledge, MatchPerson } from './knowledge.ts';
import { type NameFit, nameFit, nameWords } from './names.ts';
import { fullName, knownThirdParty } from './who-paid.ts';

/** A household that a line points to without naming an invoice, and by what. */
export type Pointer = {
  readonly householdId: number;
  readonly householdName: string;
  readonly payerId: number | null;
  readonly rule: 'knownAccount' | 'nameAndAmount';
  /** Dutch, beginning of the reason. */
  readonly by: string;
  /** Only a last name: many families share one. */
  readonly isWeak: boolean;
};

/** Households that the account or a clear name of a line points to. */
export function householdsPointedTo(movement: BankMovement, knowledge: MatchKnowledge): number[] {
  const clear = pointersByName(movement, knowledge).filter(({ isWeak }) => !isWeak);
  const pointers = [...pointersByAccount(movement, knowledge), ...clear];
  return [...new Set(pointers.map(({ householdId }) => householdId))];
}

/** Households of whoever holds the account, and those that the body behind it pays for. */
export function pointersByAccount(movement: BankMovement, knowledge: MatchKnowledge): Pointer[] {
  const account = accountOf(movement);
  const holders = knowledge.accounts.get(account ?? '') ?? [];
  const payers = holders.flatMap(({ payerId }) => (payerId === null ? [] : (knowledge.payers.get(payerId) ?? [])));
  const byHousehold = new Map<number, Pointer>();
  for (const payer of payers) {
    const { householdId, householdName, payerId } = payer;
    // Partners may share an account: then it is the household's.
    const shared = byHousehold.has(householdId);
    const by = `rekening ${formatIban(account ?? '')} is bekend van ${shared ? householdName : fullName(payer)}`;
    byHousehold.set(householdId, {
      householdId,
      householdName,
      payerId: shared ? null : payerId,
      rule: 'knownAccount',
      by,
      isWeak: false,
    });
  }
  const third = knownThirdParty(movement, knowledge);
  for (const householdId of third ? (knowledge.householdsOfThirdParty.get(third.id) ?? []) : []) {
    const payer = knowledge.payersByHousehold
      .get(householdId)
      ?.find(({ thirdPartyPayerId }) => thirdPartyPayerId === third?.id);
    if (!payer || byHousehold.has(householdId)) continue;
    const by = `${third?.name} betaalt voor ${payer.householdName}`;
    byHousehold.set(householdId, {
      householdId,
      householdName: payer.householdName,
      payerId: payer.payerId,
      rule: 'knownAccount',
      by,
      isWeak: false,
    });
  }
  return [...byHousehold.values()];
}

const order: readonly NameFit[] = ['full', 'initial', 'lastName'];

/** Households of which the line names a payer or a pupil, each by its best name. */
export function pointersByName(movement: BankMovement, knowledge: MatchKnowledge): Pointer[] {
  const best = new Map<number, { readonly fit: NameFit; readonly person: MatchPerson }>();
  const texts = {
    names: [nameWords(movement.counterpartyName ?? ''), nameWords(movement.ultimateName ?? '')],
    communication: nameWords(movement.communication),
  };
  for (const lastName of lastNamesOf(movement)) {
    for (const person of knowledge.peopleByLastName.get(lastName) ?? []) {
      const known = best.get(person.householdId);
      if (known?.fit === 'full') continue;
      const fit = fitOf(texts, person);
      if (fit === 'lastName' && knowledge.commonLastNames.has(lastName)) continue;
      if (fit && (!known || order.indexOf(fit) < order.indexOf(known.fit)))
        best.set(person.householdId, { fit, person });
    }
  }
  return [...best.values()].map(({ fit, person }) => namePointer(person, fit));
}

type Texts = { readonly names: readonly (readonly string[])[]; readonly communication: readonly string[] };

/** In a communication a last name alone is too little: it may be a street, a class or a teacher. */
function fitOf({ names, communication }: Texts, person: MatchPerson): NameFit | null {
  let best: NameFit | null = null;
  for (const words of names) {
    const fit = nameFit(words, person);
    if (fit && (best === null || order.indexOf(fit) < order.indexOf(best))) best = fit;
  }
  if (best === 'full') return best;
  return nameFit(communication, person) === 'full' ? 'full' : best;
}

function namePointer(person: MatchPerson, fit: NameFit): Pointer {
  const { householdId, householdName } = person;
  const by = fit === 'lastName' ? `naam ${person.lastName}` : `naam van ${fullName(person)}`;
  // Who paid is worked out from the account and the name, not from the pupil that is named.
  return { householdId, householdName, payerId: null, rule: 'nameAndAmount', by, isWeak: fit === 'lastName' };
}
