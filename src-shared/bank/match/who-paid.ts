import type { BankMovement } from '../statement.ts';
import { accountOf } from './clues.ts';
import type { ClaimPart } from './fitting.ts';
import type { MatchKnowledge, MatchLine, MatchPerson } from './knowledge.ts';
import { foldName, isNameWord, nameFit, nameWords } from './names.ts';

type Paying = {
  readonly payerId: number | null;
  readonly payerName: string | null;
  readonly thirdPartyPayerId: number | null;
  readonly thirdPartyPayerName: string | null;
  readonly paidBy: string;
  /** Dutch, for the reason: on whose behalf. */
  readonly sentence: string | null;
  /** Dutch: why nobody can be sure enough to book this by itself. */
  readonly doubt: string | null;
  /** The account is clearly this payer's own. */
  readonly ownAccountOf: number | null;
};

type Towards = {
  readonly householdId: number;
  readonly parts: readonly ClaimPart[];
  readonly payerId: number | null;
  /** Pays by agreement in the place of the payers. */
  readonly thirdParty?: { readonly id: number; readonly name: string } | null;
};

/**
 * Who paid for a household: the payer whose account or name it is, or the only payer; and the body or person that paid in
 * their place (a known one by name or account, else as the bank names it). Parents who each owe a share have to be told
 * apart, or their balances would be wrong. Source: facts/bank.md 1.6 (record 3.009), domain.md "Liability".
 */
export function payingFor(line: MatchLine, towards: Towards, knowledge: MatchKnowledge): Paying {
  const { movement } = line;
  const payers = knowledge.payersByHousehold.get(towards.householdId) ?? [];
  const third = thirdPartyOf(movement, payers, knowledge);
  const byAccount = payersByAccount(movement, payers, knowledge);
  const byName = third.isThird ? [] : payersByName(movement, payers);
  const own = ownOf(byAccount, byName);
  const behind =
    third.payer ?? (towards.payerId === null ? own : (own ?? payers.find((one) => one.payerId === towards.payerId)));
  const payer = behind ?? (payers.length === 1 ? payers[0] : undefined);
  const payerId = payer?.payerId ?? null;
  const agreed = own === undefined && !third.isThird ? (towards.thirdParty ?? null) : null;
  const known = third.known ?? agreed;
  return {
    payerId,
    payerName: payer ? fullName(payer) : null,
    thirdPartyPayerId: known?.id ?? null,
    thirdPartyPayerName: known?.name ?? null,
    paidBy: known ? '' : third.paidBy,
    sentence: third.isThird || agreed ? `betaald door ${known?.name ?? third.paidBy}` : null,
    doubt: shareDoubt(towards.parts, payerId),
    ownAccountOf: third.isThird || own === undefined || byName.length !== 1 ? null : ownAccountOf(movement, own),
  };
}

/** Parents who part may go on with one account: when it is known of one and in the name of the other, nobody is sure. */
function ownOf(byAccount: readonly MatchPerson[], byName: readonly MatchPerson[]): MatchPerson | undefined {
  const [holder] = byAccount;
  const [named] = byName;
  if (byAccount.length !== 1) return byName.length === 1 ? named : undefined;
  return byName.length === 1 && named?.payerId !== holder?.payerId ? undefined : holder;
}

/** The name on the account is this payer's and nothing more: "OCMW GENT VOOR AN BERK" is an account for many. */
function ownAccountOf(
  { counterpartyName }: BankMovement,
  { payerId, firstWords, lastWords }: MatchPerson,
): number | null {
  const own = new Set([...firstWords, firstWords.join(''), ...lastWords]);
  const isOther = nameWords(counterpartyName ?? '').some((word) => isNameWord(word) && !own.has(word));
  return isOther ? null : payerId;
}

/** First and last name, as a sentence names somebody; one of them may be empty. */
export function fullName(person: { readonly firstName: string; readonly lastName: string }): string {
  return `${person.firstName} ${person.lastName}`.trim();
}

/** A share is somebody's own: without the right payer the other parent would look paid up. */
function shareDoubt(parts: readonly ClaimPart[], payerId: number | null): string | null {
  for (const { claim, amountCents } of parts) {
    const shares = claim.owed.filter(({ isSplit }) => isSplit);
    if (shares.length === 0) continue;
    const share = shares.find((one) => one.payerId === payerId);
    if (!share) return 'de factuur is gesplitst en het is niet zeker wie betaalde';
    if (amountCents > share.owedCents) return 'het bedrag is meer dan het eigen deel van deze betaler';
  }
  return null;
}

function payersByAccount(
  movement: BankMovement,
  payers: readonly MatchPerson[],
  knowledge: MatchKnowledge,
): MatchPerson[] {
  const holders = knowledge.accounts.get(accountOf(movement) ?? '') ?? [];
  return payers.filter(({ payerId }) => payerId !== null && holders.some((holder) => holder.payerId === payerId));
}

/** The best fitting ones: a first name beats a letter, a letter beats a last name alone. */
function payersByName(movement: BankMovement, payers: readonly MatchPerson[]): MatchPerson[] {
  const words = nameWords(movement.counterpartyName ?? '');
  const fits = payers.map((payer) => nameFit(words, payer));
  for (const wanted of ['full', 'initial'] as const) {
    const found = payers.filter((_, index) => fits[index] === wanted);
    if (found.length > 0) return found;
  }
  // A last name alone may be a partner's or a grandparent's.
  return [];
}

type ThirdParty = {
  readonly isThird: boolean;
  readonly known: { readonly id: number; readonly name: string } | null;
  readonly paidBy: string;
  /** The payer that the bank names as the one for whom was paid. */
  readonly payer: MatchPerson | undefined;
};

function thirdPartyOf(movement: BankMovement, payers: readonly MatchPerson[], knowledge: MatchKnowledge): ThirdParty {
  const { counterpartyName, ultimateName } = movement;
  const ultimatePayer = closest(ultimateName, payers);
  const known = knownThirdParty(movement, knowledge);
  if (known) return { isThird: true, known, paidBy: '', payer: ultimatePayer };
  if (ultimateName === null || foldName(ultimateName) === '') return nobody;
  if (!ultimatePayer) {
    const isSame = foldName(ultimateName) === foldName(counterpartyName ?? '');
    return isSame
      ? nobody
      : { isThird: true, known: null, paidBy: ultimateName, payer: closest(counterpartyName, payers) };
  }
  // Paid for the payer by whoever holds the account.
  const isOther = counterpartyName !== null && foldName(counterpartyName) !== '' && !closest(counterpartyName, payers);
  return isOther ? { isThird: true, known: null, paidBy: counterpartyName, payer: ultimatePayer } : nobody;
}

const nobody: ThirdParty = { isThird: false, known: null, paidBy: '', payer: undefined };

/** The body that pays in the place of payers, by its account or its name. */
export function knownThirdParty(
  movement: BankMovement,
  knowledge: MatchKnowledge,
): { readonly id: number; readonly name: string } | null {
  const holders = knowledge.accounts.get(accountOf(movement) ?? '') ?? [];
  const ids = new Set(holders.map(({ thirdPartyPayerId }) => thirdPartyPayerId));
  const byAccount = knowledge.thirdParties.find(({ id }) => ids.has(id));
  if (byAccount) return byAccount;
  const names = new Set([movement.ultimateName, movement.counterpartyName].map((name) => foldName(name ?? '')));
  names.delete('');
  return knowledge.thirdParties.find(({ name }) => names.has(foldName(name))) ?? null;
}

/** The payer that a name clearly names. */
function closest(name: string | null, payers: readonly MatchPerson[]): MatchPerson | undefined {
  const words = nameWords(name ?? '');
  return payers.find((payer) => ['full', 'initial'].includes(nameFit(words, payer) ?? ''));
}
