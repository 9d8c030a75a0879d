import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { richText, richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { post } from '#test/support/family.ts';
import { sendAndWait, sendingOffice, type SendingOffice, smallFamily } from '#test/support/sending.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';

// What leaves is what was shown, and what was asked, once.

let office: SendingOffice;
let server: SmtpServer;
beforeEach(async () => {
  server = await startSmtpServer();
  office = await sendingOffice(server.settings());
});
afterEach(async () => {
  await office.application.close();
  await server.close();
});

describe('the key of a request', () => {
  it('is one batch, and is refused for something else: nobody is told that it was sent', async () => {
    const [first, second] = [office.add(smallFamily(1)), office.add(smallFamily(2))];
    await sendAndWait(office, [first.householdId], 'sleutel');
    await expect(sendAndWait(office, [second.householdId], 'sleutel')).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('al verzonden') as string,
    });
    const again = office.api.correspondence.send({
      selection: { grouping: 'household', keys: [first.householdId] },
      textId: office.textId,
      edits: [{ messageKey: `${first.payerIds[0]}-${office.schoolId}`, drop: true }],
      requestKey: 'sleutel',
    });
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(server.received.map((mail) => mail.recipients[0])).toEqual(['ouder1@voorbeeld.example']);
    expect(await office.api.correspondence.batches()).toHaveLength(1);
  });
});

describe('what was shown', () => {
  async function shown() {
    const family = office.add(smallFamily(1));
    const request = {
      selection: { grouping: 'household' as const, keys: [family.householdId] },
      textId: office.textId,
    };
    const { fingerprint } = await office.api.correspondence.prepare(request);
    const send = () => office.api.correspondence.send({ ...request, requestKey: 'k', fingerprint });
    return { family, send };
  }

  it('leaves as it was shown', async () => {
    const { send } = await shown();
    const { jobId } = await send();
    await office.api.jobs.wait({ jobId });
    expect(server.received).toHaveLength(1);
  });

  it.each([
    [
      'the text was saved with other words',
      async () => {
        await office.api.correspondence.saveText({
          textId: office.textId,
          name: 'Vriendelijke herinnering',
          tone: 'friendly',
          versions: [
            { language: 'nl', subject: 'Bericht', body: richText.parse(richTextFromPlain('Andere woorden.')) },
          ],
        });
      },
    ],
    [
      'something was booked',
      async (invoiceId: number) => void post(office.store, invoiceId, 'receipt', -500, '2026-11-20'),
    ],
    [
      'the amount went up',
      async (invoiceId: number) => void post(office.store, invoiceId, 'charge', 500, '2026-11-20'),
    ],
    [
      'the address changed',
      async () => void office.store.sql.prepare("UPDATE payers SET email = 'ander@voorbeeld.example'").run(),
    ],
    [
      'the account number of the school changed',
      async () => void office.store.sql.prepare("UPDATE schools SET iban = 'BE71096123456769'").run(),
    ],
  ])('does not leave when %s since; the user looks again', async (_case, change) => {
    const { family, send } = await shown();
    await change(family.invoiceIds[0] ?? 0);
    await expect(send()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Bekijk de berichten opnieuw') as string,
    });
    expect((await office.api.correspondence.outbox({})).total).toBe(0);
    expect(server.received).toHaveLength(0);
  });

  it('is forgotten for a second press of the same button: the batch that is there answers', async () => {
    const { family, send } = await shown();
    const first = await send();
    await office.api.jobs.wait({ jobId: first.jobId });
    post(office.store, family.invoiceIds[0] ?? 0, 'receipt', -500, '2026-11-20');
    expect((await send()).batchId).toBe(first.batchId);
    expect(server.received).toHaveLength(1);
  });
});
