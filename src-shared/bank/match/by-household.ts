import type { BookDraft, FreeAmounts } from './draft.ts';
import { type Fit, findExactFit } from './fitting.ts';
import type { MatchKnowledge, MatchLine } from './knowledge.ts';
import { openParts } from './open-parts.ts';
import { type Pointer, pointersByAccount, pointersByName } from './pointers.ts';
import { spread } from './spread.ts';

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
  const clear = byName.filter(({ isWeak }) => !isWeak);
  const named = byAccount.filter(({ householdId }) => clear.some((pointer) => pointer.householdId === householdId));
  if (named.length === 0 && clear.length > 0) {
    // Known of one family and in the name of another: only the amount can tell, and not for sure.
    const either = fitting(line, [...byAccount, ...clear], knowledge, free);
    return either && { ...either, confidence: 'possible' };
  }
  const pointers = byAccount.length > 1 && named.length === 1 ? named : byAccount;
  return fitting(line, pointers, knowledge, free) ?? onTheOldest(line, pointers, knowledge, free);
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
      const open = openParts(pointer.householdId, pointer.payerId, schoolId, knowledge, free, line.movement.valueDate);
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
    open: openParts(pointer.householdId, pointer.payerId, schoolId, knowledge, free, line.movement.valueDate),
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
