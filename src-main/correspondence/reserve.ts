import { isCredit, isDue } from '#shared/correspondence/totals.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { addEvent, keepEvidence, type Mark } from './outbox-marks.ts';
import { givePayerReference } from './payer-references.ts';
import { type ComposedMessage, leavingMessages, type Prepared } from './prepare.ts';

export type Batch = {
  readonly requestKey: string;
  readonly requestSha256: string;
  readonly asOf: string;
};

/**
 * Writes a batch and all its messages into the outbox; call it inside one transaction. A letter is reserved with the
 * bytes of its PDF, which `letterOf` has ready.
 */
export function reserveBatch(
  store: Store,
  mark: Mark,
  prepared: Prepared,
  batch: Batch,
  letterOf: (message: ComposedMessage) => Buffer,
): number {
  const batchId = Number(
    statement(
      store,
      `INSERT INTO batches (text_id, request_key, request_sha256, as_of, author, created_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ).run(prepared.text.textId, batch.requestKey, batch.requestSha256, batch.asOf, mark.actor, mark.at).lastInsertRowid,
  );
  for (const message of leavingMessages(prepared)) {
    const own = prepared.payerReferences.get(message.draft.messageKey);
    const payerReference = own === message.draft.facts.structuredReference ? (own ?? null) : null;
    const letter = message.draft.destination.channel === 'letter' ? letterOf(message) : null;
    reserveMessage(store, mark, batchId, { message, letter, payerReference });
  }
  return batchId;
}

type Reserving = {
  readonly message: ComposedMessage;
  /** The bytes of its PDF; null for an e-mail, whose bytes are made when it leaves. */
  readonly letter: Buffer | null;
  /** The payer's own reference when the message carries it: given for good with it. */
  readonly payerReference: string | null;
};

/** Writes one message into the outbox with everyone it speaks to and what it asks; call it inside a transaction. */
export function reserveMessage(
  store: Store,
  mark: Mark,
  batchId: number,
  { message, letter, payerReference }: Reserving,
): number {
  const sha256 = letter === null ? null : keepEvidence(store, mark, 'application/pdf', letter);
  const messageId = insertMessage(store, mark, batchId, message, sha256);
  insertPayersAndItems(store, batchId, messageId, message);
  addEvent(store, mark, { messageId, status: 'reserved', detail: sha256 === null ? '' : `SHA-256 ${sha256}` });
  const { facts } = message.draft;
  if (payerReference !== null) {
    givePayerReference(store, { payerId: facts.payers[0].payerId, schoolId: facts.sender.schoolId }, payerReference);
  }
  return messageId;
}

function insertMessage(
  store: Store,
  mark: Mark,
  batchId: number,
  message: ComposedMessage,
  sha256: string | null,
): number {
  const { draft, version, composed } = message;
  const { facts, destination } = draft;
  const { lastInsertRowid } = statement(
    store,
    `INSERT INTO messages (batch_id, school_id, household_id, payer_id, third_party_payer_id, channel, text_version_id,
         language, recipient_name, recipient_address, subject, model, total_cents, structured_reference,
         evidence_sha256, reserved_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    batchId,
    facts.sender.schoolId,
    facts.household.householdId,
    facts.payers[0].payerId,
    facts.thirdParty?.thirdPartyPayerId ?? null,
    destination.channel,
    version.textVersionId,
    draft.language,
    composed.model.recipient.name,
    destination.address,
    composed.model.subject,
    JSON.stringify(composed.model),
    draft.totalCents,
    facts.structuredReference,
    sha256,
    mark.at,
  );
  return Number(lastInsertRowid);
}

function insertPayersAndItems(store: Store, batchId: number, messageId: number, { draft }: ComposedMessage): void {
  const { facts } = draft;
  const payer = statement(
    store,
    'INSERT INTO message_payers (message_id, payer_id, batch_id, school_id) VALUES (?, ?, ?, ?)',
  );
  for (const { payerId } of facts.payers) payer.run(messageId, payerId, batchId, facts.sender.schoolId);
  const item = statement(
    store,
    'INSERT INTO message_items (message_id, invoice_id, school_id, amount_cents) VALUES (?, ?, ?, ?)',
  );
  for (const one of facts.items) {
    // What is not yet due is information in the text, not something this message asks for.
    if (isDue(one) || isCredit(one)) item.run(messageId, one.invoiceId, facts.sender.schoolId, one.amountCents);
  }
}
