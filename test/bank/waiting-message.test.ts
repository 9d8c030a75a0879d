import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from '#main/api/router.ts';
import { sendAndWait, sendingOffice, type SendingOffice, smallFamily } from '#test/support/sending.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';
import { asFile, coda, referenceOf } from './banking.ts';

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

describe('a reminder that waits while the bank tells it was paid', () => {
  it('does not leave; one for what is still open does', async () => {
    const [paid, open] = [office.add(smallFamily(1)), office.add(smallFamily(2))];
    await server.close();
    const { job } = await sendAndWait(office, [paid.householdId, open.householdId], 'bank');
    expect(job.state).toBe('failed');
    const bytes = coda([{ amountCents: 2500, reference: referenceOf('F-1001') }]);
    const { fileId, fileName } = await office.api.bank.preview(asFile(bytes));
    const imported = await office.api.jobs.wait(await office.api.bank.import({ fileId, fileName }));
    expect(imported.result).toMatchObject({ booked: 1 });
    server = await startSmtpServer();
    await office.api.correspondence.saveMailSettings({ settings: server.settings() });
    const api = createRouterClient(router, { context: office.context });
    await api.jobs.wait(await api.correspondence.resume({}));
    expect(server.received).toHaveLength(1);
    const { messages } = await office.api.correspondence.outbox({});
    expect(messages.map(({ address, status, failure }) => [address, status, failure]).toSorted()).toEqual([
      ['ouder1@voorbeeld.example', 'cancelled', 'Alles is intussen betaald.'],
      ['ouder2@voorbeeld.example', 'sent', null],
    ]);
  });
});
