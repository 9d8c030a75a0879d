import { createHash } from 'node:crypto';
import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { asksPayment } from '#shared/correspondence/asks-payment.ts';
import { type ComposableText, type ComposedLetter, composeLetter } from '#shared/correspondence/compose.ts';
import type { MessageEdit, PlannedMessage, Preparation, Selection } from '#shared/correspondence/contract.ts';
import { type DraftMessage, type MessagePlan, planMessages } from '#shared/correspondence/plan-messages.ts';
import { askedTogether } from '#shared/correspondence/totals.ts';
import { type Schools, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { gatherFacts, scopeOf } from './facts.ts';
import { readMailSettings } from './mail-settings.ts';
import { type SendableText, sendableText, type SendableVersion } from './text-versions.ts';

export type PlanRequest = {
  readonly selection: Selection;
  readonly textId: number;
  readonly edits: readonly MessageEdit[];
};

/** A message with every word filled in; the letter model is what is previewed, stored, mailed and printed. */
export type ComposedMessage = {
  readonly draft: DraftMessage;
  readonly version: SendableVersion;
  readonly composed: ComposedLetter;
};

export type Prepared = {
  readonly text: SendableText;
  readonly plan: MessagePlan;
  readonly messages: readonly ComposedMessage[];
  readonly blockers: readonly string[];
  /** Under `payerId-schoolId`: the reference of a payer for several invoices, given or proposed. */
  readonly payerReferences: ReadonlyMap<string, string>;
};

/** What `send` would send at this moment: preparing, previewing and sending all come through here. */
export function prepareMessages(
  store: Store,
  request: PlanRequest,
  today: PlainDate,
  schools: Schools = 'all',
): Prepared {
  const text = sendableText(store, request.textId);
  const asks = asksPayment(text.versions);
  const scope = scopeOf(store, request.selection, schools);
  const facts = gatherFacts(store, scope, {
    asOf: today,
    today,
    textLanguages: text.versions.map((version) => version.language),
    edits: request.edits,
    asksPayment: asks,
  });
  const plan = planMessages(facts);
  const messages = plan.messages.map((draft) => composeDraft(draft, text));
  const blockers = blockersOf(store, text, messages);
  return { text, plan, messages, blockers, payerReferences: facts.payerReferences };
}

function composeDraft(draft: DraftMessage, text: SendableText): ComposedMessage {
  const version = text.versions.find(({ language }) => language === draft.language) ?? text.versions[0];
  return { draft, version, composed: composeLetter(draft.facts, editedText(version, draft.edit)) };
}

/** The text with what the user changed for one message. */
function editedText(version: SendableVersion, edit: MessageEdit | null): ComposableText {
  return { language: version.language, subject: edit?.subject ?? version.subject, body: edit?.body ?? version.body };
}

/** Whatever stops the whole batch, each sentence once. */
function blockersOf(store: Store, text: SendableText, messages: readonly ComposedMessage[]): string[] {
  const hasMailServer = readMailSettings(store) !== null;
  const blockers = text.archived ? ['Deze tekst is gearchiveerd. Kies een andere tekst.'] : [];
  return [
    ...new Set([
      ...blockers,
      ...leavingMessages({ messages }).flatMap((message) => messageBlockers(text, message, hasMailServer)),
    ]),
  ];
}

/** Why one message cannot leave, in Dutch; empty: it may. */
export function messageBlockers(
  text: Pick<SendableText, 'schoolId'>,
  { draft, composed }: ComposedMessage,
  hasMailServer: boolean,
): string[] {
  const { sender } = draft.facts;
  const where =
    draft.edit?.body || draft.edit?.subject
      ? `Het bericht aan ${composed.model.recipient.name}`
      : `De tekst (${draft.language})`;
  return [
    ...(text.schoolId !== null && text.schoolId !== sender.schoolId
      ? [`Deze tekst is van een andere school dan ${sender.name}.`]
      : []),
    ...(draft.facts.items.length > 0 && !sender.iban
      ? [`Bij ${sender.name} is geen rekeningnummer ingevuld (Instellingen, School).`]
      : []),
    ...composed.problems.map((problem) => `${where}: ${problem.sentence}`),
    ...(draft.destination.channel === 'email' && !hasMailServer
      ? ['De mailserver is nog niet ingesteld (Instellingen, E-mail). Er kan nog geen e-mail vertrekken.']
      : []),
  ];
}

/** The messages of a preparation that the user did not drop. */
export function leavingMessages(prepared: Pick<Prepared, 'messages'>): ComposedMessage[] {
  return prepared.messages.filter(({ draft }) => !draft.dropped);
}

/** Stands for every word, amount, reference and address that would leave: two preparations have the same only when all is. */
export function fingerprintOf(prepared: Pick<Prepared, 'messages'>): string {
  const hash = createHash('sha256');
  for (const { draft, version, composed } of leavingMessages(prepared)) {
    const { messageKey, destination, totalCents } = draft;
    const payerIds = draft.facts.payers.map((payer) => payer.payerId);
    hash.update(
      JSON.stringify([
        messageKey,
        payerIds,
        destination.channel,
        destination.address,
        totalCents,
        version.textVersionId,
        composed.model,
      ]),
    );
  }
  return hash.digest('hex');
}

/** Everything read by `work` is of one moment, whatever others write meanwhile. */
function readTogether<Result>(store: Store, work: () => Result): Result {
  return store.sql.transaction(work).deferred();
}

/** Who gets what by which channel, and who does not and why. Nothing is stored. */
export function prepare(context: Context, request: PlanRequest): Preparation {
  const prepared = readTogether(context.store, () =>
    prepareMessages(context.store, request, context.clock.today(), schoolsOf(context)),
  );
  const { plan, messages, blockers } = prepared;
  const leaving = leavingMessages(prepared);
  const emails = leaving.filter(({ draft }) => draft.destination.channel === 'email').length;
  return {
    messages: messages.map(plannedMessage),
    excluded: plan.excluded.map(({ householdId, householdName, payerName, reason, sentence }) => ({
      householdId,
      householdName,
      payerName,
      reason,
      sentence,
    })),
    totals: {
      messages: leaving.length,
      emails,
      letters: leaving.length - emails,
      households: new Set(leaving.map(({ draft }) => draft.facts.household.householdId)).size,
      cents: askedTogether(leaving.map(({ draft }) => draft.facts.items)),
    },
    blockers: [...blockers],
    fingerprint: fingerprintOf(prepared),
  };
}

function plannedMessage({ draft, composed }: ComposedMessage): PlannedMessage {
  const { facts, destination } = draft;
  return {
    messageKey: draft.messageKey,
    payerId: facts.payers[0].payerId,
    schoolId: facts.sender.schoolId,
    schoolName: facts.sender.name,
    householdId: facts.household.householdId,
    householdName: facts.household.name,
    recipientName: composed.model.recipient.name,
    thirdPartyPayerName: facts.thirdParty?.name ?? null,
    channel: destination.channel,
    address: destination.address.replaceAll('\n', ', '),
    language: draft.language,
    subject: composed.model.subject,
    pupils: facts.pupils.map((pupil) => `${pupil.firstName} ${pupil.lastName}`.trim()),
    invoiceCount: facts.items.filter((item) => item.amountCents > 0 && item.overdueDays >= 1).length,
    totalCents: draft.totalCents,
    exceptions: draft.exceptions.map((note) => ({ ...note })),
    dropped: draft.dropped,
  };
}

/** One message of a preparation, named by its key. */
export function composedMessage(prepared: Prepared, messageKey: string): ComposedMessage {
  const message = prepared.messages.find(({ draft }) => draft.messageKey === messageKey);
  if (!message) {
    throw new Problem(
      'NOT_FOUND',
      'Dit bericht is er niet meer: er is intussen iets gewijzigd. Bekijk de lijst opnieuw.',
    );
  }
  return message;
}
