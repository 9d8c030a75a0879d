import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { testApplication, temporaryFolder, type TestApplication } from '#test/support/application.ts';
import { addSchool, type FamilyIds } from '#test/support/family.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';
import { askedBy, moveOut, readPaper, sent } from './document-support.ts';
import { jointFamily, moveableClock, type MoveableClock, receive, request } from './support.ts';

let application: TestApplication;
let server: SmtpServer;
let clock: MoveableClock;
let schoolId: number;
let family: FamilyIds;

beforeEach(async () => {
  clock = moveableClock('2026-11-20');
  application = await testApplication('2026-11-20', temporaryFolder(), clock);
  installShippedTexts(application.context);
  server = await startSmtpServer();
  await application.api.correspondence.saveMailSettings({ settings: server.settings({ attachPdf: false }) });
  const { store } = application.context;
  schoolId = addSchool(store);
  family = jointFamily(application, schoolId, [115_00, 100_00]);
  const [anId = 0, bartId = 0] = family.payerIds;
  moveOut(application, bartId);
  store.sql.prepare("UPDATE payers SET email = 'an@thuis.example' WHERE id = ?").run(anId);
  store.sql.prepare("UPDATE payers SET email = 'bart@elders.example', language = 'fr' WHERE id = ?").run(bartId);
});
afterEach(async () => {
  await application.close();
  await server.close();
});

const statuses = () =>
  application.context.store.sql.prepare('SELECT status, failure FROM messages ORDER BY id').raw().all() as [
    string,
    string | null,
  ][];

/** A plan of both parents that both accepted on paper. */
async function accepted(change: { readonly remindDaysBefore?: number; readonly payerIds?: number[] } = {}) {
  const { api } = application;
  const plan = await api.plans.make({ ...request(family, schoolId), count: 6, remindDaysBefore: 7, ...change });
  return api.plans.recordAcceptance({
    planId: plan.planId,
    payerIds: plan.payers.map(({ payerId }) => payerId),
    how: 'paper',
    signedOn: clock.today(),
    proof: { fileName: 'getekend.txt', contentBase64: Buffer.from('getekend').toString('base64') },
  });
}

describe('the paper of a plan by e-mail', () => {
  it('reaches each payer alone, in the own language, with the sheet to sign and a code to scan', async () => {
    const { api } = application;
    const plan = await api.plans.make({ ...request(family, schoolId), count: 3 });
    const asked = { requestKey: 'papier van het plan', planId: plan.planId, payerIds: [...family.payerIds] };
    const { batchId, messageIds } = await api.plans.sendDocument(asked);
    await sent(application);
    expect(messageIds).toHaveLength(2);
    expect(server.received.map(({ recipients }) => recipients)).toEqual(
      expect.arrayContaining([['an@thuis.example'], ['bart@elders.example']]),
    );
    const mails = await Promise.all(server.received.map((_, index) => server.read(index)));
    const toAn = mails.find(({ to }) => to?.[0]?.address === 'an@thuis.example');
    const toBart = mails.find(({ to }) => to?.[0]?.address === 'bart@elders.example');
    expect(toAn?.subject).toBe('Onze afspraken');
    expect(toBart?.subject).toBe('Nos accords');
    const sheet = toAn?.attachments.find(({ mimeType }) => mimeType === 'application/pdf');
    const paper = readPaper(Buffer.from(sheet?.content as ArrayBuffer).toString('base64'));
    expect(paper.codes.map(askedBy)).toEqual(plan.instalments.map(({ amountCents }) => amountCents));
    expect(toAn?.text).toContain('U betaalt €\u00a0215,00 in 3 schijven');
    expect(toAn?.html).toContain('Antwoord op deze e-mail dat u akkoord bent');
    expect(`${toAn?.text}${toAn?.html}${paper.words}`).not.toMatch(/Bart|Geheimstraat|elders\.example/);
    expect(`${toBart?.text}${toBart?.html}`).not.toMatch(/\bAn\b|Wilgenlaan|thuis\.example/);

    // The same button twice is the same batch.
    expect(await api.plans.sendDocument(asked)).toEqual({ batchId, messageIds });
    await sent(application);
    expect(server.received).toHaveLength(2);
    await expect(api.plans.sendDocument({ ...asked, payerIds: [family.payerIds[0] ?? 0] })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const { messages } = await api.plans.page({ planId: plan.planId });
    expect(messages.map(({ kind, status }) => [kind, status])).toEqual([
      ['document', 'sent'],
      ['document', 'sent'],
    ]);
  });

  it('becomes a letter when that is asked, kept as it will be printed', async () => {
    const { api } = application;
    const plan = await api.plans.make({ ...request(family, schoolId), count: 2 });
    const [anId = 0] = family.payerIds;
    const { messageIds } = await api.plans.sendDocument({
      requestKey: 'brief van het plan',
      planId: plan.planId,
      payerIds: [anId],
      channel: 'letter',
    });
    const [messageId = 0] = messageIds;
    const kept = readPaper((await api.correspondence.evidence({ messageId })).contentBase64);
    expect(kept.codes.map(askedBy)).toEqual([107_50, 107_50]);
    expect(statuses()).toEqual([['reserved', null]]);
  });

  it('does not leave to a family that must be left alone, nor of a plan that was stopped', async () => {
    const { api } = application;
    const plan = await api.plans.make({ ...request(family, schoolId), count: 2 });
    await api.holds.place({
      kind: 'bereavement',
      householdId: family.householdId,
      fromDate: '2026-11-20',
      reason: 'Overlijden',
    });
    const asked = { planId: plan.planId, payerIds: [...family.payerIds] };
    await expect(api.plans.sendDocument({ ...asked, requestKey: 'eerste keer' })).rejects.toMatchObject({
      code: 'REFUSED',
    });
    await api.plans.end({ planId: plan.planId, reason: 'Toch niet' });
    await expect(api.plans.sendDocument({ ...asked, requestKey: 'tweede keer' })).rejects.toMatchObject({
      code: 'REFUSED',
    });
    expect(statuses()).toEqual([]);
  });
});

describe('the message before an instalment', () => {
  it('announces each instalment once, with its amount, reference and code, from so many days before', async () => {
    const { api } = application;
    const plan = await accepted({ payerIds: [family.payerIds[0] ?? 0] });
    expect(await api.plans.upcoming({})).toEqual([]);
    clock.setDate('2026-11-24');
    expect(await api.plans.upcoming({})).toMatchObject([
      {
        planId: plan.planId,
        payerName: 'An Peeters',
        number: 1,
        dueDate: '2026-12-01',
        amountCents: 35_84,
        channel: 'email',
      },
    ]);
    const { messageIds } = await api.plans.sendUpcoming({ requestKey: 'eerste schijf', planIds: [plan.planId] });
    await sent(application);
    expect(messageIds).toHaveLength(1);
    const mail = await server.read(0);
    expect(mail.subject).toBe('Bericht van Basisschool De Wilg');
    expect(mail.text).toContain('Op 1 december 2026 komt schijf 1 van 6 van onze afspraken: €\u00a035,84.');
    expect(mail.text).toMatch(/\+\+\+\d{3}\/\d{4}\/\d{5}\+\+\+/);
    expect(mail.attachments.map(({ mimeType }) => mimeType)).toEqual(['image/png']);
    expect(await api.plans.upcoming({})).toEqual([]);
    await expect(api.plans.sendUpcoming({ requestKey: 'nog eens', planIds: [plan.planId] })).rejects.toMatchObject({
      code: 'REFUSED',
    });
    expect((await api.plans.page({ planId: plan.planId })).messages).toMatchObject([
      { kind: 'reminder', status: 'sent' },
    ]);
  });

  it('reaches parents at one address together, and once', async () => {
    const { sql } = application.context.store;
    sql.prepare("UPDATE payers SET email = 'samen@thuis.example', language = 'nl'").run();
    const plan = await accepted();
    clock.setDate('2026-11-25');
    expect(await application.api.plans.upcoming({})).toHaveLength(2);
    const waiting = await application.api.today.worklist({});
    expect(waiting.find(({ kind }) => kind === 'instalments')?.title).toBe('Eén schijf van een plan aan te kondigen');
    await application.api.plans.sendUpcoming({ requestKey: 'samen een bericht', planIds: [plan.planId] });
    await sent(application);
    expect(server.received.map(({ recipients }) => recipients)).toEqual([['samen@thuis.example']]);
    expect((await server.read(0)).text).toContain('Beste An Peeters, beste Bart Peeters,');
    expect(await application.api.plans.upcoming({})).toEqual([]);
  });

  it('is silent when the plan is not accepted, paid, paused, breached or stopped, or contact must stop', async () => {
    const { api } = application;
    const [anId = 0] = family.payerIds;
    const upcoming = async () => (await api.plans.upcoming({})).map(({ number, amountCents }) => [number, amountCents]);
    const plan = await accepted({ payerIds: [anId] });
    clock.setDate('2026-11-25');
    expect(await upcoming()).toEqual([[1, 35_84]]);
    const [signature] = plan.signatures;
    await api.plans.withdrawAcceptance({ planSignatureId: signature?.planSignatureId ?? 0 });
    expect(await upcoming()).toEqual([]);
    await api.plans.recordAcceptance({
      planId: plan.planId,
      payerIds: [anId],
      how: 'reply',
      signedOn: '2026-11-25',
      proof: { fileName: 'antwoord.txt', contentBase64: Buffer.from('akkoord').toString('base64') },
    });
    expect(await upcoming()).toEqual([[1, 35_84]]);
    const { holdIds } = await api.holds.place({
      kind: 'debtSettlement',
      payerId: anId,
      fromDate: '2026-11-25',
      reason: 'Beschikking',
    });
    expect(await upcoming()).toEqual([]);
    await api.holds.lift({ holdIds });
    await receive(application, family, 20_00);
    expect(await upcoming()).toEqual([[1, 15_84]]);
    await receive(application, family, 15_84);
    expect(await upcoming()).toEqual([]);
    clock.setDate('2026-12-28');
    expect(await upcoming()).toEqual([[2, 35_84]]);
    await api.plans.pause({ planId: plan.planId, months: 2, reason: 'Werkloos' });
    expect(await upcoming()).toEqual([]);
    // Nothing came on 1 March: breached, so no friendly message about the next one.
    clock.setDate('2027-03-26');
    expect((await api.plans.page({ planId: plan.planId })).state).toBe('breached');
    expect(await upcoming()).toEqual([]);
    await receive(application, family, 35_84);
    expect(await upcoming()).toEqual([[3, 35_84]]);
    await api.plans.end({ planId: plan.planId, reason: 'Alles geregeld' });
    expect(await upcoming()).toEqual([]);
  });

  it('is withheld when what it says is no longer true at the moment it leaves (S-19)', async () => {
    const { api, context } = application;
    const [anId = 0] = family.payerIds;
    context.store.sql.prepare("UPDATE payers SET channel = 'letter'").run();
    const plan = await accepted({ payerIds: [anId] });
    clock.setDate('2026-11-25');
    const { batchId } = await api.plans.sendUpcoming({ requestKey: 'brief van het plan', planIds: [plan.planId] });
    await receive(application, family, 10_00);
    const { jobId } = await api.correspondence.printLetters({ batchId });
    await api.jobs.wait({ jobId });
    expect(statuses()).toEqual([
      ['cancelled', 'Intussen is er betaald of geboekt: van €\u00a035,84 staat nog €\u00a025,84 open.'],
    ]);
    // What never left was not announced.
    expect(await api.plans.upcoming({})).toMatchObject([{ number: 1, amountCents: 25_84, channel: 'letter' }]);
  });
});
