import { afterEach, describe, expect, it } from 'vitest';
import { formatCents } from '#shared/money/cents.ts';
import type { RunProposal } from '#shared/runs/contract.ts';
import { recordTaskStage } from '#main/runs/stage-events.ts';
import { addInvoice, post } from '#test/support/family.ts';
import { runDay, runOffice, type RunOffice } from '#test/support/run-office.ts';
import { smallFamily } from '#test/support/sending.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';

const tuesday = '2026-11-24';

let server: SmtpServer;
let office: RunOffice;

async function open(stages?: Parameters<typeof runOffice>[0]): Promise<void> {
  server = await startSmtpServer();
  office = await runOffice(stages);
  await office.api.correspondence.saveMailSettings({ settings: server.settings() });
}

afterEach(async () => {
  await office.application.close();
  await server.close();
});

function families(count: number, amountCents = 100_00): { payerId: number; invoiceId: number; householdId: number }[] {
  return office.store.transaction(() =>
    Array.from({ length: count }, (_, number) => {
      const { payerIds, invoiceIds, householdId } = office.add(smallFamily(number, amountCents));
      return { payerId: payerIds[0] ?? 0, invoiceId: invoiceIds[0] ?? 0, householdId };
    }),
  );
}

async function rows(runId: number): Promise<readonly RunProposal[]> {
  return (await office.api.runs.page({ runId })).proposals;
}

function count(proposals: readonly RunProposal[], key: 'outcome' | 'outcomeReason'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const proposal of proposals) counts[proposal[key]] = (counts[proposal[key]] ?? 0) + 1;
  return counts;
}

/** Stage and last day of the term per payer, as the next decision reads them. */
function stages(): { payerId: number; stage: number; onDate: string; termLastDay: string | null }[] {
  return office.store.sql
    .prepare(
      `SELECT payer_id AS payerId, stage, on_date AS onDate, term_last_day AS termLastDay FROM stage_events e
       WHERE voids_id IS NULL AND NOT EXISTS (SELECT 1 FROM stage_events v WHERE v.voids_id = e.id) ORDER BY id`,
    )
    .all() as never;
}

describe('S-19: paid between proposal and sending', () => {
  it('500 proposed on Monday, 37 paid and 12 partly on Tuesday: 463 leave, 12 of them with the new amount', async () => {
    await open();
    const all = families(500);
    const runId = await office.approvedRun();
    office.setClock(tuesday);
    office.store.transaction(() => {
      for (const { invoiceId } of all.slice(0, 37)) post(office.store, invoiceId, 'receipt', -100_00, tuesday);
      for (const { invoiceId } of all.slice(37, 49)) post(office.store, invoiceId, 'receipt', -30_00, tuesday);
    });
    const job = await office.sendRun(runId);
    expect(job).toMatchObject({ state: 'done', result: { sent: 463, failed: 0, uncertain: 0, left: 0 } });
    expect(server.received).toHaveLength(463);
    const proposals = await rows(runId);
    expect(count(proposals, 'outcome')).toEqual({ out: 463, dropped: 37 });
    expect(count(proposals, 'outcomeReason')).toEqual({
      'Intussen betaald.': 37,
      [`Intussen deels betaald: ${formatCents(70_00)} in plaats van ${formatCents(100_00)}.`]: 12,
      '': 451,
    });
    const { messages } = await office.api.correspondence.outbox({ limit: 1000 });
    expect(messages.filter(({ totalCents }) => totalCents === 70_00)).toHaveLength(12);
    expect((await office.api.runs.page({ runId })).status).toBe('done');
    expect(stages()).toHaveLength(463);
    expect(stages()[0]).toMatchObject({ stage: 1, onDate: tuesday, termLastDay: '2026-12-08' });
  });

  it('an amount that went up is not sent but asked again, and leaves with the new amount after that', async () => {
    await open();
    families(2);
    const runId = await office.approvedRun();
    const pupilId = office.store.sql.prepare('SELECT min(id) FROM pupils').pluck().get() as number;
    addInvoice(office.store, office.schoolId, pupilId, { number: 'F-9', amountCents: 20_00, dueDate: runDay });
    office.setClock(tuesday);
    expect((await office.sendRun(runId)).result).toMatchObject({ sent: 1, left: 1 });
    const raised = (await rows(runId)).find(({ outcome }) => outcome === 'raised');
    expect(raised).toMatchObject({
      totalCents: 120_00,
      outcomeReason: `${formatCents(120_00)} in plaats van ${formatCents(100_00)}.`,
    });
    expect((await office.api.runs.page({ runId })).status).toBe('sending');
    // Pressing again sends nothing that nobody said yes to.
    expect((await office.sendRun(runId)).result).toMatchObject({ sent: 0, left: 1 });
    expect(await office.api.runs.submit({ runId })).toMatchObject({ outcome: 'approved' });
    expect((await office.sendRun(runId)).result).toMatchObject({ sent: 1, left: 0 });
    const { messages } = await office.api.correspondence.outbox({ limit: 10 });
    expect(messages.map(({ totalCents }) => totalCents).toSorted()).toEqual([100_00, 120_00].toSorted());
    expect((await office.api.runs.page({ runId })).status).toBe('done');
  });

  it('what went up and nobody wants to send after all is dropped, and the run is done', async () => {
    await open();
    families(1);
    const runId = await office.approvedRun();
    const pupilId = office.store.sql.prepare('SELECT min(id) FROM pupils').pluck().get() as number;
    addInvoice(office.store, office.schoolId, pupilId, { number: 'F-9', amountCents: 20_00, dueDate: runDay });
    office.setClock(tuesday);
    await office.sendRun(runId);
    const [raised] = await rows(runId);
    const runProposalIds = [raised?.runProposalId ?? 0];
    await expect(office.api.runs.change({ runId, runProposalIds, channel: 'letter' })).rejects.toThrow(/al begonnen/);
    await office.api.runs.change({ runId, runProposalIds, isDropped: true, reason: 'Eerst bellen' });
    expect((await office.api.runs.page({ runId })).status).toBe('done');
    expect(server.received).toHaveLength(0);
  });

  it('who is held since, whatever the scope, gets nothing, with the reason', async () => {
    await open();
    const [household, payer, invoice, other] = families(4);
    const runId = await office.approvedRun();
    const why = { kind: 'socialFile' as const, reason: 'Gesprek loopt' };
    await office.api.holds.place({ householdId: household?.householdId ?? 0, ...why });
    await office.api.holds.place({ payerId: payer?.payerId ?? 0, ...why });
    await office.api.holds.place({ invoiceIds: [invoice?.invoiceId ?? 0], ...why });
    expect((await office.sendRun(runId)).result).toMatchObject({ sent: 1 });
    const proposals = await rows(runId);
    expect(count(proposals, 'outcome')).toEqual({ dropped: 3, out: 1 });
    const dropped = proposals.filter(({ outcome }) => outcome === 'dropped');
    expect(dropped.map(({ outcomeReason }) => outcomeReason)).not.toContain('Intussen betaald.');
    expect(stages().map(({ payerId }) => payerId)).toEqual([other?.payerId]);
  });
});

describe('S-16: a run that is carried out twice', () => {
  it('from two windows at the same time: everybody gets one', async () => {
    await open();
    families(60);
    const runId = await office.approvedRun();
    const jobs = await Promise.all([office.sendRun(runId), office.sendRun(runId)]);
    expect(jobs.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(server.received).toHaveLength(60);
    expect(new Set(server.received.map(({ recipients }) => recipients.join())).size).toBe(60);
    expect(await office.sendRun(runId)).toMatchObject({ state: 'done', result: { sent: 0, left: 0 } });
    expect(server.received).toHaveLength(60);
  });

  it('gives the numbers of the school once, in order, and goes on with them in the next run', async () => {
    await open([
      { days: 14, channel: 'email' },
      { days: 15, channel: 'email', text: 'secondReminder' },
    ]);
    families(3);
    const first = await office.approvedRun();
    await office.sendRun(first);
    await office.sendRun(first);
    expect((await rows(first)).map(({ letterNumber }) => letterNumber).toSorted()).toEqual([
      '2026-00001',
      '2026-00002',
      '2026-00003',
    ]);
    // The app stayed closed for three weeks: one stage further, not two.
    office.setClock('2026-12-14');
    const next = await office.approvedRun();
    await office.sendRun(next);
    expect((await rows(next)).map(({ letterNumber, stage }) => `${letterNumber} ${stage}`).toSorted()).toEqual([
      '2026-00004 2',
      '2026-00005 2',
      '2026-00006 2',
    ]);
    expect(server.received).toHaveLength(6);
  });
});

describe('what happens between reserving and leaving', () => {
  /** Reserved while the mail server was out of reach. */
  async function reserved(): Promise<{ runId: number; all: ReturnType<typeof families> }> {
    await open();
    const all = families(3);
    await office.api.correspondence.saveMailSettings({ settings: server.settings({ port: 1 }) });
    const runId = await office.approvedRun();
    expect((await office.sendRun(runId)).state).toBe('failed');
    await office.api.correspondence.saveMailSettings({ settings: server.settings() });
    return { runId, all };
  }

  it('partly paid: the old message is cancelled and a new one leaves with the new amount', async () => {
    const { runId, all } = await reserved();
    post(office.store, all[0]?.invoiceId ?? 0, 'receipt', -40_00, runDay);
    post(office.store, all[1]?.invoiceId ?? 0, 'receipt', -100_00, runDay);
    expect(await office.sendRun(runId)).toMatchObject({ state: 'done', result: { sent: 2, left: 0 } });
    const { messages } = await office.api.correspondence.outbox({ limit: 10 });
    expect(messages.map(({ status, totalCents }) => `${status} ${totalCents}`).toSorted()).toEqual([
      'cancelled 10000',
      'cancelled 10000',
      'sent 10000',
      'sent 6000',
    ]);
    expect(count(await rows(runId), 'outcome')).toEqual({ out: 2, dropped: 1 });
  });

  it('1.3: a day later the printed day to pay is too near, so a new message leaves', async () => {
    const { runId } = await reserved();
    office.setClock(tuesday);
    expect(await office.sendRun(runId)).toMatchObject({ state: 'done', result: { sent: 3, left: 0 } });
    expect(new Set((await rows(runId)).map(({ payBefore }) => payBefore))).toEqual(new Set(['2026-12-08']));
    expect(stages().map(({ termLastDay }) => termLastDay)).toEqual(['2026-12-08', '2026-12-08', '2026-12-08']);
  });

  it('after eight in the evening nothing leaves, also not with what else waits in the outbox', async () => {
    const { runId } = await reserved();
    office.setClock(runDay, '19:05');
    await expect(office.sendRun(runId)).rejects.toThrow(/08:00 en 20:00; het is nu 20:05.*24\/11\/2026 vanaf 08:00/);
    const { jobId } = await office.api.correspondence.resume({});
    expect((await office.api.jobs.wait({ jobId })).result).toMatchObject({ sent: 0 });
    expect(server.received).toHaveLength(0);
    office.setClock(runDay, '07:00');
    expect((await office.sendRun(runId)).result).toMatchObject({ sent: 3 });
  });

  it('when evening falls half way, the job stops and the rest stays ready', async () => {
    const { runId } = await reserved();
    server.onAccepted(() => office.setClock(runDay, '19:01'));
    await office.api.correspondence.saveMailSettings({ settings: server.settings({ messagesPerMinute: 60 }) });
    const job = await office.sendRun(runId);
    expect(job.state).toBe('failed');
    expect(job.failure).toMatch(/tussen 08:00 en 20:00.*nog klaar/);
    const { messages } = await office.api.correspondence.outbox({ limit: 10 });
    expect(messages.filter(({ status }) => status === 'reserved').length).toBeGreaterThan(0);
  });

  it('a manual message about the same bills was somebody’s choice: the run adds none', async () => {
    const { runId, all } = await reserved();
    const selection = { grouping: 'household' as const, keys: [all[0]?.householdId ?? 0] };
    const sent = await office.api.correspondence.send({
      selection,
      textId: office.textId('friendlyReminder'),
      requestKey: 'zelf',
    });
    await office.api.jobs.wait({ jobId: sent.jobId });
    expect((await office.sendRun(runId)).result).toMatchObject({ sent: 2, left: 0 });
    expect(server.received).toHaveLength(3);
    expect(count(await rows(runId), 'outcome')).toEqual({ out: 2, dropped: 1 });
  });
});

describe('what counts as sent', () => {
  it('an uncertain mail that did leave, from the day a person says so', async () => {
    await open();
    families(1);
    const runId = await office.approvedRun();
    await server.close();
    server = await startSmtpServer({ cutAt: (moment) => moment === 'afterData' });
    await office.api.correspondence.saveMailSettings({ settings: server.settings() });
    await office.sendRun(runId);
    expect(stages()).toEqual([]);
    const [message] = (await office.api.correspondence.outbox({ status: 'uncertain' })).messages;
    office.setClock(tuesday);
    await office.api.correspondence.decide({ messageId: message?.messageId ?? 0, decision: 'wasSent' });
    expect(stages()).toMatchObject([{ stage: 1, onDate: tuesday, termLastDay: '2026-12-08' }]);
  });

  it('not a mail that came back: its term never ran and the stage comes again', async () => {
    await open();
    const [family] = families(1);
    await office.sendRun(await office.approvedRun());
    expect(stages()).toHaveLength(1);
    office.setClock('2026-11-30');
    await office.api.people.markEmailBounced({ payerId: family?.payerId ?? 0, bounced: true });
    expect(stages()).toEqual([]);
    // Marked twice is void once.
    await office.api.people.markEmailBounced({ payerId: family?.payerId ?? 0, bounced: true });
    expect(office.store.sql.prepare('SELECT count(*) FROM stage_events').pluck().get()).toBe(2);
    const again = await office.api.dunning.preview({ schoolIds: [office.schoolId] });
    expect(again.proposals).toMatchObject([{ stage: 1 }]);
  });

  it('a call from the day it was made, and never twice on the worklist', async () => {
    await open([
      { days: 14, channel: 'phone', text: 'phoneGuide' },
      { days: 30, channel: 'email' },
    ]);
    const all = families(2);
    const runId = await office.approvedRun();
    expect(await office.sendRun(runId)).toMatchObject({ state: 'done' });
    await office.sendRun(runId);
    const tasks = office.store.sql.prepare('SELECT id, kind, payer_id AS payerId FROM tasks ORDER BY id').all();
    expect(tasks).toMatchObject(all.map(({ payerId }) => ({ kind: 'phone', payerId })));
    expect(stages()).toEqual([]);
    office.store.transaction(() => recordTaskStage(office.store, (tasks[0] as { id: number }).id, tuesday));
    expect(stages()).toMatchObject([{ payerId: all[0]?.payerId, stage: 1, onDate: tuesday, termLastDay: null }]);
  });
});
