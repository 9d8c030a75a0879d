import { afterEach, describe, expect, it } from 'vitest';
import type { JobProgress } from '#shared/jobs/contract.ts';
import type { FamilyIds } from '#test/support/family.ts';
import { runDay, runOffice, type RunOffice } from '#test/support/run-office.ts';
import { smallFamily } from '#test/support/sending.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';

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

/** With an e-mail address, or with none: then a letter is what is left. */
function families(from: number, count: number, by: 'email' | 'letter' = 'email'): FamilyIds[] {
  return office.store.transaction(() =>
    Array.from({ length: count }, (_, index) => {
      const family = smallFamily(from + index, 50_00);
      if (by === 'email') return office.add(family);
      return office.add({ ...family, payers: [{ firstName: 'Sofie', lastName: `Abeel ${from + index}` }] });
    }),
  );
}

async function printed(runId: number, registered = false): Promise<JobProgress> {
  return office.api.jobs.wait(await office.api.runs.printLetters({ runId, registered }));
}

function stageEvents(): { payerId: number; channel: string; onDate: string; termLastDay: string }[] {
  return office.store.sql
    .prepare(
      'SELECT payer_id AS payerId, channel, on_date AS onDate, term_last_day AS termLastDay FROM stage_events ORDER BY id',
    )
    .all() as never;
}

describe('S-22: a run that is taken back', () => {
  it('80 letters printed and not posted, 40 mails sent: the letters are void, the mails stay and can be corrected', async () => {
    await open();
    const letters = families(0, 80, 'letter');
    const mails = families(80, 40);
    const runId = await office.approvedRun();
    expect(await office.sendRun(runId)).toMatchObject({ state: 'done', result: { sent: 40 } });
    expect((await printed(runId)).result).toMatchObject({ letters: 80, cancelled: 0 });

    const taken = await office.api.runs.reverse({ runId, reason: 'Verkeerde vervaldag ingelezen' });
    expect(taken).toEqual({ runId, voided: 80, stayed: 40 });
    const page = await office.api.runs.page({ runId });
    expect(page.status).toBe('reversed');
    expect(page.reversal).toMatchObject({ reason: 'Verkeerde vervaldag ingelezen', voided: 80, stayed: 40 });
    const voided = page.proposals.filter(({ outcome }) => outcome === 'void');
    expect(new Set(voided.map(({ letterNumber }) => letterNumber)).size).toBe(80);
    expect(voided.every(({ messageStatus }) => messageStatus === 'cancelled')).toBe(true);
    // Only who got a mail has had a stage; the others start over.
    expect(
      stageEvents()
        .map(({ payerId }) => payerId)
        .toSorted((a, b) => a - b),
    ).toEqual(mails.map(({ payerIds }) => payerIds[0]));
    office.setClock('2026-11-24');
    const { proposals } = await office.api.dunning.preview({ schoolIds: [office.schoolId] });
    expect(proposals.map(({ payerId, stage }) => ({ payerId, stage }))).toEqual(
      letters.map(({ payerIds }) => ({ payerId: payerIds[0], stage: 1 })),
    );
    // The history of a letter tells all of it.
    const [first] = voided;
    const message = await office.api.correspondence.message({ messageId: first?.messageId ?? 0 });
    expect(message.events.map(({ status }) => status)).toEqual(['reserved', 'printed', 'cancelled']);

    await expect(office.api.runs.reverse({ runId, reason: 'Nog eens' })).rejects.toThrow(/al teruggedraaid/);
    await expect(office.sendRun(runId)).rejects.toThrow(/teruggedraaid/);

    const textId = office.textId('correction');
    const correct = async () => office.api.jobs.wait(await office.api.runs.correct({ runId, textId }));
    expect(await correct()).toMatchObject({ state: 'done', result: { sent: 40 } });
    expect(await correct()).toMatchObject({ state: 'done', result: { sent: 0 } });
    expect(server.received).toHaveLength(80);
  });

  it('is refused before it began and while mails are leaving; what was posted stays posted', async () => {
    await open();
    families(0, 2, 'letter');
    const runId = await office.approvedRun();
    await expect(office.api.runs.reverse({ runId, reason: 'Te vroeg' })).rejects.toThrow(/nog niet begonnen/);
    await expect(office.api.runs.correct({ runId, textId: office.textId('correction') })).rejects.toThrow(
      /draai de run eerst terug/,
    );
    await office.sendRun(runId);
    await printed(runId);
    const { messages } = await office.api.correspondence.outbox({});
    const [posted] = messages.toSorted((a, b) => a.messageId - b.messageId);
    await office.api.runs.confirmPosted({ runId, messageIds: [posted?.messageId ?? 0] });
    expect(await office.api.runs.reverse({ runId, reason: 'Fout in de tekst' })).toMatchObject({
      voided: 1,
      stayed: 1,
    });
    expect(stageEvents()).toHaveLength(1);
  });

  it('takes calls that nobody made off the worklist', async () => {
    await open([{ days: 14, channel: 'phone', text: 'phoneGuide' }]);
    families(0, 2);
    const runId = await office.approvedRun();
    await office.sendRun(runId);
    expect(await office.api.runs.reverse({ runId, reason: 'Te vroeg' })).toMatchObject({ voided: 2, stayed: 0 });
    expect(await office.api.today.tasks({})).toEqual([]);
    const { proposals } = await office.api.dunning.preview({ schoolIds: [office.schoolId] });
    expect(proposals).toHaveLength(2);
  });
});

describe('letters of a run', () => {
  it('count from the day they were posted; a day that leaves less than the term of the law is refused by name', async () => {
    await open();
    families(0, 2, 'letter');
    const runId = await office.approvedRun();
    await office.sendRun(runId);
    expect(await printed(runId)).toMatchObject({ result: { letters: 2 } });
    // Made on Monday 23/11; a letter of Tuesday starts on the third working day, Friday 27/11.
    office.setClock('2026-12-01');
    await expect(office.api.runs.confirmPosted({ runId, postedOn: '2026-12-02' })).rejects.toThrow(/toekomst/);
    await expect(office.api.runs.confirmPosted({ runId })).rejects.toThrow(/2026-00001 Sofie Abeel 0/);
    expect(stageEvents()).toEqual([]);
    expect(await office.api.runs.confirmPosted({ runId, postedOn: '2026-11-24' })).toEqual({ confirmed: 2 });
    expect(stageEvents()[0]).toMatchObject({ channel: 'letter', onDate: '2026-11-24', termLastDay: '2026-12-10' });
    expect(await office.api.runs.confirmPosted({ runId, postedOn: '2026-11-24' })).toEqual({ confirmed: 0 });
  });

  it('are read again when they are printed: paid is left out, partly paid is drawn anew with the new amount', async () => {
    await open();
    const [paid, part] = families(0, 3, 'letter');
    const runId = await office.approvedRun();
    await office.sendRun(runId);
    const book = (invoiceId: number, amountCents: number) =>
      office.api.ledger.bookReceipts({
        requestKey: `ontvangst-${invoiceId}`,
        schoolId: office.schoolId,
        controlTotalCents: amountCents,
        lines: [
          {
            householdId: invoiceId === paid?.invoiceIds[0] ? paid.householdId : (part?.householdId ?? 0),
            amountCents,
            method: 'cash',
            valueDate: runDay,
            description: '',
            allocations: [{ invoiceId, amountCents }],
          },
        ],
      });
    await book(paid?.invoiceIds[0] ?? 0, 50_00);
    await book(part?.invoiceIds[0] ?? 0, 20_00);
    const job = await printed(runId);
    expect(job.result).toMatchObject({ letters: 2, cancelled: 2 });
    const { messages } = await office.api.correspondence.outbox({ status: 'reserved' });
    expect(messages.map(({ totalCents }) => totalCents).toSorted()).toEqual([30_00, 50_00]);
    expect((await office.api.runs.page({ runId })).status).toBe('done');
    // Printed once is in the post perhaps: it is not taken out of the pile any more.
    expect((await printed(runId)).result).toMatchObject({ letters: 2, cancelled: 0 });
  });

  it('that are registered are a pile of their own, and the outbox leaves both to the run', async () => {
    await open([
      { days: 14, channel: 'letter' },
      { days: 15, channel: 'letter', text: 'secondReminder' },
    ]);
    families(0, 3, 'letter');
    const { runId } = await office.api.runs.start({ requestKey: 'aangetekend', schoolIds: [office.schoolId] });
    const [first] = (await office.api.runs.page({ runId })).proposals;
    const runProposalIds = [first?.runProposalId ?? 0];
    await office.api.runs.change({ runId, runProposalIds, channel: 'registeredLetter', reason: 'Dringend' });
    await office.api.runs.submit({ runId });
    await office.sendRun(runId);
    expect((await printed(runId, true)).result).toMatchObject({ letters: 1 });
    expect((await printed(runId)).result).toMatchObject({ letters: 2 });
    const [batch] = await office.api.correspondence.batches();
    expect(batch).toMatchObject({ textName: 'Herinneringen van 23/11/2026', runId });
    const batchId = batch?.batchId ?? 0;
    await expect(office.api.correspondence.printLetters({ batchId })).rejects.toThrow(/horen bij een run/);
    await expect(office.api.correspondence.confirmPrinted({ batchId })).rejects.toThrow(/horen bij een run/);
    await office.api.runs.confirmPosted({ runId });
    expect(
      stageEvents()
        .map(({ channel }) => channel)
        .toSorted(),
    ).toEqual(['letter', 'letter', 'registeredLetter']);
    const { entries } = await office.api.dossier.timeline({ householdId: first?.householdId ?? 0 });
    expect(entries.map(({ summary }) => summary).join()).toMatch(/nr\. 2026-0000\d\)/);
  });
});
