import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import type { SenderFacts } from '#shared/correspondence/message-facts.ts';
import type { StageChannel } from '#shared/dunning/procedure.ts';
import { readMailSettings } from '#main/correspondence/mail-settings.ts';
import { type ComposedMessage, messageBlockers } from '#main/correspondence/prepare.ts';
import type { SendableText } from '#main/correspondence/text-versions.ts';
import type { Store } from '#main/store/store.ts';
import { type ComposeRequest, draftProposals, type ProposalDraft } from './drafts.ts';

export type ComposedProposal = {
  /** The proposals it carries: one, or those of jointly liable payers who get one message together. The first gives its number. */
  readonly requests: readonly [ComposeRequest, ...ComposeRequest[]];
  /** The channel as it leaves; a letter or e-mail follows from the addresses when the wanted one cannot. */
  readonly channel: StageChannel;
  /** Null: a call, a talk, a hand-over, or nobody can be reached. */
  readonly message: ComposedMessage | null;
  /** The reference of this payer for several bills, when the message carries it: to be given for good when it is reserved. */
  readonly payerReference: string | null;
  /** Printed as the last day to pay; null without a message. */
  readonly payBefore: PlainDate | null;
  /** What deserves a look. */
  readonly exceptions: readonly { readonly code: string; readonly sentence: string }[];
  /** Why it cannot leave, in Dutch; empty: it may. */
  readonly blockers: readonly string[];
};

/**
 * Fills in the messages of a run as they would leave on `asOf`, in the order of the proposals. Calls, talks and hand-overs
 * come back without a message, as does a message for who cannot be reached.
 */
export function composeProposals(
  store: Store,
  proposals: readonly ComposeRequest[],
  { asOf }: { readonly asOf: PlainDate },
): ComposedProposal[] {
  return composeDrafts(store, draftProposals(store, proposals, { asOf }));
}

/** Fills in the words of drafts. */
export function composeDrafts(store: Store, drafts: readonly ProposalDraft[]): ComposedProposal[] {
  const hasMailServer = readMailSettings(store) !== null;
  return drafts.map((one) => composeDraft(one, hasMailServer));
}

function composeDraft(
  { requests, channel, text, draft, exceptions }: ProposalDraft,
  hasMailServer: boolean,
): ComposedProposal {
  if (draft === null || text === null) {
    const blockers = draft === null ? [] : [textMissing(requests[0])];
    return { requests, channel, message: null, payerReference: null, payBefore: null, exceptions, blockers };
  }
  const version = text.versions.find(({ language }) => language === draft.language) ?? text.versions[0];
  const message = { draft, version, composed: composeLetter(draft.facts, version) };
  const { facts } = draft;
  const isOfInvoice = facts.items.some(({ structuredReference }) => structuredReference === facts.structuredReference);
  return {
    requests,
    channel,
    message,
    payerReference: isOfInvoice ? null : facts.structuredReference,
    payBefore: facts.payBefore,
    exceptions,
    blockers: [...stageBlockers(requests[0], text, facts.sender), ...messageBlockers(text, message, hasMailServer)],
  };
}

function textMissing({ proposal: { stage, stageName } }: ComposeRequest): string {
  return `Fase ${stage} (${stageName}) heeft geen tekst. Kies er een bij Procedures.`;
}

/** What the law asks of the first reminder is printed, or it does not leave. Source: art. XIX.2 WER, law.md 1.2a. */
function stageBlockers({ proposal }: ComposeRequest, text: SendableText, sender: SenderFacts): string[] {
  return [
    ...(text.archived ? [`De tekst "${text.name}" is gearchiveerd. Kies een andere bij Procedures.`] : []),
    ...(proposal.stage === 1 && !sender.enterpriseNumber
      ? [
          `Bij ${sender.name} is geen ondernemingsnummer (KBO) ingevuld (Instellingen, School): een eerste herinnering moet het noemen.`,
        ]
      : []),
  ];
}
