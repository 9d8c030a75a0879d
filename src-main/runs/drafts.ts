import type { Channel } from '#shared/api/schemas.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { destinationOf, type Destination } from '#shared/correspondence/destination.ts';
import { factsOf } from '#shared/correspondence/facts-of.ts';
import type { ItemFacts } from '#shared/correspondence/message-facts.ts';
import { byNumber } from '#shared/correspondence/order.ts';
import { messageKeyOf } from '#shared/correspondence/plan-input.ts';
import { type DraftMessage, textLanguage } from '#shared/correspondence/plan-messages.ts';
import { planNotes } from '#shared/correspondence/plan-notes.ts';
import { type Candidate, mergeSharedAddresses } from '#shared/correspondence/shared-address.ts';
import { messageTotals } from '#shared/correspondence/totals.ts';
import { isMessageChannel } from '#shared/dunning/procedure-rules.ts';
import type { Proposal } from '#shared/dunning/decision.ts';
import type { StageChannel } from '#shared/dunning/procedure.ts';
import { termDaysOn } from '#main/law/term.ts';
import type { SendableText } from '#main/correspondence/text-versions.ts';
import type { Store } from '#main/store/store.ts';
import { type ComposeFacts, composeFacts } from './compose-facts.ts';
import { runTexts } from './run-texts.ts';

/** A proposal that is to become a message or a piece of work. */
export type ComposeRequest = {
  readonly proposal: Proposal;
  /** What a person chose in the place of the channel of the stage. */
  readonly chosenChannel: StageChannel | null;
  /** Number of the school, "2026-00012"; null as long as the run has not started. */
  readonly letterNumber: string | null;
};

/** One message or piece of work of a run, before its words are filled in. */
export type ProposalDraft = {
  readonly requests: readonly [ComposeRequest, ...ComposeRequest[]];
  readonly channel: StageChannel;
  /** Null: no text was chosen, or it does not exist. */
  readonly text: SendableText | null;
  /** Null: work for a person, or nobody can be reached. */
  readonly draft: DraftMessage | null;
  readonly exceptions: readonly { readonly code: string; readonly sentence: string }[];
};

/** A proposal on its way to a message. */
type Going = {
  readonly request: ComposeRequest;
  readonly channel: 'email' | 'letter' | 'registeredLetter';
} & Candidate;

/** Told by the proposal itself, or true of nearly every couple. */
const toldElsewhere: ReadonlySet<string> = new Set([
  'thirdPartyPayer',
  'splitShare',
  'creditInHousehold',
  'sharedAddress',
]);

/**
 * Who gets which message of a run, where and in which language: one per payer, and one together for jointly liable payers
 * of one household who get the same stage by the same channel for the same items at the same address.
 */
export function draftProposals(
  store: Store,
  requests: readonly ComposeRequest[],
  { asOf }: { readonly asOf: PlainDate },
): ProposalDraft[] {
  const facts = composeFacts(
    store,
    requests.map(({ proposal }) => proposal),
    asOf,
  );
  const texts = runTexts(store);
  const lawTermDays = termDaysOn(store, asOf);
  const place = new Map(requests.map((request, index) => [request, index]));
  const alone: ProposalDraft[] = [];
  const going: Going[] = [];
  for (const request of requests) {
    const channel = request.chosenChannel ?? request.proposal.channel;
    const one = isMessage(channel) ? candidateOf(request, channel, facts, texts(request.proposal.textId)) : null;
    if (one) going.push(one);
    else alone.push(withoutMessage(request, channel));
  }
  going.sort(byNumber(({ payer }) => payer.payerId));
  const groups = [...Map.groupBy(going, groupKey).values()].flatMap((group) => {
    const requestOf = new Map<Candidate, Going>(group.map((one) => [one, one]));
    return mergeSharedAddresses(group, () => undefined).map((together) =>
      together.flatMap((candidate) => requestOf.get(candidate) ?? []),
    );
  });
  const drafts = groups.map((group) => draftOf(group, { facts, texts, asOf, lawTermDays }));
  const first = ({ requests: [one] }: ProposalDraft): number => place.get(one) ?? 0;
  return [...alone, ...drafts].sort((a, b) => first(a) - first(b));
}

function isMessage(channel: StageChannel): channel is Going['channel'] {
  return isMessageChannel(channel);
}

function withoutMessage(request: ComposeRequest, channel: StageChannel): ProposalDraft {
  const exceptions = isMessage(channel)
    ? [{ code: 'unreachable', sentence: 'Geen bruikbaar adres: deze betaler kan geen bericht krijgen.' }]
    : [];
  return { requests: [request], channel, text: null, draft: null, exceptions };
}

/** Only what leaves in the same way can be one message. */
function groupKey({ request: { proposal }, channel }: Going): string {
  const { schoolId, procedureId, procedureVersionId, stage, textId } = proposal;
  return [schoolId, procedureId, procedureVersionId, stage, textId, channel].join('|');
}

/** The wanted channel when there is such an address, else the other one; null: neither. What a person chose also goes where mail came back. */
function candidateOf(
  request: ComposeRequest,
  wanted: Going['channel'],
  facts: ComposeFacts,
  text: SendableText | null,
): Going | null {
  const { proposal, chosenChannel } = request;
  const payer = facts.payer(proposal.payerId);
  const thirdParty = facts.thirdParty(payer.thirdPartyPayerId);
  const post: Channel = wanted === 'email' ? 'email' : 'letter';
  const destination =
    chosenChannel === null
      ? destinationOf({ ...payer, channel: post }, thirdParty && { ...thirdParty, channel: post }, undefined)
      : destinationOf(payer, thirdParty, post);
  if (!destination) return null;
  const items = facts.items(proposal);
  const available = text?.versions.map(({ language }) => language) ?? [];
  return {
    request,
    channel: destination.channel === 'email' ? 'email' : wanted === 'email' ? 'letter' : wanted,
    owed: {
      payerId: proposal.payerId,
      schoolId: proposal.schoolId,
      items,
      heldDueCount: 0,
      allJoint: items.every(isWhole) && proposal.notes.every(({ code }) => code !== 'splitShare'),
      hasSplitShare: false,
    },
    payer,
    school: facts.school(proposal.schoolId),
    thirdParty,
    destination,
    language: textLanguage((thirdParty ?? payer).language, available),
  };
}

/** What is asked of it is all that is open: another payer may owe exactly the same. */
function isWhole({ amountCents, openCents }: ItemFacts): boolean {
  return amountCents === openCents || amountCents < 0;
}

type Making = {
  readonly facts: ComposeFacts;
  readonly texts: (textId: number | null) => SendableText | null;
  readonly asOf: PlainDate;
  readonly lawTermDays: number;
};

function draftOf(group: readonly Going[], { facts, texts, asOf, lawTermDays }: Making): ProposalDraft {
  const [first, ...others] = group;
  if (!first) throw new RangeError('A message for nobody');
  const { owed, school, thirdParty, destination, language, request, channel } = first;
  const { letterNumber, proposal } = request;
  const messageFacts = {
    ...factsOf({
      input: { asOf, pupils: facts.pupils(owed.items), payerReferences: facts.payerReferences, lawTermDays },
      payers: [first.payer, ...others.map(({ payer }) => payer)],
      school,
      thirdParty,
      items: owed.items,
      householdName: facts.householdName(first.payer.householdId),
      channel: destination.channel,
    }),
    letterNumber,
    lumpSumCents: facts.lumpSum(proposal, owed.items),
  };
  const recent = group.flatMap(({ payer }) => facts.recent(payer.payerId, school.schoolId));
  const notes = planNotes({
    facts: messageFacts,
    destination,
    language,
    hasSplitShare: false,
    stillDueCents: 0,
    recent,
    edit: null,
  }).filter(({ code }) => !toldElsewhere.has(code));
  return {
    requests: [request, ...others.map((other) => other.request)],
    channel,
    text: texts(proposal.textId),
    draft: {
      messageKey: messageKeyOf(first.payer.payerId, school.schoolId),
      facts: messageFacts,
      destination,
      language,
      totalCents: messageTotals(owed.items).totalCents,
      exceptions: notes,
      edit: null,
      dropped: false,
    },
    exceptions: [...notes, ...registeredNote(request, destination), ...preferenceNote(first)],
  };
}

type Note = { readonly code: string; readonly sentence: string };

function registeredNote({ chosenChannel, proposal }: ComposeRequest, { channel }: Destination): Note[] {
  if ((chosenChannel ?? proposal.channel) !== 'registeredLetter' || channel === 'letter') return [];
  return [{ code: 'notRegistered', sentence: 'Een aangetekende brief kan niet zonder postadres.' }];
}

function preferenceNote({ request, payer, thirdParty, channel }: Going): Note[] {
  if (request.chosenChannel !== null || channel !== 'email' || (thirdParty ?? payer).channel === 'email') return [];
  return [{ code: 'prefersLetter', sentence: 'Krijgt liever een brief; deze fase gaat per e-mail.' }];
}
