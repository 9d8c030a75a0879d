import { formatPlainDate } from '../../calendar/plain-date.ts';
import { formatCents } from '../../money/cents.ts';
import { numbersOf, referencesOf } from './clues.ts';
import { matchByPlan } from './by-plan.ts';
import type { BookDraft, FreeAmounts } from './draft.ts';
import { spread } from './spread.ts';
import { findExactFit } from './fitting.ts';
import { type MatchClaim, type MatchKnowledge, type MatchLine, numberKey } from './knowledge.ts';
import { openParts } from './open-parts.ts';

/**
 * What the references of a line say. The reference of an invoice with no more than is open is certain: the payer named
 * it. One that the bank reconstituted, or that stands in the free text, is certain only when the amount is what is open.
 * More than is open, or already paid, is likely, and the rest is credit. A reference that is not ours says nothing.
 * Source: facts/bank.md 1.8 and 3, domain.md "Allocation" rule 1.
 */
export function matchByReference(line: MatchLine, knowledge: MatchKnowledge, free: FreeAmounts): BookDraft | null {
  const draft = draftByReference(line, knowledge, free);
  if (draft?.confidence !== 'certain') return draft;
  const doubt = doubtAbout(line, draft, knowledge);
  return doubt === null ? draft : { ...draft, confidence: 'likely', reason: `${draft.reason}, ${doubt}` };
}

/** Dutch: why the family that the references lead to may not be the one that is meant; null when it is clear. */
function doubtAbout(line: MatchLine, draft: BookDraft, knowledge: MatchKnowledge): string | null {
  const { movement, accountSchoolIds } = line;
  const references = referencesOf(movement);
  if (references.some((reference) => knowledge.sharedReferences.has(reference))) {
    return 'maar meer dan één gezin kreeg die mededeling';
  }
  if (!accountSchoolIds.includes(draft.schoolId)) {
    return `maar die is van ${draft.parts[0]?.claim.schoolName ?? 'een andere school'}`;
  }
  // What is named in the field for it outweighs other references in the text.
  const [first] = references;
  const isStructured = movement.referenceSource === 'structured';
  if (isStructured && draft.parts.every(({ claim }) => claim.structuredReference === first)) return null;
  const isOther = references.some((reference) => {
    const claim = knowledge.claimsByReference.get(reference);
    if (claim) return claim.householdId !== draft.householdId;
    const payer = knowledge.payersByReference.get(reference);
    const households = payer ? (knowledge.payers.get(payer.payerId) ?? []) : [];
    return payer !== undefined && households.every(({ householdId }) => householdId !== draft.householdId);
  });
  return isOther ? 'maar er staat ook een mededeling van een ander gezin in' : null;
}

function draftByReference(line: MatchLine, knowledge: MatchKnowledge, free: FreeAmounts): BookDraft | null {
  const { movement } = line;
  const isTrusted = movement.referenceSource === 'structured';
  const references = referencesOf(movement);
  const plan = references.map((reference) => knowledge.plansByReference.get(reference)).find((found) => found);
  if (plan) return matchByPlan(line, plan, free);
  const claims = references.flatMap((reference) => knowledge.claimsByReference.get(reference) ?? []);
  const first = references[0] ?? '';
  const payer = references.map((reference) => knowledge.payersByReference.get(reference)).find((found) => found);
  const [claim] = claims;
  if (payer && (!claim || knowledge.payersByReference.has(first))) return byPayer(line, payer, knowledge, free);
  if (claim)
    return claims.length === 1 ? oneClaim(line, claim, isTrusted, free) : severalClaims(line, claims, isTrusted, free);
  return byNumber(line, knowledge, free);
}

function oneClaim(line: MatchLine, claim: MatchClaim, isTrusted: boolean, free: FreeAmounts): BookDraft {
  const { amountCents } = line.movement;
  const open = free.of(claim);
  const draft = { ...towards(claim), payerId: null };
  const named = `mededeling van factuur ${claim.number}`;
  if (open === 0) {
    const why = claim.openCents > 0 ? 'krijgt het geld van een andere verrichting' : 'is al betaald';
    const reason = `factuur ${claim.number} ${why}: ${formatCents(amountCents)} wordt tegoed`;
    return { ...draft, confidence: 'likely', rule: 'referenceOtherAmount', reason, parts: [] };
  }
  const elsewhere = line.accountSchoolIds.includes(claim.schoolId) ? null : `maar die is van ${claim.schoolName}`;
  const reasonOf = (text: string): string => [named, text, elsewhere].filter((part) => part !== null).join(', ');
  const certain = elsewhere === null ? 'certain' : 'likely';
  if (amountCents === open) {
    const parts = [{ claim, amountCents }];
    return { ...draft, confidence: certain, rule: 'reference', reason: reasonOf('bedrag klopt'), parts };
  }
  if (amountCents < open) {
    const reason = reasonOf(`deel van het bedrag: ${formatCents(amountCents)} van ${formatCents(open)}`);
    const confidence = isTrusted ? certain : 'likely';
    return { ...draft, confidence, rule: 'reference', reason, parts: [{ claim, amountCents }] };
  }
  const reason = reasonOf(`${formatCents(amountCents - open)} meer dan er open staat: dat wordt tegoed`);
  return {
    ...draft,
    confidence: 'likely',
    rule: 'referenceOtherAmount',
    reason,
    parts: [{ claim, amountCents: open }],
  };
}

function severalClaims(
  line: MatchLine,
  claims: readonly MatchClaim[],
  isTrusted: boolean,
  free: FreeAmounts,
): BookDraft | null {
  const { amountCents } = line.movement;
  const [first] = claims;
  if (!first) return null;
  const open = claims.map((claim) => ({ claim, amountCents: free.of(claim) })).filter((part) => part.amountCents > 0);
  if (open.length < 2) return oneClaim(line, open[0]?.claim ?? first, isTrusted, free);
  if (isTrusted && amountCents === free.of(first)) return oneClaim(line, first, true, free);
  // One line goes to one household and school: a person divides what is meant for two.
  if (open.some(({ claim }) => claim.householdId !== first.householdId || claim.schoolId !== first.schoolId)) {
    return isTrusted ? oneClaim(line, first, true, free) : null;
  }
  const total = open.reduce((sum, part) => sum + part.amountCents, 0);
  const ours = line.accountSchoolIds.includes(first.schoolId);
  const numbers = open.map(({ claim }) => claim.number).join(', ');
  const draft = { ...towards(first), payerId: null, rule: 'severalInvoices' } as const;
  if (amountCents === total) {
    const reason = `mededelingen van facturen ${numbers}, samen klopt het bedrag`;
    return { ...draft, confidence: ours ? 'certain' : 'likely', reason, parts: open };
  }
  const reason = `mededelingen van facturen ${numbers}, samen staat ${formatCents(total)} open`;
  return { ...draft, confidence: 'likely', reason, parts: spread(amountCents, open) };
}

function byPayer(
  line: MatchLine,
  reference: { readonly payerId: number; readonly schoolId: number },
  knowledge: MatchKnowledge,
  free: FreeAmounts,
): BookDraft | null {
  const { amountCents } = line.movement;
  const households = knowledge.payers.get(reference.payerId) ?? [];
  const places = households.map((payer) => ({
    payer,
    open: openParts(payer.householdId, reference.payerId, reference.schoolId, knowledge, free, line.movement.valueDate),
  }));
  // Who owes in two households: where the amount fits, else where something is open.
  const place =
    places.find(({ open }) => findExactFit(amountCents, open)) ??
    places.find(({ open }) => open.length > 0) ??
    places[0];
  if (!place) return null;
  const { open } = place;
  const { householdId, householdName } = place.payer;
  const draft = { ...reference, householdId, householdName, rule: 'payerReference' } as const;
  const named = 'eigen mededeling van de betaler';
  if (open.length === 0) {
    const reason = `${named}, maar er staat niets meer open: ${formatCents(amountCents)} wordt tegoed`;
    return { ...draft, confidence: 'likely', reason, parts: [] };
  }
  const fit = findExactFit(amountCents, open);
  if (fit) {
    // Everything, or the oldest so many: what a letter with this reference asked for, before newer bills came.
    const isOrdered = fit.how === 'all' || fit.how === 'inOrder' || fit.parts[0] === open[0];
    const numbers = fit.parts.map(({ claim }) => claim.number).join(', ');
    const what = fit.parts.length === open.length ? 'alles wat open staat' : `facturen ${numbers}`;
    const confidence = isOrdered && !fit.isGuess ? 'certain' : 'likely';
    return { ...draft, confidence, reason: `${named}, bedrag is ${what}`, parts: fit.parts };
  }
  const total = open.reduce((sum, part) => sum + part.amountCents, 0);
  const oldest = open[0]?.claim.dueDate;
  const reason =
    amountCents > total
      ? `${named}, ${formatCents(amountCents - total)} meer dan er open staat: dat wordt tegoed`
      : `${named}, op de oudste facturen eerst${oldest ? ` (vanaf ${formatPlainDate(oldest)})` : ''}`;
  return { ...draft, confidence: 'likely', reason, parts: spread(amountCents, open) };
}

/** The number of an invoice of this school in the communication, with exactly what is open. */
function byNumber(line: MatchLine, knowledge: MatchKnowledge, free: FreeAmounts): BookDraft | null {
  const { movement } = line;
  const claims = line.accountSchoolIds.flatMap((schoolId) =>
    numbersOf(movement).flatMap((number) => knowledge.claimsByNumber.get(numberKey(schoolId, number)) ?? []),
  );
  const [claim] = claims;
  if (!claim || claims.length > 1 || free.of(claim) !== movement.amountCents) return null;
  const reason = `nummer van factuur ${claim.number} in de mededeling, bedrag klopt`;
  const parts = [{ claim, amountCents: movement.amountCents }];
  return { ...towards(claim), payerId: null, confidence: 'likely', rule: 'reference', reason, parts };
}

function towards({
  schoolId,
  householdId,
  householdName,
}: MatchClaim): Pick<BookDraft, 'schoolId' | 'householdId' | 'householdName'> {
  return { schoolId, householdId, householdName };
}
