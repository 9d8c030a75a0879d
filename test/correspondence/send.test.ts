import { createHash } from 'node:crypto';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { afterEach, describe, expect, it } from 'vitest';
import { post } from '#test/support/family.ts';
import { outboxByAddress, sendAndWait, sendingOffice, type SendingOffice, smallFamily } from '#test/support/sending.ts';
import { type SmtpServer, type SmtpServerOptions, startSmtpServer } from '#test/support/smtp.ts';

let server: SmtpServer;
let office: SendingOffice;

async function open(
  options: SmtpServerOptions = {},
  change: Parameters<SmtpServer['settings']>[0] = {},
): Promise<void> {
  server = await startSmtpServer(options);
  office = await sendingOffice(server.settings(change));
}
afterEach(async () => {
  await office.application.close();
  await server.close();
});

describe('a batch of e-mails', () => {
  it('reaches one recipient each, with text, HTML and a QR code that can be paid', async () => {
    await open();
    const families = [1, 2, 3].map((number) => office.add(smallFamily(number)));
    const { job } = await sendAndWait(
      office,
      families.map((one) => one.householdId),
      'een',
    );
    expect(job).toMatchObject({ state: 'done', result: { sent: 3, failed: 0, uncertain: 0, cancelled: 0, left: 0 } });
    expect(server.received.map((mail) => mail.recipients)).toEqual(
      expect.arrayContaining([1, 2, 3].map((number) => [`ouder${number}@voorbeeld.example`])),
    );
    const mail = await server.read(0);
    expect(mail.to).toHaveLength(1);
    expect(mail.cc ?? []).toEqual([]);
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.subject).toBe('Bericht van Basisschool De Wilg');
    expect(mail.text).toContain('25,00');
    expect(mail.html).toContain('25,00');
    const picture = mail.attachments.find((one) => one.mimeType === 'image/png');
    const png = PNG.sync.read(Buffer.from(picture?.content as ArrayBuffer));
    const code = jsQR(new Uint8ClampedArray(png.data), png.width, png.height);
    expect(code?.data).toContain('EUR25.00');
    expect(code?.data).toContain('BE68539007547034');
  });

  it('says nothing about debt in any header', async () => {
    await open();
    const family = office.add(smallFamily(1));
    await sendAndWait(office, [family.householdId], 'een');
    const mail = await server.read(0);
    const headers = mail.headers.map((header) => `${header.key}: ${header.value}`).join('\n');
    expect(headers).not.toMatch(/schuld|openstaa|achterstal|aanman|herinner|wanbeta|factu|debt|dunning|25,00/i);
    expect(mail.attachments.map((one) => one.filename).join()).not.toMatch(/factuur|herinner|aanman/i);
  });

  it('keeps the bytes the server received, with their SHA-256, and shows the message in the dossier', async () => {
    await open();
    const family = office.add(smallFamily(1));
    await sendAndWait(office, [family.householdId], 'een');
    const [row] = (await office.api.correspondence.outbox({})).messages;
    const kept = await office.api.correspondence.evidence({ messageId: row?.messageId ?? 0 });
    const bytes = Buffer.from(kept.contentBase64, 'base64');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(kept.sha256);
    expect(server.received[0]?.sha256).toBe(kept.sha256);
    const message = await office.api.correspondence.message({ messageId: row?.messageId ?? 0 });
    expect(message.events.map((event) => event.status)).toEqual(['reserved', 'sending', 'sent']);
    expect(message.invoices).toMatchObject([{ number: 'F-1001', amountCents: 2500 }]);
    expect(message.emailText).toContain('25,00');
    const lastContact = office.store.sql
      .prepare('SELECT last_contact_at FROM households WHERE id = ?')
      .pluck()
      .get(family.householdId);
    expect(lastContact).toBe(row?.finishedAt);
  });

  it('sends the letter along when the school wants that', async () => {
    await open({}, { attachPdf: true });
    const family = office.add(smallFamily(1));
    await sendAndWait(office, [family.householdId], 'een');
    const mail = await server.read(0);
    const letter = mail.attachments.find((one) => one.mimeType === 'application/pdf');
    expect(
      Buffer.from(letter?.content as ArrayBuffer)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('is the same batch when the same button is pressed twice, also at once', async () => {
    await open();
    const family = office.add(smallFamily(1));
    const both = await Promise.all([
      sendAndWait(office, [family.householdId], 'zelfde'),
      sendAndWait(office, [family.householdId], 'zelfde'),
    ]);
    const later = await sendAndWait(office, [family.householdId], 'zelfde');
    expect(new Set([...both, later].map((one) => one.batchId)).size).toBe(1);
    expect(server.received).toHaveLength(1);
  });

  it('is refused, with nothing stored, while a variable in the text is unknown', async () => {
    await open();
    const family = office.add(smallFamily(1));
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '$$OPENSTANDE_FACTUREN$$' }] }],
    };
    const selection = { grouping: 'household' as const, keys: [family.householdId] };
    const edits = [{ messageKey: `${family.payerIds[0]}-${office.schoolId}`, body: body as never }];
    const request = { selection, textId: office.textId, edits };
    const { blockers } = await office.api.correspondence.prepare(request);
    expect(blockers.join()).toContain('$$OPENSTAANDE_FACTUREN$$');
    await expect(office.api.correspondence.send({ ...request, requestKey: 'k' })).rejects.toMatchObject({
      code: 'REFUSED',
    });
    expect((await office.api.correspondence.outbox({})).total).toBe(0);
  });

  it('leaves out what the user dropped and changes what the user changed', async () => {
    await open();
    const [first, second] = [office.add(smallFamily(1)), office.add(smallFamily(2))];
    const { jobId } = await office.api.correspondence.send({
      selection: { grouping: 'household', keys: [first.householdId, second.householdId] },
      textId: office.textId,
      edits: [
        { messageKey: `${first.payerIds[0]}-${office.schoolId}`, drop: true },
        { messageKey: `${second.payerIds[0]}-${office.schoolId}`, subject: 'Even afstemmen' },
      ],
      requestKey: 'k',
    });
    await office.api.jobs.wait({ jobId });
    expect(server.received.map((mail) => mail.recipients[0])).toEqual(['ouder2@voorbeeld.example']);
    expect((await server.read(0)).subject).toBe('Even afstemmen');
  });
});

describe('what changed between reserving and sending', () => {
  /** Reserves without sending: the server is away. */
  async function reserve(householdIds: readonly number[]): Promise<number> {
    await server.close();
    const { job, batchId } = await sendAndWait(office, householdIds, 'eerst');
    expect(job.state).toBe('failed');
    expect(job.failure).toContain('neemt geen verbinding aan');
    return batchId;
  }
  async function resume(batchId: number): Promise<void> {
    server = await startSmtpServer();
    await office.api.correspondence.saveMailSettings({ settings: server.settings() });
    const { jobId } = await office.api.correspondence.resume({ batchId });
    expect(await office.api.jobs.wait({ jobId })).toMatchObject({ state: 'done' });
  }

  it('a paid, a partly paid and a held invoice no longer leave, each with its reason; the rest does', async () => {
    await open();
    const [paid, partly, held, open_] = [1, 2, 3, 4].map((number) => office.add(smallFamily(number)));
    const batchId = await reserve([paid, partly, held, open_].map((one) => one?.householdId ?? 0));
    post(office.store, paid?.invoiceIds[0] ?? 0, 'receipt', -2500, '2026-11-20');
    post(office.store, partly?.invoiceIds[0] ?? 0, 'receipt', -1000, '2026-11-20');
    office.store.sql
      .prepare(
        `INSERT INTO holds (scope, kind, school_id, invoice_id, reason, from_date, author, created_at)
         VALUES ('invoice', 'doNotProcess', ?, ?, 'Betwist', '2026-11-20', 'test', '2026-11-20T10:00:00.000Z')`,
      )
      .run(office.schoolId, held?.invoiceIds[0] ?? 0);
    await resume(batchId);
    expect(server.received.map((mail) => mail.recipients[0])).toEqual(['ouder4@voorbeeld.example']);
    const { messages } = await office.api.correspondence.outbox({ status: 'cancelled' });
    const reasons = Object.fromEntries(messages.map((message) => [message.address, message.failure]));
    expect(reasons['ouder1@voorbeeld.example']).toBe('Alles is intussen betaald.');
    expect(reasons['ouder2@voorbeeld.example']).toContain('€\u00a015,00');
    expect(reasons['ouder3@voorbeeld.example']).toContain('niet verwerken');
  });

  it('an e-mail address that changed is not written to', async () => {
    await open();
    const family = office.add(smallFamily(1));
    const batchId = await reserve([family.householdId]);
    office.store.sql
      .prepare("UPDATE payers SET email = 'nieuw@voorbeeld.example' WHERE id = ?")
      .run(family.payerIds[0]);
    await resume(batchId);
    expect(server.received).toHaveLength(0);
    expect(await outboxByAddress(office)).toEqual({ 'ouder1@voorbeeld.example': 'cancelled' });
  });
});

describe('a server that refuses', () => {
  it('a recipient for good: failed with a sentence, the others go', async () => {
    await open({
      refuseRecipient: (address) =>
        address.startsWith('ouder2') ? { code: 550, message: '5.1.1 User unknown' } : undefined,
    });
    const families = [1, 2, 3].map((number) => office.add(smallFamily(number)));
    const { job } = await sendAndWait(
      office,
      families.map((one) => one.householdId),
      'een',
    );
    expect(job).toMatchObject({ state: 'done', result: { sent: 2, failed: 1 } });
    const [failed] = (await office.api.correspondence.outbox({ status: 'failed' })).messages;
    expect(failed?.failure).toContain('kent dit adres niet');
    expect(failed?.failure).toContain('User unknown');
  });

  it('a recipient for now: tried again, and then it goes once', async () => {
    let tries = 0;
    await open({
      refuseRecipient: () => {
        tries += 1;
        return tries === 1 ? { code: 451, message: '4.7.1 Greylisted' } : undefined;
      },
    });
    const family = office.add(smallFamily(1));
    const { job } = await sendAndWait(office, [family.householdId], 'een');
    expect(job).toMatchObject({ state: 'done', result: { sent: 1 } });
    expect(server.received).toHaveLength(1);
  });

  it('the message itself, for good: failed, and it did not leave', async () => {
    await open({ refuseMessage: () => ({ code: 554, message: '5.7.1 Message rejected' }) });
    const family = office.add(smallFamily(1));
    const { job } = await sendAndWait(office, [family.householdId], 'een');
    expect(job).toMatchObject({ state: 'done', result: { sent: 0, failed: 1 } });
    expect(await outboxByAddress(office)).toEqual({ 'ouder1@voorbeeld.example': 'failed' });
  });

  it('the password: nothing leaves, everything stays reserved, and the sentence says what to do', async () => {
    await open({ password: 'juist' });
    await office.api.correspondence.saveMailSettings({
      settings: server.settings({ user: 'school' }),
      password: 'fout',
    });
    const family = office.add(smallFamily(1));
    const { job } = await sendAndWait(office, [family.householdId], 'een');
    expect(job.state).toBe('failed');
    expect(job.failure).toContain('gebruikersnaam of het wachtwoord');
    expect(await outboxByAddress(office)).toEqual({ 'ouder1@voorbeeld.example': 'reserved' });
    await office.api.correspondence.saveMailSettings({
      settings: server.settings({ user: 'school' }),
      password: 'juist',
    });
    const { jobId } = await office.api.correspondence.resume({});
    expect(await office.api.jobs.wait({ jobId })).toMatchObject({ result: { sent: 1 } });
  });
});

describe('a connection that breaks', () => {
  it('before the message left: it is simply offered again', async () => {
    let cuts = 0;
    await open({ cutAt: (moment) => moment === 'sender' && (cuts += 1) <= 2 });
    const family = office.add(smallFamily(1));
    const { job } = await sendAndWait(office, [family.householdId], 'een');
    expect(job).toMatchObject({ state: 'done', result: { sent: 1, uncertain: 0 } });
    expect(server.received).toHaveLength(1);
  });

  it('after the message left: uncertain, never sent again by itself, and a person decides', async () => {
    await open({ cutAt: (moment, address) => moment === 'afterData' && address.startsWith('ouder1') });
    const families = [1, 2].map((number) => office.add(smallFamily(number)));
    const { job, batchId } = await sendAndWait(
      office,
      families.map((one) => one.householdId),
      'een',
    );
    expect(job).toMatchObject({ state: 'done', result: { sent: 1, uncertain: 1 } });
    const again = await office.api.correspondence.resume({ batchId });
    await office.api.jobs.wait({ jobId: again.jobId });
    expect(server.takenSilently).toHaveLength(1);
    const [uncertain] = (await office.api.correspondence.outbox({ status: 'uncertain' })).messages;
    expect(uncertain?.failure).toContain('brak af');
    const decided = await office.api.correspondence.decide({
      messageId: uncertain?.messageId ?? 0,
      decision: 'wasSent',
    });
    expect(decided.status).toBe('sent');
    await expect(
      office.api.correspondence.decide({ messageId: decided.messageId, decision: 'sendAgain' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('one message that a person sends again', () => {
  it('leaves alone; what else waits in its batch stays where it is', async () => {
    let refused = false;
    await open({
      refuseRecipient: (address) => {
        if (refused || !address.startsWith('ouder1@')) return undefined;
        refused = true;
        return { code: 550, message: 'No such user' };
      },
      answerAfterMs: () => 20,
    });
    const families = Array.from({ length: 30 }, (_, number) => office.add(smallFamily(number + 1)));
    const { jobId, batchId } = await office.api.correspondence.send({
      selection: { grouping: 'household', keys: families.map((one) => one.householdId) },
      textId: office.textId,
      requestKey: 'k',
    });
    for await (const progress of await office.api.jobs.watch({ jobId })) {
      if (progress.done >= 3) await office.api.jobs.cancel({ jobId });
    }
    const waiting = (await office.api.correspondence.outbox({ batchId, status: 'reserved' })).total;
    expect(waiting).toBeGreaterThan(0);
    const [failed] = (await office.api.correspondence.outbox({ batchId, status: 'failed' })).messages;
    const messageId = failed?.messageId ?? 0;
    await office.api.correspondence.decide({ messageId, decision: 'sendAgain' });
    const again = await office.api.correspondence.resume({ messageId });
    expect(await office.api.jobs.wait({ jobId: again.jobId })).toMatchObject({ result: { sent: 1, left: 0 } });
    expect((await office.api.correspondence.message({ messageId })).status).toBe('sent');
    expect((await office.api.correspondence.outbox({ batchId, status: 'reserved' })).total).toBe(waiting);
  });
});

describe('a job that is cancelled half way', () => {
  it('stops between messages; going on sends the rest, and nobody gets two', async () => {
    await open({ answerAfterMs: () => 20 });
    const families = Array.from({ length: 30 }, (_, number) => office.add(smallFamily(number)));
    const selection = { grouping: 'household' as const, keys: families.map((one) => one.householdId) };
    const { jobId, batchId } = await office.api.correspondence.send({
      selection,
      textId: office.textId,
      requestKey: 'k',
    });
    for await (const progress of await office.api.jobs.watch({ jobId })) {
      if (progress.done >= 3) await office.api.jobs.cancel({ jobId });
    }
    expect((await office.api.jobs.wait({ jobId })).state).toBe('cancelled');
    const left = (await office.api.correspondence.outbox({ status: 'reserved' })).total;
    expect(left).toBeGreaterThan(0);
    expect(server.received).toHaveLength(30 - left);
    const next = await office.api.correspondence.resume({ batchId });
    expect(await office.api.jobs.wait({ jobId: next.jobId })).toMatchObject({ result: { sent: left } });
    expect(new Set(server.received.map((mail) => mail.recipients[0])).size).toBe(30);
    expect(server.received).toHaveLength(30);
  });
});
