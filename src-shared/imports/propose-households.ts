import type { PlainDate } from '../calendar/plain-date.ts';
import { nameKey, normaliseText } from './normalise-text.ts';
import type { PayerRow, RowAddress } from './read-pupil-row.ts';

/** A pupil of the file that is not known yet. */
export type PupilToPlace = {
  readonly rowNumber: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: PlainDate | null;
  readonly address: RowAddress;
  readonly payers: readonly PayerRow[];
};

/** A household that stands in the store, or one that a row of this file already belongs to. */
export type KnownHousehold = {
  readonly id: number;
  readonly name: string;
  readonly pupils: readonly {
    readonly firstName: string;
    readonly lastName: string;
    readonly birthDate: PlainDate | null;
  }[];
  readonly payers: readonly (RowAddress & {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string | null;
    readonly phone: string | null;
  })[];
};

export type HouseholdProposal = {
  /** An existing household, or one that this import makes; rows with the same `key` go together. */
  readonly key: string;
  readonly householdId: number | null;
  readonly name: string;
  /** Dutch: "bij gezin Abeel–Den (zelfde e-mailadres)". */
  readonly sentence: string;
  /** Other existing households that would fit too. */
  readonly alsoFits: readonly string[];
};

/** What makes two pupils one household; the first are the stronger. */
const reasons = {
  pupil: 'zelfde leerling',
  parents: 'zelfde ouders',
  person: 'zelfde ouder',
  email: 'zelfde e-mailadres',
  phone: 'zelfde telefoonnummer',
  address: 'zelfde naam en adres',
} as const;
type Reason = keyof typeof reasons;
type Clue = { readonly key: string; readonly reason: Reason };
const strongestFirst = Object.keys(reasons) as Reason[];

/** An e-mail address or phone number of this many pupils with different names belongs to an office, not to a family. */
const mostFamilyNames = 4;

/**
 * Proposes the household of each new pupil: with the family that shares a parent (same name and e-mail, phone or
 * address; or both parents of the same name), an e-mail address, a phone number, or family name and address. Siblings
 * land together, also across schools; separated parents are two payers of one household. Existing households are never
 * joined by this: a pupil that fits two goes to the one with the stronger reason, and the other is named. Same input,
 * same answer, in the order of the rows. Source: issue "Imports"; a proposal that a person can correct.
 */
export function proposeHouseholds(
  pupils: readonly PupilToPlace[],
  existing: readonly KnownHousehold[],
): Map<number, HouseholdProposal> {
  const shared = clueKeysOfMany(pupils);
  const owners = new Map<string, Group[]>();
  const own = (group: Group, clues: readonly Clue[]): void => {
    for (const { key } of clues) {
      const groups = owners.get(key);
      if (!groups) owners.set(key, [group]);
      else if (!groups.includes(group)) groups.push(group);
    }
  };
  for (const household of existing) {
    const group: Group = { household, rows: [], joined: undefined };
    own(group, cluesOfHousehold(household));
  }
  const placed: {
    readonly pupil: PupilToPlace;
    readonly group: Group;
    readonly reason: Reason | undefined;
    readonly via: string;
  }[] = [];
  for (const pupil of pupils) {
    const clues = cluesOfPupil(pupil).filter(({ key }) => !shared.has(key));
    const match = bestMatch(pupil, clues, owners);
    const group = match?.group ?? { household: undefined, rows: [], joined: undefined };
    const via = group.rows[0] ?? group.household?.pupils[0];
    placed.push({ pupil, group, reason: match?.reason, via: via?.firstName ?? '' });
    group.rows.push(pupil);
    // A pupil that ties two new groups together makes them one; existing households stay apart.
    for (const other of match?.others ?? []) {
      if (other.household) continue;
      other.joined = group;
      group.rows.push(...other.rows);
    }
    group.rows.sort((a, b) => a.rowNumber - b.rowNumber);
    own(group, clues);
  }
  return new Map(
    placed.map(({ pupil, group, reason, via }) => [
      pupil.rowNumber,
      proposal(pupil, rootOf(group), reason, via, owners, shared),
    ]),
  );
}

type Group = {
  readonly household: KnownHousehold | undefined;
  readonly rows: PupilToPlace[];
  joined: Group | undefined;
};

function rootOf(group: Group): Group {
  let root = group;
  while (root.joined) root = root.joined;
  return root;
}

type Match = { readonly group: Group; readonly reason: Reason; readonly others: readonly Group[] };

function bestMatch(
  pupil: PupilToPlace,
  clues: readonly Clue[],
  owners: ReadonlyMap<string, readonly Group[]>,
): Match | undefined {
  const found: { readonly group: Group; readonly reason: Reason }[] = [];
  for (const reason of strongestFirst) {
    for (const clue of clues) {
      if (clue.reason !== reason) continue;
      for (const owner of owners.get(clue.key) ?? []) {
        const group = rootOf(owner);
        if (reason === 'address' && !mayBeSiblings(pupil, group)) continue;
        if (!found.some((match) => match.group === group)) found.push({ group, reason });
      }
    }
  }
  // A household that exists goes before one that this file makes.
  const best = found.find(({ group }) => group.household) ?? found[0];
  return best && { ...best, others: found.map(({ group }) => group).filter((group) => group !== best.group) };
}

/**
 * Cousins may share a name and a house: name and address only count between children of whom one has no parents in the
 * file, or whose parents share a first name (the rest of the name may be spelled differently).
 */
function mayBeSiblings(pupil: PupilToPlace, group: Group): boolean {
  const own = firstNames(pupil.payers);
  const others = firstNames(group.household?.payers ?? group.rows.flatMap(({ payers }) => payers));
  return own.length === 0 || others.length === 0 || own.some((name) => others.includes(name));
}

function firstNames(payers: readonly { readonly firstName: string }[]): string[] {
  return payers.map(({ firstName }) => normaliseText(firstName)).filter((name) => name !== '');
}

function proposal(
  pupil: PupilToPlace,
  group: Group,
  reason: Reason | undefined,
  via: string,
  owners: ReadonlyMap<string, readonly Group[]>,
  shared: ReadonlySet<string>,
): HouseholdProposal {
  const name = group.household?.name ?? householdName(group.rows);
  const because = reason === undefined ? '' : ` (${reasons[reason]}${via === '' ? '' : ` als ${via}`})`;
  const others = new Set<string>();
  if (group.household) {
    for (const { key, reason } of cluesOfPupil(pupil)) {
      if (shared.has(key)) continue;
      if (reason === 'address') continue;
      for (const owner of owners.get(key) ?? []) {
        const { household } = rootOf(owner);
        if (household && household.id !== group.household.id) others.add(household.name);
      }
    }
  }
  const first = group.rows[0]?.rowNumber ?? pupil.rowNumber;
  const isNew = !group.household && (reason === undefined || group.rows[0] === pupil);
  return {
    key: group.household ? `household ${group.household.id}` : `row ${first}`,
    householdId: group.household?.id ?? null,
    name,
    sentence: isNew ? `nieuw gezin ${name}` : `bij ${group.household ? '' : 'nieuw '}gezin ${name}${because}`,
    alsoFits: [...others],
  };
}

/** "Abeel–Den": the family names of the pupils and their parents, at most two. Never empty. */
export function householdName(pupils: readonly Pick<PupilToPlace, 'lastName' | 'payers'>[]): string {
  const names = new Map<string, string>();
  const all = [
    ...pupils.map(({ lastName }) => lastName),
    ...pupils.flatMap(({ payers }) => payers.map(({ lastName }) => lastName)),
  ];
  for (const name of all) {
    const key = normaliseText(name);
    if (!names.has(key)) names.set(key, name);
  }
  return [...names.values()].slice(0, 2).join('–').slice(0, 160) || 'Gezin';
}

function cluesOfPupil(pupil: PupilToPlace): Clue[] {
  return [
    ...pupilClues([pupil]),
    ...pupil.payers.flatMap(payerClues),
    ...parentsClue(pupil.payers),
    ...addressClues(pupil.lastName, [pupil.address, ...pupil.payers]),
  ];
}

function cluesOfHousehold(household: KnownHousehold): Clue[] {
  return [
    ...pupilClues(household.pupils),
    ...household.payers.flatMap(payerClues),
    ...parentsClue(household.payers),
    ...household.pupils.flatMap(({ lastName }) => addressClues(lastName, household.payers)),
  ];
}

/** The same child in another school of the board: the same family. */
function pupilClues(
  pupils: readonly { readonly firstName: string; readonly lastName: string; readonly birthDate: PlainDate | null }[],
): Clue[] {
  return pupils.flatMap(({ firstName, lastName, birthDate }) =>
    birthDate === null ? [] : [{ key: `pupil|${nameKey(lastName, firstName)}|${birthDate}`, reason: 'pupil' as const }],
  );
}

type PayerFacts = RowAddress & {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
};

function payerClues(payer: PayerFacts): Clue[] {
  const person = nameKey(payer.lastName, payer.firstName);
  const email = payer.email?.trim().toLowerCase();
  const phone = phoneKey(payer.phone);
  const address = addressKey(payer);
  const clues: Clue[] = [];
  if (payer.firstName !== '' && address !== '') clues.push({ key: `person|${person}|${address}`, reason: 'person' });
  if (email) clues.push({ key: `email|${email}`, reason: 'email' });
  if (phone) clues.push({ key: `phone|${phone}`, reason: 'phone' });
  return clues;
}

function parentsClue(payers: readonly PayerFacts[]): Clue[] {
  const names = [
    ...new Set(
      payers.filter(({ firstName }) => firstName !== '').map((payer) => nameKey(payer.lastName, payer.firstName)),
    ),
  ];
  return names.length < 2 ? [] : [{ key: `parents|${names.sort().join('|')}`, reason: 'parents' }];
}

function addressClues(lastName: string, addresses: readonly RowAddress[]): Clue[] {
  return addresses
    .map(addressKey)
    .filter((address) => address !== '')
    .map((address) => ({ key: `address|${normaliseText(lastName)}|${address}`, reason: 'address' as const }));
}

function addressKey(address: RowAddress): string {
  const street = normaliseText(address.street);
  // A street without a number is no address: half a village lives there.
  return /\d/.test(street) ? `${street}|${normaliseText(address.postalCode || address.city)}` : '';
}

/** The last nine digits: `+32 470 12 34 56` and `0470/12.34.56` are the same number. */
export function phoneKey(phone: string | null): string {
  const digits = (phone ?? '')
    .replace(/\D/g, '')
    .replace(/^(?:00)?32/, '')
    .replace(/^0+/, '');
  return digits.length >= 8 ? digits : '';
}

/** Keys that pupils with many different family names share. */
function clueKeysOfMany(pupils: readonly PupilToPlace[]): Set<string> {
  const lastNames = new Map<string, Set<string>>();
  for (const pupil of pupils) {
    for (const { key, reason } of cluesOfPupil(pupil)) {
      if (reason !== 'email' && reason !== 'phone') continue;
      const names = lastNames.get(key) ?? new Set<string>();
      names.add(normaliseText(pupil.lastName));
      lastNames.set(key, names);
    }
  }
  return new Set([...lastNames].filter(([, names]) => names.size > mostFamilyNames).map(([key]) => key));
}
