import type { Language } from '../api/schemas.ts';
import type { MessageEdit } from './contract.ts';
import { type Destination, destinationOf, type ExceptionNote } from './destination.ts';
import { type Exclusion, exclusionSentence } from './exclusion-sentences.ts';
import { addressees } from './addressees.ts';
import { factsOf } from './facts-of.ts';
import type { MessageFacts } from './message-facts.ts';
import { byNumber, byText } from './order.ts';
import { owedItems, type PayerItems } from './payer-items.ts';
import { messageKeyOf, type PlanInput, type RecentContact } from './plan-input.ts';
import { planNotes } from './plan-notes.ts';
import { payerName } from './recipient.ts';
import { type Candidate, mergeSharedAddresses, type Together } from './shared-address.ts';
import { isUpcoming, messageTotals } from './totals.ts';

/** One message as it would leave; nothing is stored yet. */
export type DraftMessage = {
  readonly messageKey: string;
  readonly facts: MessageFacts;
  readonly destination: Destination;
  /** The language version of the text that is used. */
  readonly language: Language;
  readonly totalCents: number;
  readonly exceptions: readonly ExceptionNote[];
  readonly edit: MessageEdit | null;
  readonly dropped: boolean;
};

export type MessagePlan = { readonly messages: readonly DraftMessage[]; readonly excluded: readonly Exclusion[] };

/**
 * Decides who gets a message and who does not and why. One message per payer per school; jointly liable payers of one
 * household who owe exactly the same and share address and language get one together; a third-party payer receives it
 * in the payer's place. A text that asks for nothing goes to the payers of the chosen pupils instead. Held items are left out, credits of the household are netted first, and without anything to pay
 * there is no message. The same rows in any order give the same plan. Source: domain.md "One decision", S-07, S-20.
 */
export function planMessages(input: PlanInput): MessagePlan {
  const owedNow = owedItems(input);
  const { perPayer, orphans } = input.asksPayment
    ? owedNow
    : { perPayer: addressees(input, owedNow.perPayer), orphans: [] };
  const excluded: Exclusion[] = [];
  const candidates: Candidate[] = [];
  const context = indexed(input);
  for (const owed of perPayer) {
    const payer = context.payer(owed.payerId);
    const school = context.school(owed.schoolId);
    if (input.selectedPayerIds !== null && !input.selectedPayerIds.has(payer.payerId)) continue;
    const reason =
      (input.asksPayment ? reasonNotTo(owed) : onlyHeld(owed, input.heldPayerIds.has(owed.payerId))) ??
      undecided(context.recent(messageKeyOf(owed.payerId, owed.schoolId)));
    const thirdParty = context.thirdParty(payer.thirdPartyPayerId);
    const destination = destinationOf(payer, thirdParty, undefined);
    if (reason || !destination) {
      const why = reason ?? ({ reason: 'unreachable' } as const);
      excluded.push({
        householdId: payer.householdId,
        householdName: context.householdName(payer.householdId),
        payerId: payer.payerId,
        schoolId: school.schoolId,
        payerName: payerName(payer),
        reason: why.reason,
        sentence: exclusionSentence(why),
      });
    } else {
      const language = textLanguage((thirdParty ?? payer).language, input.textLanguages);
      candidates.push({ owed, payer, school, thirdParty, destination, language });
    }
  }
  const chosenChannel = (messageKey: string) => context.edit(messageKey)?.channel;
  const messages = mergeSharedAddresses(candidates, chosenChannel).map((together) => draftOf(together, input, context));
  return {
    messages: messages.sort(
      byText(
        (message) => (message.exceptions.length > 0 ? '0' : '1'),
        (message) => message.facts.household.name,
        (message) => message.facts.sender.name,
        (message) => message.messageKey.padStart(24, '0'),
      ),
    ),
    excluded: [
      ...withoutNoise(excluded, messages),
      ...orphanExclusions(orphans, context),
      ...householdsWithout(input, perPayer, orphans, context),
    ].sort(
      byText(
        (one) => one.householdName,
        (one) => one.payerName ?? '',
        (one) => `${one.householdId}-${one.schoolId ?? 0}-${one.sentence}`,
      ),
    ),
  };
}

/** That nothing is due at one school is not worth a line for who hears from another; and for two schools it is one line. */
function withoutNoise(excluded: readonly Exclusion[], messages: readonly DraftMessage[]): Exclusion[] {
  const named = new Set(messages.flatMap((message) => message.facts.payers.map((payer) => payer.payerId)));
  for (const one of excluded) if (one.payerId !== null && one.reason !== 'nothingDue') named.add(one.payerId);
  return excluded.filter((one) => {
    if (one.reason !== 'nothingDue' || one.payerId === null) return true;
    if (named.has(one.payerId)) return false;
    named.add(one.payerId);
    return true;
  });
}

/** Why this payer gets no message from this school, whatever the address; undefined when there is something to ask. */
function reasonNotTo(
  owed: PayerItems,
): Exclude<Parameters<typeof exclusionSentence>[0], { reason: 'noPayer' }> | undefined {
  const { dueCents, creditCents } = messageTotals(owed.items);
  if (dueCents > 0) return creditCents >= dueCents ? { reason: 'creditCovers', dueCents, creditCents } : undefined;
  if (owed.heldDueCount > 0) return { reason: 'allHeld', count: owed.heldDueCount };
  return { reason: 'nothingDue', upcoming: owed.items.filter(isUpcoming).length };
}

/**
 * A hold also stops a message that asks for nothing, as long as nothing else is due: silence was agreed. A payer who is held
 * by name hears nothing at all.
 */
function onlyHeld(
  { heldDueCount, stillDueCents = 0 }: PayerItems,
  isHeld: boolean,
): { readonly reason: 'allHeld'; readonly count: number } | undefined {
  return isHeld || (heldDueCount > 0 && stillDueCents === 0) ? { reason: 'allHeld', count: heldDueCount } : undefined;
}

/** Nothing goes to a payer as long as nobody knows whether the message before it left. Source: domain.md "One decision". */
function undecided(recent: readonly RecentContact[]): { readonly reason: 'undecided' } | undefined {
  return recent.some((contact) => contact.status === 'uncertain') ? { reason: 'undecided' } : undefined;
}

/** The payer's language when the text has it, else Dutch, else what there is. */
export function textLanguage(wanted: Language, available: readonly Language[]): Language {
  if (available.includes(wanted)) return wanted;
  return available.includes('nl') ? 'nl' : (available[0] ?? 'nl');
}

function draftOf(together: Together, input: PlanInput, context: Indexed): DraftMessage {
  const [first] = together;
  const payers = together.map((candidate) => candidate.payer).sort(byNumber((payer) => payer.payerId));
  const messageKey = messageKeyOf(first.payer.payerId, first.school.schoolId);
  const edit = context.edit(messageKey) ?? null;
  const facts = factsOf({
    input,
    payers: [first.payer, ...payers.filter((payer) => payer !== first.payer)],
    school: first.school,
    thirdParty: first.thirdParty,
    items: first.owed.items,
    householdName: context.householdName(first.payer.householdId),
    channel: first.destination.channel,
    about: first.owed.about,
  });
  return {
    messageKey,
    facts,
    destination: first.destination,
    language: first.language,
    totalCents: messageTotals(facts.items).totalCents,
    exceptions: planNotes({
      facts,
      destination: first.destination,
      language: first.language,
      hasSplitShare: first.owed.hasSplitShare,
      stillDueCents: first.owed.stillDueCents ?? 0,
      recent: payers.flatMap((payer) => context.recent(messageKeyOf(payer.payerId, first.school.schoolId))),
      edit,
    }),
    edit,
    dropped: edit?.drop === true,
  };
}

type Orphans = ReturnType<typeof owedItems>['orphans'];

/** Overdue money that nobody is asked for is named, never passed over. */
function orphanExclusions(orphans: Orphans, context: Indexed): Exclusion[] {
  return orphans.map(({ invoice, cents }) => {
    const householdId = context.householdOfPupil(invoice.pupilId);
    return {
      householdId,
      householdName: context.householdName(householdId),
      payerId: null,
      schoolId: invoice.schoolId,
      payerName: null,
      reason: 'noLiablePayer' as const,
      sentence: exclusionSentence({ reason: 'noLiablePayer', number: invoice.number, cents }),
    };
  });
}

/** Picked households about which nothing else is said: nothing is open there. */
function householdsWithout(
  input: PlanInput,
  perPayer: readonly PayerItems[],
  orphans: Orphans,
  context: Indexed,
): Exclusion[] {
  const named = new Set(orphans.map(({ invoice }) => context.householdOfPupil(invoice.pupilId)));
  for (const owed of perPayer) {
    if (input.selectedPayerIds !== null && !input.selectedPayerIds.has(owed.payerId)) continue;
    named.add(context.payer(owed.payerId).householdId);
    for (const item of owed.items) named.add(context.householdOfPupil(item.pupilId));
    for (const pupilId of owed.about ?? []) named.add(context.householdOfPupil(pupilId));
  }
  return [...input.selectedHouseholdIds]
    .filter((householdId) => !named.has(householdId))
    .map((householdId) => ({
      householdId,
      householdName: context.householdName(householdId),
      payerId: null,
      schoolId: null,
      payerName: null,
      reason: input.asksPayment ? ('nothingDue' as const) : ('noLiablePayer' as const),
      sentence: exclusionSentence(input.asksPayment ? { reason: 'nothingDue', upcoming: 0 } : { reason: 'noPayer' }),
    }));
}

type Indexed = ReturnType<typeof indexed>;

function indexed(input: PlanInput) {
  const payers = new Map(input.payers.map((payer) => [payer.payerId, payer]));
  const schools = new Map(input.schools.map((school) => [school.schoolId, school]));
  const thirdParties = new Map(input.thirdParties.map((party) => [party.thirdPartyPayerId, party]));
  const households = new Map(input.households.map((household) => [household.householdId, household.name]));
  const pupils = new Map(input.pupils.map((pupil) => [pupil.pupilId, pupil]));
  const edits = new Map(input.edits.map((edit) => [edit.messageKey, edit]));
  const recent = Map.groupBy(input.recentContacts, (contact) => messageKeyOf(contact.payerId, contact.schoolId));
  return {
    payer: (payerId: number) => found(payers.get(payerId), 'payer', payerId),
    school: (schoolId: number) => found(schools.get(schoolId), 'school', schoolId),
    thirdParty: (id: number | null) => (id === null ? null : found(thirdParties.get(id), 'third party', id)),
    householdName: (householdId: number) => found(households.get(householdId), 'household', householdId),
    householdOfPupil: (pupilId: number) => found(pupils.get(pupilId), 'pupil', pupilId).householdId,
    edit: (messageKey: string) => edits.get(messageKey),
    recent: (key: string) => recent.get(key) ?? [],
  };
}

function found<Row>(row: Row | undefined, what: string, rowId: number): Row {
  if (row === undefined) throw new Error(`The plan was given no ${what} ${rowId}`);
  return row;
}
