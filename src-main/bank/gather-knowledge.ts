import { accountOf, lastNamesOf, numbersOf, referencesOf } from '#shared/bank/match/clues.ts';
import {
  type MatchClaim,
  type MatchKnowledge,
  type MatchLine,
  type MatchPerson,
  numberKey,
} from '#shared/bank/match/knowledge.ts';
import { mayBeFirstName, nameWords } from '#shared/bank/match/names.ts';
import { cameBack } from '#shared/bank/match/take-back.ts';
import type { BankMovement } from '#shared/bank/statement.ts';
import { limitedBy } from '#main/limitation/limited-on.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { holdersOf, ownAccounts, thirdParties } from './knowledge/accounts.ts';
import { ordersOf, receiptsOf } from './knowledge/came-back.ts';
import { claimsByNumber, claimsByReference, openClaims } from './knowledge/claims.ts';
import { plansByReference } from './knowledge/plans.ts';
import { householdsOfPayers, payersOfHouseholds, peopleNamed } from './knowledge/people.ts';

/**
 * Reads what the store knows that can concern these lines, each thing once for all of them: it takes as long as there are
 * lines, however large the store is.
 */
export function gatherKnowledge(store: Store, lines: readonly MatchLine[]): MatchKnowledge {
  const received = lines.filter(({ movement }) => movement.amountCents > 0 || cameBack(movement));
  const references = distinct(received.flatMap(({ movement }) => referencesOf(movement)));
  const referenced = claimsByReference(store, references);
  const byReference = referenceIndex(referenced);
  const payersByReference = payerReferences(store, references);
  const plans = plansByReference(store, references);
  // A line that names an invoice of ours needs no other clue.
  const unnamed = received.filter(({ movement }) =>
    referencesOf(movement).every(
      (reference) => !byReference.has(reference) && !payersByReference.has(reference) && !plans.has(reference),
    ),
  );
  const numbers = unnamed.flatMap(({ movement, accountSchoolIds }) =>
    numbersOf(movement).flatMap((number) => accountSchoolIds.map((schoolId) => ({ schoolId, number }))),
  );
  const byNumber = claimsByNumber(store, numbers);
  const accounts = holdersOf(store, distinct(lines.flatMap(({ movement }) => accountOf(movement) ?? [])));
  const third = thirdParties(store);
  const { people, commonLastNames } = namedPeople(store, unnamed);
  const payerIds = [
    ...[...payersByReference.values()].map(({ payerId }) => payerId),
    ...[...accounts.values()].flat().flatMap(({ payerId }) => payerId ?? []),
    ...people.flatMap(({ payerId }) => payerId ?? []),
  ];
  const pointed = distinct([
    ...householdsOfPayers(store, distinct(payerIds)),
    ...people.map(({ householdId }) => householdId),
    ...(unnamed.length > 0 ? [...third.households.values()].flat() : []),
  ]);
  const claimed = [...byReference.values(), ...byNumber, ...plans.values()].map(({ householdId }) => householdId);
  const payers = payersOfHouseholds(store, distinct([...pointed, ...claimed]));
  const back = lines.filter(({ movement }) => cameBack(movement)).map(({ movement }) => -movement.amountCents);
  const orders = lines
    .filter(({ movement }) => movement.amountCents < 0 || movement.kind === 'returned')
    .map(({ movement }) => Math.abs(movement.amountCents));
  return {
    claimsByReference: byReference,
    sharedReferences: sharedReferences(referenced),
    claimsByNumber: new Map(byNumber.map((claim) => [numberKey(claim.schoolId, claim.number), claim])),
    payersByReference,
    plansByReference: plans,
    openByHousehold: Map.groupBy(
      knownLimited(store, openClaims(store, pointed), lines),
      ({ householdId }) => householdId,
    ),
    payers: Map.groupBy(payers, ({ payerId }) => payerId ?? 0),
    payersByHousehold: Map.groupBy(payers, ({ householdId }) => householdId),
    peopleByLastName: Map.groupBy(people, ({ lastWords }) => lastWords.join(' ')),
    commonLastNames,
    accounts,
    ownAccounts: ownAccounts(store),
    thirdParties: third.thirdParties,
    householdsOfThirdParty: third.households,
    receipts: receiptsOf(store, back),
    orders: ordersOf(store, orders),
  };
}

/** The claims, each that was limited on the day of one of these lines with its first such day. */
function knownLimited(store: Store, claims: readonly MatchClaim[], lines: readonly MatchLine[]): MatchClaim[] {
  const newest = lines.reduce(
    (last, { movement }) => (movement.valueDate > last ? movement.valueDate : last),
    '0001-01-01',
  );
  const limited = limitedBy(store, claims, newest);
  return limited.size === 0
    ? [...claims]
    : claims.map((claim) => ({ ...claim, limitedFrom: limited.get(claim.invoiceId) }));
}

/** A last name of more households than this says nothing by itself. */
const mostSameName = 30;

/** The people that these lines may name; of a common last name only those whose first name a line with it may hold. */
function namedPeople(
  store: Store,
  lines: readonly MatchLine[],
): { readonly people: MatchPerson[]; readonly commonLastNames: Set<string> } {
  const wordsBesides = new Map<string, Set<string>>();
  for (const { movement } of lines) {
    const words = wordsOf(movement);
    for (const lastName of lastNamesOf(movement)) {
      const besides = wordsBesides.get(lastName) ?? new Set<string>();
      for (const word of words) besides.add(word);
      wordsBesides.set(lastName, besides);
    }
  }
  const found = peopleNamed(store, [...wordsBesides.keys()])
    .map((person) => ({ person, lastName: person.lastWords.join(' ') }))
    .filter(({ lastName }) => wordsBesides.has(lastName));
  const households = new Map<string, Set<number>>();
  for (const { person, lastName } of found)
    households.set(lastName, (households.get(lastName) ?? new Set<number>()).add(person.householdId));
  const common = [...households].filter(([, ids]) => ids.size > mostSameName).map(([lastName]) => lastName);
  const commonLastNames = new Set(common);
  const people = found
    .filter(({ person, lastName }) => {
      return !commonLastNames.has(lastName) || mayBeFirstName(wordsBesides.get(lastName) ?? new Set(), person);
    })
    .map(({ person }) => person);
  return { people, commonLastNames };
}

function wordsOf({ counterpartyName, ultimateName, communication }: BankMovement): string[] {
  return [counterpartyName ?? '', ultimateName ?? '', communication].flatMap(nameWords);
}

/** The open claim of a reference, or the newest one: a reference is never given twice, but an old file may say otherwise. */
function referenceIndex(claims: readonly MatchClaim[]): Map<string, MatchClaim> {
  const index = new Map<string, MatchClaim>();
  for (const claim of claims.toSorted((a, b) => a.invoiceId - b.invoiceId)) {
    const reference = claim.structuredReference ?? '';
    if (claim.openCents > 0 || (index.get(reference)?.openCents ?? 0) <= 0) index.set(reference, claim);
  }
  return index;
}

/** An old file, or two schools that number alike, may have given one reference to two households. */
function sharedReferences(claims: readonly MatchClaim[]): Set<string> {
  const owner = new Map<string, number>();
  const shared = new Set<string>();
  for (const { structuredReference, householdId } of claims) {
    const reference = structuredReference ?? '';
    if ((owner.get(reference) ?? householdId) !== householdId) shared.add(reference);
    owner.set(reference, householdId);
  }
  return shared;
}

function payerReferences(
  store: Store,
  references: readonly string[],
): Map<string, { readonly payerId: number; readonly schoolId: number }> {
  const rows = statement(
    store,
    `SELECT structured_reference AS reference, payer_id AS payerId, school_id AS schoolId
     FROM json_each(?) k CROSS JOIN payer_references r ON r.structured_reference = k.value`,
  ).all(JSON.stringify(references)) as { reference: string; payerId: number; schoolId: number }[];
  return new Map(rows.map(({ reference, payerId, schoolId }) => [reference, { payerId, schoolId }]));
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
