import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MailConnection } from '#main/correspondence/mailer.ts';
import { sendingOffice, type SendingOffice, smallFamily } from '#test/support/sending.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';

let office: SendingOffice;
let server: SmtpServer;
beforeEach(async () => {
  server = await startSmtpServer();
  office = await sendingOffice(null);
});
afterEach(async () => {
  await office.application.close();
  await server.close();
});

describe('the mail settings', () => {
  it('are kept, and the password is neither in the database nor ever sent back', async () => {
    expect(await office.api.correspondence.mailSettings()).toEqual({ settings: null, hasPassword: false });
    const settings = server.settings({ user: 'school' });
    const saved = await office.api.correspondence.saveMailSettings({ settings, password: 'Zeer-Geheim-1' });
    expect(saved).toEqual({ settings, hasPassword: true });
    expect(JSON.stringify(await office.api.correspondence.mailSettings())).not.toContain('Zeer-Geheim-1');
    const { folder } = office.application;
    const kept = ['test.sqlite', 'test.sqlite-wal', 'secrets.json'].map((file) => readFileSync(join(folder, file)));
    expect(kept.map((bytes) => bytes.includes('Zeer-Geheim-1'))).toEqual([false, false, false]);
  });

  it('keep the password when it is left out and forget it when it is null', async () => {
    const settings = server.settings({ user: 'school' });
    await office.api.correspondence.saveMailSettings({ settings, password: 'geheim' });
    expect(await office.api.correspondence.saveMailSettings({ settings })).toMatchObject({ hasPassword: true });
    expect(await office.api.correspondence.saveMailSettings({ settings, password: null })).toMatchObject({
      hasPassword: false,
    });
  });

  it('are refused when the password would travel readably', async () => {
    const settings = server.settings({ host: 'smtp.voorbeeld.example', user: 'school', security: 'none' });
    await expect(office.api.correspondence.saveMailSettings({ settings, password: 'geheim' })).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'settings.security' },
    });
    expect((await office.api.correspondence.mailSettings()).settings).toBeNull();
  });

  it('missing: they block a batch with e-mails, and nothing is stored', async () => {
    const family = office.add(smallFamily(1));
    const selection = { grouping: 'household' as const, keys: [family.householdId] };
    const { blockers } = await office.api.correspondence.prepare({ selection, textId: office.textId });
    expect(blockers.join()).toContain('mailserver is nog niet ingesteld');
  });
});

describe('test naar mezelf', () => {
  it('goes to the given address only, as the text for a household would look', async () => {
    const family = office.add(smallFamily(1));
    await office.api.correspondence.saveMailSettings({ settings: server.settings() });
    const sample = { textId: office.textId, householdId: family.householdId };
    const { accepted } = await office.api.correspondence.testMail({ to: 'ik@school.example', sample });
    expect(accepted).toContain('250');
    expect(server.received.map((mail) => mail.recipients)).toEqual([['ik@school.example']]);
    expect((await server.read(0)).text).toContain('25,00');
    expect((await office.api.correspondence.outbox({})).total).toBe(0);
  });

  it('without a sample is a plain line', async () => {
    await office.api.correspondence.saveMailSettings({ settings: server.settings() });
    await office.api.correspondence.testMail({ to: 'ik@school.example' });
    expect((await server.read(0)).text).toContain('goed ingesteld');
  });

  it.each([
    ['nobody listens', { port: 1 }, 'neemt geen verbinding aan'],
    ['the name does not exist', { host: 'bestaat-niet.invalid' }, 'niet gevonden'],
    ['TLS is asked of a server without it', { security: 'tls' as const }, 'beveiligde verbinding'],
    ['STARTTLS is asked of a server without it', { security: 'starttls' as const }, 'beveiligde verbinding'],
  ])('says what to do when %s', async (_case, change, sentence) => {
    await office.api.correspondence.saveMailSettings({ settings: server.settings(change) });
    await expect(office.api.correspondence.testMail({ to: 'ik@school.example' })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining(sentence) as string,
    });
  });

  it('refuses a certificate nobody vouches for', async () => {
    const self = await startSmtpServer({ secure: true });
    await office.api.correspondence.saveMailSettings({ settings: self.settings({ security: 'tls' }) });
    await expect(office.api.correspondence.testMail({ to: 'ik@school.example' })).rejects.toMatchObject({
      message: expect.stringContaining('certificaat') as string,
    });
    await self.close();
  });
});

describe('a server that does not answer', () => {
  const timeouts = { connection: 2000, greeting: 2000, socket: 300 };

  it('after it took the message: nobody knows', async () => {
    const slow = await startSmtpServer({ answerAfterMs: () => 5000 });
    const connection = await MailConnection.open(slow.settings(), null, timeouts);
    const outcome = await connection.send(
      { from: 'a@b.example', to: 'c@d.example' },
      Buffer.from('Subject: x\r\n\r\ntekst\r\n'),
      async () => true,
    );
    expect(outcome.kind).toBe('brokenAfter');
    await slow.close();
  });

  it('a message that is withdrawn when the server asks for it never arrives', async () => {
    const connection = await MailConnection.open(server.settings(), null, timeouts);
    const outcome = await connection.send(
      { from: 'a@b.example', to: 'c@d.example' },
      Buffer.from('Subject: x\r\n\r\ntekst\r\n'),
      async () => false,
    );
    expect(outcome.kind).toBe('withdrawn');
    expect(connection.usable).toBe(false);
    expect(server.received).toHaveLength(0);
  });

  it('a mark that cannot be written keeps the message here', async () => {
    const connection = await MailConnection.open(server.settings(), null, timeouts);
    const sending = connection.send(
      { from: 'a@b.example', to: 'c@d.example' },
      Buffer.from('Subject: x\r\n\r\ntekst\r\n'),
      async () => {
        throw new Error('disk full');
      },
    );
    await expect(sending).rejects.toThrow('disk full');
    expect(server.received).toHaveLength(0);
  });
});
