import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { JobProgress } from '#shared/jobs/contract.ts';
import { settleInterrupted } from '#main/correspondence/deliver.ts';
import { sendingOffice, type SendingOffice, smallFamily } from '#test/support/sending.ts';
import { type SmtpServer, type SmtpServerOptions, startSmtpServer } from '#test/support/smtp.ts';

const script = join(import.meta.dirname, '..', 'support', 'sender-process.ts');
const asOf = '2026-11-20';

let server: SmtpServer;
let office: SendingOffice;
const children = new Set<ChildProcess>();

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await office.application.close();
  await server.close();
});

/** A batch of mails reserved while the server was out of reach, and then the server. */
async function reservedBatch(families: number, options: SmtpServerOptions): Promise<void> {
  server = await startSmtpServer(options);
  office = await sendingOffice(server.settings({ port: 1 }), asOf);
  const keys = Array.from({ length: families }, (_, number) => office.add(smallFamily(number)).householdId);
  const selection = { grouping: 'household' as const, keys };
  const { jobId } = await office.api.correspondence.send({ selection, textId: office.textId, requestKey: 'nacht' });
  expect((await office.api.jobs.wait({ jobId })).state).toBe('failed');
  await office.api.correspondence.saveMailSettings({ settings: server.settings() });
}

function startSender(): ChildProcess {
  const child = spawn(process.execPath, [script, office.application.folder, asOf], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

async function outcome(child: ChildProcess): Promise<JobProgress> {
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  return JSON.parse(Buffer.concat(chunks).toString()) as JobProgress;
}

/** What a person does: looks whether the server has it. */
async function decideByServerLog(): Promise<number> {
  const uncertain = (await office.api.correspondence.outbox({ status: 'uncertain', limit: 1000 })).messages;
  for (const message of uncertain) {
    const arrived = server.received.some((mail) => mail.recipients[0] === message.address);
    await office.api.correspondence.decide({
      messageId: message.messageId,
      decision: arrived ? 'wasSent' : 'sendAgain',
    });
  }
  return uncertain.length;
}

async function expectEveryoneOnce(families: number): Promise<void> {
  expect(server.received.map((mail) => mail.recipients.join()).toSorted()).toEqual(
    Array.from({ length: families }, (_, number) => `ouder${number}@voorbeeld.example`).toSorted(),
  );
  const { messages } = await office.api.correspondence.outbox({ limit: 1000 });
  expect(messages).toHaveLength(families);
  for (const message of messages) {
    expect(message.status).toBe('sent');
    const mail = server.received.find((one) => one.recipients[0] === message.address);
    expect(mail?.sha256).toBe(message.evidenceSha256);
  }
}

describe('a sender that is killed at any moment', () => {
  it('and started again, 20 times: every payer gets exactly one message', { timeout: 480_000 }, async () => {
    let killAfterMoments = Number.POSITIVE_INFINITY;
    let kill = (): void => {};
    const moment = (): void => {
      killAfterMoments -= 1;
      if (killAfterMoments === 0) setTimeout(kill, Math.random() * 4);
    };
    await reservedBatch(60, {
      cutAt: () => {
        moment();
        return false;
      },
      answerAfterMs: () => Math.random() * 6,
    });
    let uncertain = 0;
    for (let round = 0; round < 20; round += 1) {
      const child = startSender();
      kill = () => child.kill('SIGKILL');
      // Moments the server sees: a sender is named, a message is taken in. About three messages a round.
      killAfterMoments = 1 + Math.floor(Math.random() * 6);
      const [, signal] = (await once(child, 'close')) as [number | null, string | null];
      expect(signal).toBe('SIGKILL');
      // Nobody is sending now: what was leaving is uncertain, as the next start notices.
      settleInterrupted(office.context);
      uncertain += await decideByServerLog();
    }
    killAfterMoments = Number.POSITIVE_INFINITY;
    const last = await outcome(startSender());
    expect(last.state).toBe('done');
    await expectEveryoneOnce(60);
    expect(uncertain).toBeGreaterThan(0);
  });
});

describe('two processes that send the same batch at the same time', () => {
  it('send every message once between them', { timeout: 180_000 }, async () => {
    await reservedBatch(40, { answerAfterMs: () => Math.random() * 10 });
    const results = await Promise.all([outcome(startSender()), outcome(startSender())]);
    expect(results.map((job) => job.state)).toEqual(['done', 'done']);
    const sent = results.map((job) => (job.result as { sent: number }).sent);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(40);
    await expectEveryoneOnce(40);
  });

  it(
    'leave each other’s mail alone: what one is sending is not uncertain to the other',
    { timeout: 180_000 },
    async () => {
      await reservedBatch(40, { answerAfterMs: () => 60 });
      const other = outcome(startSender());
      while (server.received.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
      settleInterrupted(office.context);
      const { jobId } = await office.api.correspondence.resume({});
      const [theirs, ours] = await Promise.all([other, office.api.jobs.wait({ jobId })]);
      expect(theirs).toMatchObject({ state: 'done', result: { sent: 40, uncertain: 0 } });
      expect(ours).toMatchObject({ state: 'done', result: { sent: 0, uncertain: 0 } });
      await expectEveryoneOnce(40);
    },
  );
});
