import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** A claim as the paper of a plan tells it. */
export type PaperClaimRow = {
  readonly invoiceId: number;
  readonly number: string;
  readonly pupilId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly className: string;
  readonly schoolName: string;
  readonly billingGroup: string;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
};

/** In the order given. */
export function paperClaimRows(store: Store, invoiceIds: readonly number[]): PaperClaimRow[] {
  return statement(
    store,
    `SELECT i.id AS invoiceId, i.number, u.id AS pupilId, u.first_name AS firstName, u.last_name AS lastName,
       u.class_name AS className, s.name AS schoolName, g.name AS billingGroup, i.issue_date AS issueDate, i.due_date AS dueDate
     FROM json_each(?) k CROSS JOIN invoices i ON i.id = k.value CROSS JOIN pupils u ON u.id = i.pupil_id
       CROSS JOIN schools s ON s.id = i.school_id CROSS JOIN billing_groups g ON g.id = i.billing_group_id
     ORDER BY k.key`,
  ).all(JSON.stringify(invoiceIds)) as PaperClaimRow[];
}

/** What a plan is paid with. */
export function planReferenceOf(store: Store, planId: number): string {
  return statement(store, 'SELECT structured_reference FROM plans WHERE id = ?').pluck().get(planId) as string;
}

/** The day on which a version was made. */
export function versionMadeOn(store: Store, versionId: number): PlainDate {
  return statement(store, 'SELECT substr(created_at, 1, 10) FROM plan_versions WHERE id = ?')
    .pluck()
    .get(versionId) as string;
}

/** A message about a plan as it stands in the outbox. */
export type PlanMessageRow = {
  readonly planId: number;
  readonly planVersionId: number;
  /** The instalment that it announces; null: the paper. */
  readonly number: number | null;
  readonly askedCents: number;
  readonly channel: 'email' | 'letter';
  readonly address: string;
  /** JSON. */
  readonly payerIds: string;
  /** Somebody receives it in the payer's place. */
  readonly isThirdParty: 0 | 1;
  /** The address came back since. */
  readonly bounced: 0 | 1;
};

/** Undefined for any other message. */
export function planMessageRow(store: Store, messageId: number): PlanMessageRow | undefined {
  return statement(
    store,
    `SELECT v.plan_id AS planId, x.plan_version_id AS planVersionId, x.number, m.total_cents AS askedCents, m.channel,
       m.recipient_address AS address, m.third_party_payer_id IS NOT NULL AS isThirdParty,
       (SELECT json_group_array(payer_id) FROM message_payers WHERE message_id = m.id) AS payerIds,
       m.channel = 'email' AND m.third_party_payer_id IS NULL AND EXISTS (
         SELECT 1 FROM message_payers own JOIN payers ON payers.id = own.payer_id
         WHERE own.message_id = m.id AND payers.email_bounced_at > m.reserved_at) AS bounced
     FROM plan_messages x JOIN plan_versions v ON v.id = x.plan_version_id JOIN messages m ON m.id = x.message_id
     WHERE x.message_id = ?`,
  ).get(messageId) as PlanMessageRow | undefined;
}

export function addPlanMessage(
  store: Store,
  message: { readonly messageId: number; readonly planVersionId: number; readonly number: number | null },
): void {
  statement(
    store,
    `INSERT INTO plan_messages (message_id, plan_version_id, school_id, number)
     SELECT @messageId, id, school_id, @number FROM plan_versions WHERE id = @planVersionId`,
  ).run(message);
}

export type KnownBatch = { readonly batchId: number; readonly requestSha256: string };

/** The batches that a request made: one, or more when somebody gets more than one message. */
export function batchesOfRequest(store: Store, requestKey: string): KnownBatch[] {
  return statement(
    store,
    `SELECT id AS batchId, request_sha256 AS requestSha256 FROM batches
     WHERE request_key = @requestKey OR request_key GLOB @others ORDER BY id`,
  ).all({ requestKey, others: `${requestKey.replaceAll(/[*?[]/g, '[$&]')}/[0-9]*` }) as KnownBatch[];
}

export function messageIdsOf(store: Store, batchIds: readonly number[]): number[] {
  return statement(store, 'SELECT id FROM messages WHERE batch_id IN (SELECT value FROM json_each(?)) ORDER BY id')
    .pluck()
    .all(JSON.stringify(batchIds)) as number[];
}

export function insertBatch(
  store: Store,
  batch: {
    readonly textId: number;
    readonly requestKey: string;
    readonly requestSha256: string;
    readonly asOf: PlainDate;
    readonly author: string;
    readonly at: string;
  },
): number {
  const { lastInsertRowid } = statement(
    store,
    `INSERT INTO batches (text_id, request_key, request_sha256, as_of, author, created_at)
     VALUES (@textId, @requestKey, @requestSha256, @asOf, @author, @at)`,
  ).run(batch);
  return Number(lastInsertRowid);
}
