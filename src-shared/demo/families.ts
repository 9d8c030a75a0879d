import type { PlainDate } from '../calendar/plain-date.ts';
import { makeContacts, type Reach, type Role } from './contacts.ts';
import type {
  DemoAddress,
  DemoHousehold,
  DemoLiability,
  DemoPayer,
  DemoThirdPartyPayer,
  FamilyKind,
  PayingHabit,
} from './group.ts';
import { familyNames, places, streetNames } from './names.ts';
import { makeDeck, type Random, times } from './random.ts';

/** A household before it has pupils: who owes, and under which name the children are known. */
export type Family = {
  readonly household: DemoHousehold;
  readonly payers: readonly DemoPayer[];
  readonly childrenName: string;
  readonly owes: readonly Pick<DemoLiability, 'payerId' | 'kind' | 'shareBp'>[];
};

type Scenario = {
  readonly kind: FamilyKind;
  readonly reach: Reach;
  readonly language: DemoPayer['language'];
  readonly habit?: PayingHabit;
  /** Fixed names: of the first payer and the second one. */
  readonly names?: readonly { readonly firstName: string; readonly lastName: string }[];
};

/** The first families of a group: every special kind once, so that even a demo of twenty pupils shows them all. */
const scenarios: readonly Scenario[] = [
  {
    kind: 'separatedJoint',
    reach: 'email',
    language: 'nl',
    habit: 'late',
    names: [
      { firstName: 'Anke', lastName: 'Abeel' },
      { firstName: 'Bram', lastName: 'Den' },
    ],
  },
  { kind: 'separatedSplit', reach: 'email', language: 'nl', habit: 'troubled' },
  { kind: 'ocmw', reach: 'email', language: 'nl', habit: 'troubled' },
  { kind: 'guardian', reach: 'letter', language: 'nl' },
  { kind: 'couple', reach: 'bounced', language: 'nl', habit: 'late' },
  { kind: 'single', reach: 'none', language: 'fr', habit: 'late' },
  { kind: 'couple', reach: 'email', language: 'en' },
  { kind: 'single', reach: 'email', language: 'nl' },
];

/** What the first parent owes when the costs are split, in basis points. */
const splitShares: readonly number[] = [6000, 5000, 7000, 3333];

/**
 * Makes families one after the other: first the scenarios, then a mix in fixed proportions. Two in twenty are troubled
 * payers and four in twenty late ones: with the shares of `payments.ts` that gives 9 % never and a quarter late.
 */
export function makeFamilies(
  random: Random,
  asOf: PlainDate,
  thirdPartyPayers: readonly DemoThirdPartyPayer[],
): () => Family {
  const contact = makeContacts(random, asOf);
  const habits = makeDeck<PayingHabit>(random, [...times(14, 'steady'), ...times(4, 'late'), ...times(2, 'troubled')]);
  const kinds = makeDeck<FamilyKind>(random, [
    ...times(27, 'couple'),
    ...times(5, 'single'),
    ...times(4, 'separatedJoint'),
    ...times(2, 'separatedSplit'),
    'guardian',
    'ocmw',
  ]);
  const languages = makeDeck(random, [...times(17, 'nl' as const), ...times(2, 'fr' as const), 'en' as const]);
  let households = 0;
  let payers = 0;

  return () => {
    const scenario = scenarios[households];
    households += 1;
    const kind = scenario?.kind ?? kinds();
    const language = scenario?.language ?? languages();
    const name = scenario?.names?.[0]?.lastName ?? random.pick(familyNames);
    const otherName = scenario?.names?.[1]?.lastName ?? random.pick(familyNames);
    const home = makeAddress(random);
    const thirdPartyPayerId = kind === 'ocmw' ? random.pick(thirdPartyPayers).id : null;

    const parents = rolesOf(kind, random).map((role, index): DemoPayer => {
      payers += 1;
      const apart = index === 1 && isSeparated(kind);
      const lastName = index === 1 && (apart || random.chance(0.6)) ? otherName : name;
      const firstName = scenario?.names?.[index]?.firstName;
      return {
        id: payers,
        householdId: households,
        relation: role,
        lastName,
        // Two homes, now and then two languages.
        language: apart && (scenario?.names || random.chance(0.3)) ? 'fr' : language,
        address: apart ? makeAddress(random) : home,
        thirdPartyPayerId,
        ...contact(role, lastName, { ...(firstName && { firstName }), ...(scenario && { reach: scenario.reach }) }),
        // The father of the first family wants paper.
        ...(apart && scenario?.names && { channel: 'letter' as const, email: null }),
      };
    });
    return {
      household: { id: households, name: householdName(kind, parents), kind, habit: scenario?.habit ?? habits() },
      payers: parents,
      childrenName: scenario?.names ? name : childrenName(random, parents),
      owes: liabilitiesOf(kind, parents, scenario ? 6000 : random.pick(splitShares)),
    };
  };
}

function isSeparated(kind: FamilyKind): boolean {
  return kind === 'separatedJoint' || kind === 'separatedSplit';
}

function rolesOf(kind: FamilyKind, random: Random): readonly Role[] {
  switch (kind) {
    case 'couple':
    case 'separatedJoint':
    case 'separatedSplit':
      return ['mother', 'father'];
    case 'guardian':
      return ['guardian'];
    case 'single':
    case 'ocmw':
      return [random.chance(0.75) ? 'mother' : 'father'];
  }
}

function liabilitiesOf(kind: FamilyKind, parents: readonly DemoPayer[], firstShareBp: number): Family['owes'] {
  return parents.map(({ id }, index) =>
    kind === 'separatedSplit'
      ? { payerId: id, kind: 'split', shareBp: index === 0 ? firstShareBp : 10_000 - firstShareBp }
      : { payerId: id, kind: 'joint', shareBp: 10_000 },
  );
}

function householdName(kind: FamilyKind, parents: readonly DemoPayer[]): string {
  const names = new Set(parents.map(({ lastName }) => lastName));
  return `Gezin ${[...names].join(kind === 'separatedSplit' ? ' / ' : '–')}`;
}

/** The children carry the name of one parent, or the double name. */
function childrenName(random: Random, parents: readonly DemoPayer[]): string {
  const [first = '', second] = new Set(parents.map(({ lastName }) => lastName));
  if (second === undefined) return first;
  const draw = random.next();
  return draw < 0.4 ? first : draw < 0.8 ? second : `${first}-${second}`;
}

function makeAddress(random: Random): DemoAddress {
  return {
    street: random.pick(streetNames),
    houseNumber: String(random.between(1, 199)),
    box: random.chance(0.12) ? String(random.between(1, 12)) : '',
    ...random.pick(places),
  };
}

/** The public bodies that pay or receive letters in a family's place. */
export function makeThirdPartyPayers(): DemoThirdPartyPayer[] {
  return places.slice(0, 2).map((place, index) => ({
    id: index + 1,
    name: `OCMW ${place.city}`,
    contactName: index === 0 ? 'Sociale dienst, Griet Voorbeeld' : 'Schuldbemiddeling, Ronny Voorbeeld',
    email: `ocmw${index + 1}@voorbeeld.example`,
    phone: `09 000 20 0${index + 1}`,
    channel: index === 0 ? 'letter' : 'email',
    address: { street: 'Denkbeeldigehof', houseNumber: String(index + 1), box: '', ...place },
  }));
}
