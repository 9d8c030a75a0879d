import { createHash } from 'node:crypto';
import { Problem } from '#shared/api/problem.ts';
import type { Channel } from '#shared/api/schemas.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import { destinationOf } from '#shared/correspondence/destination.ts';
import type { MessageFacts } from '#shared/correspondence/message-facts.ts';
import { messageKeyOf, type PlanPayer } from '#shared/correspondence/plan-input.ts';
import { textLanguage } from '#shared/correspondence/plan-messages.ts';
import type { AuditedChange } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { letterAssets } from '#main/correspondence/letter-assets.ts';
import { letterPdf } from '#main/correspondence/letter-pdf.ts';
import { readMailSettings } from '#main/correspondence/mail-settings.ts';
import { markOf } from '#main/correspondence/outbox-marks.ts';
import { type ComposedMessage, messageBlockers } from '#main/correspondence/prepare.ts';
import { reserveMessage } from '#main/correspondence/reserve.ts';
import { startSending } from '#main/correspondence/send.ts';
import type { SendableText } from '#main/correspondence/text-versions.ts';
import type { Store } from '#main/store/store.ts';
import { addPlanMessage, batchesOfRequest, insertBatch, messageIdsOf } from './document-queries.ts';

/** One message about a plan, ready to be reserved. */
export type PlanMessage = {
  readonly planVersionId: number;
  /** The instalment that it announces; null: the paper. */
  readonly number: number | null;
  readonly message: ComposedMessage;
};

/** What a request comes down to at this moment. */
export type PreparedPlanMessages = {
  readonly text: SendableText;
  readonly messages: readonly PlanMessage[];
  readonly audit: AuditedChange;
};

type Request = {
  readonly requestKey: string;
  /** What was asked, so that the same key for something else is refused. */
  readonly asked: unknown;
};

export type SentBatch = { readonly batchId: number; readonly messageIds: number[] };

/** How often letters are drawn again because something changed while they were drawn. */
const mostAttempts = 5;

/**
 * Reserves messages about plans in one transaction with their line of the trail, then starts sending the e-mails: the one way
 * of the outbox. Letters are drawn before, and again when something changed meanwhile. The same request key is the same batch.
 */
export async function sendPlanMessages(
  context: Context,
  request: Request,
  prepare: () => PreparedPlanMessages,
): Promise<SentBatch> {
  const letters = new Map<string, Buffer>();
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const batchIds = reserveOnce(context, request, prepare, letters);
    const [batchId] = batchIds ?? [];
    if (batchIds !== null && batchId !== undefined) {
      for (const one of batchIds) startSending(context, { batchId: one, messageId: null });
      return { batchId, messageIds: messageIdsOf(context.store, batchIds) };
    }
    const assets = letterAssets(context.store);
    for (const { message } of lettersOf(prepare().messages)) {
      const key = letterKey(message);
      if (!letters.has(key)) letters.set(key, await letterPdf(message.composed.model, assets));
    }
  }
  throw new Problem(
    'CONFLICT',
    'De gegevens wijzigen op dit moment te snel. Er is niets verzonden; probeer het zo meteen opnieuw.',
  );
}

/** The batches; null, and nothing written, when a letter still has to be drawn. */
function reserveOnce(
  context: Context,
  request: Request,
  prepare: () => PreparedPlanMessages,
  letters: ReadonlyMap<string, Buffer>,
): number[] | null {
  const { store, clock } = context;
  return store.transaction(() => {
    const requestSha256 = createHash('sha256').update(JSON.stringify(request.asked)).digest('hex');
    const known = knownBatches(store, request.requestKey, requestSha256);
    if (known.length > 0) return known;
    const { text, messages, audit } = prepare();
    refuseBlocked(store, text, messages);
    if (lettersOf(messages).some(({ message }) => !letters.has(letterKey(message)))) return null;
    return runCommand(context, () => {
      const mark = markOf(context);
      const batchIds: number[] = [];
      for (const [index, round] of rounds(messages).entries()) {
        const batchId = insertBatch(store, {
          textId: text.textId,
          requestKey: index === 0 ? request.requestKey : `${request.requestKey}/${index + 1}`,
          requestSha256,
          asOf: clock.today(),
          author: mark.actor,
          at: mark.at,
        });
        batchIds.push(batchId);
        for (const { message, planVersionId, number } of round) {
          const letter = letters.get(letterKey(message)) ?? null;
          const messageId = reserveMessage(store, mark, batchId, { message, letter, payerReference: null });
          addPlanMessage(store, { messageId, planVersionId, number });
        }
      }
      return { result: batchIds, audit: { ...audit, detail: { ...audit.detail, batchIds } } };
    });
  });
}

function knownBatches(store: Store, requestKey: string, requestSha256: string): number[] {
  const known = batchesOfRequest(store, requestKey);
  if (known.every((batch) => batch.requestSha256 === requestSha256)) return known.map(({ batchId }) => batchId);
  throw new Problem(
    'CONFLICT',
    'Vanuit dit venster is al verzonden, voor een andere keuze. Er is nu niets verzonden; begin opnieuw vanuit Openstaand.',
  );
}

function refuseBlocked(store: Store, text: SendableText, messages: readonly PlanMessage[]): void {
  const hasMailServer = readMailSettings(store) !== null;
  const blockers = new Set(messages.flatMap(({ message }) => messageBlockers(text, message, hasMailServer)));
  const [first] = blockers;
  if (first === undefined) return;
  const more = blockers.size > 1 ? ` (en nog ${blockers.size - 1})` : '';
  throw new Problem('REFUSED', `Er is niets verzonden. ${first}${more}`);
}

/** In one batch nobody gets two messages of one school: what is second goes in a batch of its own. */
function rounds(messages: readonly PlanMessage[]): PlanMessage[][] {
  const batches: { readonly taken: Set<string>; readonly messages: PlanMessage[] }[] = [];
  for (const one of messages) {
    const { payers, sender } = one.message.draft.facts;
    const keys = payers.map(({ payerId }) => messageKeyOf(payerId, sender.schoolId));
    let batch = batches.find(({ taken }) => keys.every((key) => !taken.has(key)));
    if (!batch) {
      batch = { taken: new Set(), messages: [] };
      batches.push(batch);
    }
    for (const key of keys) batch.taken.add(key);
    batch.messages.push(one);
  }
  return batches.map((batch) => batch.messages);
}

function lettersOf(messages: readonly PlanMessage[]): PlanMessage[] {
  return messages.filter(({ message }) => message.draft.destination.channel === 'letter');
}

/** A letter is the same letter when its model is the same. */
function letterKey({ composed }: ComposedMessage): string {
  return JSON.stringify(composed.model);
}

/** A message with every word filled in; null: there is no way to reach who it is for. */
export function composedFor(
  text: SendableText,
  facts: MessageFacts,
  payer: PlanPayer,
  { channel, totalCents }: { readonly channel: Channel | null; readonly totalCents: number },
): ComposedMessage | null {
  const destination = destinationOf(payer, facts.thirdParty, channel ?? undefined);
  if (destination === null) return null;
  const language = textLanguage(
    (facts.thirdParty ?? payer).language,
    text.versions.map((version) => version.language),
  );
  const version = text.versions.find((one) => one.language === language) ?? text.versions[0];
  return {
    draft: {
      messageKey: messageKeyOf(payer.payerId, facts.sender.schoolId),
      facts,
      destination,
      language: version.language,
      totalCents,
      exceptions: destination.notes,
      edit: null,
      dropped: false,
    },
    version,
    composed: composeLetter(facts, version),
  };
}
