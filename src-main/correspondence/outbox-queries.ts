import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { MessageStatus, OutboxMessage } from '#shared/correspondence/contract.ts';
import type { OutboxBatch } from '#shared/correspondence/outbox-batch.ts';
import { statement } from '#main/store/statement.ts';
import { withinSchools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';

/** A reserved mail with what is needed to compose it. */
export type MailToSend = {
  readonly messageId: number;
  readonly model: string;
  readonly recipientName: string;
  readonly address: string;
  readonly replyTo: string | null;
  readonly requestKey: string;
  readonly reservedAt: string;
  /** Null: not of a run. */
  readonly runId: number | null;
};

/** Null when the message is no longer a reserved mail. */
export function mailToSend(store: Store, messageId: number): MailToSend | null {
  const row = statement(
    store,
    `SELECT messages.id AS messageId, model, recipient_name AS recipientName, recipient_address AS address,
         coalesce(schools.contact_email, schools.email) AS replyTo, batches.request_key AS requestKey,
         reserved_at AS reservedAt, batches.run_id AS runId
       FROM messages JOIN schools ON schools.id = messages.school_id JOIN batches ON batches.id = batch_id
       WHERE messages.id = ? AND status = 'reserved' AND channel = 'email'`,
  ).get(messageId) as MailToSend | undefined;
  return row ?? null;
}

const outboxColumns = `messages.id AS messageId, batch_id AS batchId, schools.name AS schoolName,
  messages.household_id AS householdId, households.name AS householdName, recipient_name AS recipientName,
  replace(recipient_address, char(10), ', ') AS address, channel, subject, total_cents AS totalCents, status, failure,
  attempts, reserved_at AS reservedAt, finished_at AS finishedAt, evidence_sha256 AS evidenceSha256`;
const outboxTables = `messages JOIN schools ON schools.id = messages.school_id
  JOIN households ON households.id = messages.household_id`;

export type OutboxFilter = {
  readonly batchId?: number | undefined;
  readonly status?: MessageStatus | undefined;
  readonly channel?: 'email' | 'letter' | undefined;
  readonly offset: number;
  readonly limit: number;
};

/** The newest batch first; within a batch what needs a person first. */
export function outboxPage(context: Context, filter: OutboxFilter): { messages: OutboxMessage[]; total: number } {
  const { store } = context;
  const within = withinSchools(context, 'messages.school_id');
  const where = `(@batchId IS NULL OR batch_id = @batchId) AND (@status IS NULL OR status = @status)
    AND (@channel IS NULL OR channel = @channel) ${within.and}`;
  const parameters = {
    batchId: filter.batchId ?? null,
    status: filter.status ?? null,
    channel: filter.channel ?? null,
    offset: filter.offset,
    limit: filter.limit,
    ...within.parameters,
  };
  const messages = store.sql
    .prepare(
      `SELECT ${outboxColumns} FROM ${outboxTables} WHERE ${where}
       ORDER BY batch_id DESC,
         CASE status WHEN 'uncertain' THEN 0 WHEN 'failed' THEN 1 WHEN 'sending' THEN 2 WHEN 'reserved' THEN 3 ELSE 4 END,
         messages.id
       LIMIT @limit OFFSET @offset`,
    )
    .all(parameters) as OutboxMessage[];
  const total = store.sql.prepare(`SELECT count(*) FROM messages WHERE ${where}`).pluck().get(parameters) as number;
  return { messages, total };
}

export function outboxMessageById(store: Store, messageId: number): (OutboxMessage & { model: string }) | null {
  const row = store.sql
    .prepare(`SELECT ${outboxColumns}, model FROM ${outboxTables} WHERE messages.id = ?`)
    .get(messageId) as (OutboxMessage & { model: string }) | undefined;
  return row ?? null;
}

export function messageEvents(
  store: Store,
  messageId: number,
): { at: string; status: string; detail: string; actor: string }[] {
  return store.sql
    .prepare('SELECT at, status, detail, actor FROM message_events WHERE message_id = ? ORDER BY id')
    .all(messageId) as { at: string; status: string; detail: string; actor: string }[];
}

export function messageInvoices(
  store: Store,
  messageId: number,
): { invoiceId: number; number: string; amountCents: number }[] {
  return store.sql
    .prepare(
      `SELECT invoice_id AS invoiceId, number, amount_cents AS amountCents
       FROM message_items JOIN invoices ON invoices.id = invoice_id WHERE message_id = ? ORDER BY due_date, number`,
    )
    .all(messageId) as { invoiceId: number; number: string; amountCents: number }[];
}

type BatchRow = Omit<OutboxBatch, 'counts' | 'textName'> &
  OutboxBatch['counts'] & { readonly textName: string | null; readonly runAsOf: PlainDate | null };

export function outboxBatches(context: Context): OutboxBatch[] {
  const within = withinSchools(context, 'messages.school_id');
  const rows = context.store.sql
    .prepare(
      `SELECT batches.id AS batchId, batches.run_id AS runId, texts.name AS textName, batches.created_at AS at,
         batches.author, (SELECT as_of FROM runs WHERE runs.id = batches.run_id) AS runAsOf,
         count(*) FILTER (WHERE channel = 'email' AND status IN ('reserved', 'sending')) AS emailsReserved,
         count(*) FILTER (WHERE channel = 'email' AND status = 'sent') AS emailsSent,
         count(*) FILTER (WHERE channel = 'email' AND status = 'failed') AS emailsFailed,
         count(*) FILTER (WHERE channel = 'email' AND status = 'uncertain') AS emailsUncertain,
         count(*) FILTER (WHERE channel = 'letter' AND status = 'reserved') AS lettersToPrint,
         count(*) FILTER (WHERE channel = 'letter' AND status = 'sent') AS lettersPrinted,
         count(*) FILTER (WHERE status = 'cancelled') AS cancelled
       FROM batches LEFT JOIN texts ON texts.id = batches.text_id
         ${within.and === '' ? 'LEFT ' : ''}JOIN messages ON messages.batch_id = batches.id ${within.and}
       GROUP BY batches.id ORDER BY batches.id DESC`,
    )
    .all(within.parameters) as BatchRow[];
  return rows.map(({ batchId, runId, textName, runAsOf, at, author, ...counts }) => ({
    batchId,
    runId,
    textName: textName ?? (runAsOf === null ? '' : `Herinneringen van ${formatPlainDate(runAsOf)}`),
    at,
    author,
    counts,
  }));
}

export type Evidence = { readonly sha256: string; readonly mediaType: string; readonly bytes: Buffer };

export function evidenceOf(store: Store, messageId: number): Evidence | null {
  const row = store.sql
    .prepare(
      `SELECT sha256, media_type AS mediaType, bytes FROM messages JOIN evidence ON evidence.sha256 = evidence_sha256
       WHERE messages.id = ?`,
    )
    .get(messageId) as Evidence | undefined;
  return row ?? null;
}

export type LetterRow = {
  readonly messageId: number;
  readonly printedBefore: boolean;
  /** Posted already: printed again as a copy. */
  readonly isSent: boolean;
};

/** Of one batch, or of a run: the ordinary or the registered ones. */
export type LettersOf = { readonly batchId: number } | { readonly runId: number; readonly registered: boolean };

const isRegistered = `EXISTS (SELECT 1 FROM run_proposals p WHERE p.message_id = messages.id
  AND coalesce(p.chosen_channel, p.channel) = 'registeredLetter')`;

/**
 * Letters in printing order: by school, then by postal code and name, so that each school's pile is together and in the
 * order of the post. Those still to be confirmed; when all are, all again.
 */
export function lettersToPrint(store: Store, of: LettersOf): LetterRow[] {
  const rows = store.sql
    .prepare(
      `SELECT messages.id AS messageId, status, recipient_address AS address, recipient_name AS name,
         schools.name AS schoolName,
         EXISTS (SELECT 1 FROM message_events WHERE message_id = messages.id AND message_events.status = 'printed') AS printed
       FROM messages JOIN schools ON schools.id = messages.school_id
       WHERE ${'batchId' in of ? 'batch_id = @batchId' : `batch_id IN (SELECT id FROM batches WHERE run_id = @runId) AND ${isRegistered} = @registered`}
         AND channel = 'letter' AND status IN ('reserved', 'sent') ORDER BY messages.id`,
    )
    .all('batchId' in of ? of : { runId: of.runId, registered: of.registered ? 1 : 0 }) as {
    messageId: number;
    status: string;
    address: string;
    name: string;
    schoolName: string;
    printed: 0 | 1;
  }[];
  const open = rows.filter((row) => row.status === 'reserved');
  const compare = new Intl.Collator('nl-BE').compare;
  return (open.length > 0 ? open : rows)
    .toSorted(
      (a, b) =>
        compare(a.schoolName, b.schoolName) ||
        compare(postalPlace(a.address), postalPlace(b.address)) ||
        compare(a.name, b.name),
    )
    .map(({ messageId, printed, status }) => ({
      messageId,
      printedBefore: printed === 1,
      isSent: status === 'sent',
    }));
}

/** `9000 Gent`: the second line of a postal address. */
function postalPlace(address: string): string {
  return address.split('\n')[1] ?? '';
}
