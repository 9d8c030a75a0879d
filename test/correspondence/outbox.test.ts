import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendAndWait, sendingOffice, type SendingOffice, smallFamily } from '#test/support/sending.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';

let office: SendingOffice;
let server: SmtpServer;
beforeEach(async () => {
  server = await startSmtpServer({
    refuseRecipient: (address) => (address.startsWith('ouder1@') ? { code: 550, message: 'No such user' } : undefined),
  });
  office = await sendingOffice(server.settings());
});
afterEach(async () => {
  await office.application.close();
  await server.close();
});

async function sendTo(...numbers: readonly number[]): Promise<number> {
  const households = numbers.map((number) => office.add(smallFamily(number)).householdId);
  return (await sendAndWait(office, households, `batch ${numbers.join()}`)).batchId;
}

async function onlyMessage(status: 'failed' | 'sent' | 'cancelled') {
  const { messages } = await office.api.correspondence.outbox({ status });
  const [message] = messages;
  if (!message) throw new Error(`No message is ${status}`);
  return message;
}

describe('the outbox', () => {
  it('shows what needs a person first, page by page, and counts per batch', async () => {
    const batchId = await sendTo(1, 2, 3);
    const first = await office.api.correspondence.outbox({ batchId, limit: 2 });
    expect(first.total).toBe(3);
    expect(first.messages.map((message) => message.status)).toEqual(['failed', 'sent']);
    const rest = await office.api.correspondence.outbox({ batchId, offset: 2, limit: 2 });
    expect(rest.messages.map((message) => message.status)).toEqual(['sent']);
    expect(await office.api.correspondence.batches()).toMatchObject([
      { batchId, textName: 'Vriendelijke herinnering', counts: { emailsSent: 2, emailsFailed: 1, emailsUncertain: 0 } },
    ]);
  });

  it('sends a failed message again only when a person says so, with the amount of that moment checked again', async () => {
    const batchId = await sendTo(1);
    const failed = await onlyMessage('failed');
    expect(failed.attempts).toBe(1);
    const next = await office.api.correspondence.resume({ batchId });
    await office.api.jobs.wait({ jobId: next.jobId });
    expect((await onlyMessage('failed')).messageId).toBe(failed.messageId);
    const again = await office.api.correspondence.decide({ messageId: failed.messageId, decision: 'sendAgain' });
    expect(again).toMatchObject({ status: 'reserved', failure: null, finishedAt: null });
    const cancelled = await office.api.correspondence.decide({ messageId: failed.messageId, decision: 'cancel' });
    expect(cancelled.status).toBe('cancelled');
    const { jobId } = await office.api.correspondence.resume({});
    expect((await office.api.jobs.wait({ jobId })).result).toMatchObject({ sent: 0 });
    expect(server.received).toHaveLength(0);
  });

  it('refuses a decision about what left already, with a sentence', async () => {
    await sendTo(2);
    const sent = await onlyMessage('sent');
    for (const decision of ['sendAgain', 'cancel', 'wasSent'] as const) {
      await expect(office.api.correspondence.decide({ messageId: sent.messageId, decision })).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('al vertrokken') as string,
      });
    }
  });

  it('cannot be rewritten: not the words, not the address, not the bytes, not the history', async () => {
    await sendTo(2);
    const { messageId } = await onlyMessage('sent');
    const run = (sql: string) => () => office.store.sql.prepare(sql).run(messageId);
    expect(run("UPDATE messages SET recipient_address = 'x' WHERE id = ?")).toThrow('never changes');
    expect(run('UPDATE messages SET total_cents = 1 WHERE id = ?')).toThrow('never changes');
    expect(run("UPDATE messages SET status = 'reserved' WHERE id = ?")).toThrow('keeps its status');
    expect(run('UPDATE messages SET evidence_sha256 = NULL WHERE id = ?')).toThrow('evidence');
    expect(run('DELETE FROM message_events WHERE message_id = ?')).toThrow('append-only');
    expect(run('DELETE FROM message_items WHERE message_id = ?')).toThrow('append-only');
    expect(run('DELETE FROM messages WHERE id = ?')).toThrow('never deleted');
  });

  it('leaves one line in the audit trail per command, without a name, an address or a text', async () => {
    const batchId = await sendTo(1);
    const { messageId } = await onlyMessage('failed');
    await office.api.correspondence.decide({ messageId, decision: 'cancel' });
    const lines = office.store.sql
      .prepare(
        "SELECT command, detail FROM audit_entries WHERE command IN ('correspondence.send', 'correspondence.decide')",
      )
      .all() as { command: string; detail: string }[];
    expect(lines.map((line) => line.command)).toEqual(['correspondence.send', 'correspondence.decide']);
    expect(JSON.parse(lines[0]?.detail ?? '')).toMatchObject({ batchId, messages: 1, letters: 0, dropped: 0 });
    expect(lines.map((line) => line.detail).join()).not.toMatch(/Abeel|voorbeeld|Bericht/);
  });
});

describe('the pace of the settings', () => {
  it('holds between messages', async () => {
    await office.api.correspondence.saveMailSettings({ settings: server.settings({ messagesPerMinute: 600 }) });
    const started = performance.now();
    await sendTo(2, 3, 4, 5);
    // Four messages at ten a second: three pauses of a tenth.
    expect(performance.now() - started).toBeGreaterThan(300);
    expect(server.received).toHaveLength(4);
  });
});

describe('niet verwerken', () => {
  const hold = (invoiceId: number, fromDate: string, untilDate: string | null) =>
    office.store.sql
      .prepare(
        `INSERT INTO holds (scope, kind, school_id, invoice_id, reason, from_date, until_date, author, created_at)
         VALUES ('invoice', 'doNotProcess', ?, ?, 'Betwist', ?, ?, 'test', '2026-11-01T10:00:00.000Z')`,
      )
      .run(office.schoolId, invoiceId, fromDate, untilDate);

  it.each([
    ['until it is lifted', '2026-11-01', null, true],
    ['up to and including today', '2026-11-01', '2026-11-20', true],
    ['up to yesterday', '2026-11-01', '2026-11-19', false],
    ['from tomorrow', '2026-11-21', null, false],
    ['from a date nobody can read', 'onbekend', null, true],
  ])('%s', async (_case, fromDate, untilDate, held) => {
    const family = office.add(smallFamily(2));
    hold(family.invoiceIds[0] ?? 0, fromDate, untilDate);
    const selection = { grouping: 'household' as const, keys: [family.householdId] };
    const { messages, excluded } = await office.api.correspondence.prepare({ selection, textId: office.textId });
    expect(messages).toHaveLength(held ? 0 : 1);
    expect(excluded.map((one) => one.reason)).toEqual(held ? ['allHeld'] : []);
    // The list and the dossier say the same, or a user would lift what is not there.
    const listed = await office.api.ledger.openItems({ filter: { held: true } });
    expect(listed.rows.map((row) => row.hold?.reason)).toEqual(held ? ['Betwist'] : []);
    const [shown] = (await office.api.dossier.page({ householdId: family.householdId })).invoices;
    expect(shown?.hold?.reason).toBe(held ? 'Betwist' : undefined);
  });
});
