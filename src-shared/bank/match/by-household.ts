import { formatIban } from '../iban.ts';
import type { BankMovement } from '../statement.ts';
import { accountOf, lastNamesOf } from './clues.ts';
import type { BookDraft, FreeAmounts } from './draft.ts';
import { spread } from './spread.ts';
import { type Fit, findExactFit } from './fitting.ts';
import type { MatchKnowledge, MatchLine, MatchPerson } from './knowledge.ts';
import { type NameFit, nameFit, nameWords } from './names.ts';
import { openParts } from './open-parts.ts';
import { fullName, knownThirdParty } from './who-paid.ts';

/** A household that a line points to without naming an invoice, and by what. */
type Pointer = {
  readonly householdId: number;
  readonly householdName: string;
  readonly payerId: number | null;
  readonly rule: 'knownAccount' | 'nameAndAmount';
  /** Dutch, beginning of the reason. */
  readonly by: string;
  /** Only a last name: many families share one. */
  readonly isWeak: boolean;
};

/**
 * A line without a reference of ours: the account it came from, or the names in it, may point to one household; the amount
 * must then fit. Never certain. An account that is known of one household only, with an amount that fits nothing, is
 * possible, on the oldest first. Source: facts/bank.md, acceptance money-and-bank "one lump sum".
 */
export function matchByHousehold(line: MatchLine, knowledge: MatchKnowledge, free: FreeAmounts): BookDraft | null {
  const byAccount = pointersByAccount(line.movement, knowledge);
  const byName = pointersByName(line.movement, knowledge);
  if (byAccount.length === 0) return fitting(line, byName, knowledge, free) ?? null;
  // A body pays for many: the name in the communication says for whom.
  const named = byAccount.filter(({ householdId }) =>
    byName.some((pointer) => pointer.householdId === householdId && !pointer.isWeak),
  );
  const pointers = byAccount.length > 1 && named.length === 1 ? named : byAccount;
  return fitting(line, pointers, knowledge, free) ?? onTheOldest(line, pointers, knowledge, free);
}

/** Households that the account or a clear name of a line points to. */
export function householdsPointedTo(movement: BankMovement, knowledge: MatchKnowledge): number[] {
  const clear = pointersByName(movement, knowledge).filter(({ isWeak }) => !isWeak);
  const pointers = [...pointersByAccount(movement, knowledge), ...clear];
  return [...new Set(pointers.map(({ householdId }) => householdId))];
}

/** The one household that the amount fits; a last name alone only counts when no full name fits. */
function fitting(
  line: MatchLine,
  pointers: readonly Pointer[],
  knowledge: MatchKnowledge,
  free: FreeAmounts,
): BookDraft | null {
  const strong = fitsOf(
    line,
    pointers.filter(({ isWeak }) => !isWeak),
    knowledge,
    free,
  );
  const fits =
    strong.length > 0
      ? strong
      : fitsOf(
          line,
          pointers.filter(({ isWeak }) => isWeak),
          knowledge,
          free,
        );
  const [only, other] = fits;
  if (!only || other) return null;
  const { pointer, schoolId, fit } = only;
  const isLikely = !pointer.isWeak && !fit.isGuess && (pointers.length === 1 || pointer.rule === 'nameAndAmount');
  return {
    ...towards(pointer, schoolId),
    confidence: isLikely ? 'likely' : 'possible',
    rule: fit.parts.length > 1 ? 'severalInvoices' : pointer.rule,
    reason: `${pointer.by}, ${fitSentence(fit)}`,
    parts: fit.parts,
  };
}

type PointerFit = { readonly pointer: Pointer; readonly schoolId: number; readonly fit: Fit };

function fitsOf(
  line: MatchLine,
  pointers: readonly Pointer[],
  knowledge: MatchKnowledge,
  free: FreeAmounts,
): PointerFit[] {
  return pointers.flatMap((pointer) =>
    line.accountSchoolIds.flatMap((schoolId) => {
      const open = openParts(pointer.householdId, pointer.payerId, schoolId, knowledge, free);
      const fit = findExactFit(line.movement.amountCents, open);
      return fit && (!pointer.isWeak || fit.how === 'one' || fit.how === 'all') ? [{ pointer, schoolId, fit }] : [];
    }),
  );
}

/** A known account of one household: its oldest claims first, or credit when nothing is open. */
function onTheOldest(
  line: MatchLine,
  [pointer, ...others]: readonly Pointer[],
  knowledge: MatchKnowledge,
  free: FreeAmounts,
): BookDraft | null {
  if (!pointer || others.length > 0) return null;
  const places = line.accountSchoolIds.map((schoolId) => ({
    schoolId,
    open: openParts(pointer.householdId, pointer.payerId, schoolId, knowledge, free),
  }));
  const place = places.find(({ open }) => open.length > 0) ?? places[0];
  if (!place) return null;
  const parts = spread(line.movement.amountCents, place.open);
  const why = parts.length === 0 ? 'maar er staat niets open: het bedrag wordt tegoed' : 'op de oudste facturen eerst';
  const reason = `${pointer.by}, ${why}`;
  return { ...towards(pointer, place.schoolId), confidence: 'possible', rule: 'knownAccount', reason, parts };
}

function towards(
  { householdId, householdName, payerId }: Pointer,
  schoolId: number,
): Pick<BookDraft, 'schoolId' | 'householdId' | 'householdName' | 'payerId'> {
  return { schoolId, householdId, householdName, payerId };
}

function fitSentence({ how, parts, isGuess }: Fit): string {
  const numbers = parts.map(({ claim }) => claim.number).join(' + ');
  const guess = isGuess ? ' (er zijn meer keuzes met dit bedrag)' : '';
  if (how === 'one') return `bedrag is precies factuur ${numbers}${guess}`;
  return how === 'all' ? `bedrag is alles wat open staat` : `bedrag is precies ${numbers}${guess}`;
}

function pointersByAccount(movement: BankMovement, knowledge: MatchKnowledge): Pointer[] {
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
function pointersByName(movement: BankMovement, knowledge: MatchKnowledge): Pointer[] {
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
