import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRouterClient } from '@orpc/server';
import { router } from '#main/api/router.ts';
import { post } from '#test/support/family.ts';
import { outboxByAddress, sendAndWait, sendingOffice, type SendingOffice, smallFamily } from '#test/support/sending.ts';
import { type SmtpServer, type SmtpServerOptions, startSmtpServer } from '#test/support/smtp.ts';

// What may happen to a message between the moment it is reserved and the moment it leaves.

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

/** Reserves without sending: the server is away. */
async function reserve(householdIds: readonly number[], requestKey = 'eerst'): Promise<number> {
  await server.close();
  const { job, batchId } = await sendAndWait(office, householdIds, requestKey);
  expect(job.state).toBe('failed');
  return batchId;
}

/** The server is back, on the day given. */
async function resumeOn(today = '2026-11-20', options: SmtpServerOptions = {}): Promise<void> {
  server = await startSmtpServer(options);
  await office.api.correspondence.saveMailSettings({ settings: server.settings() });
  const clock = { ...office.context.clock, today: () => today };
  const api = createRouterClient(router, { context: { ...office.context, clock } });
  const { jobId } = await api.correspondence.resume({});
  expect(await api.jobs.wait({ jobId })).toMatchObject({ state: 'done' });
}

async function reasons(): Promise<(string | null)[]> {
  const { messages } = await office.api.correspondence.outbox({ status: 'cancelled' });
  return messages.map((message) => message.failure);
}

const makeLetters = (householdId: number) =>
  office.store.sql.prepare("UPDATE payers SET channel = 'letter' WHERE household_id = ?").run(householdId);

describe('a message that waits', () => {
  it('does not leave when a newer one for the same invoices waits as well: one reminder, the newest', async () => {
    const family = office.add(smallFamily(1));
    await reserve([family.householdId], 'maandag');
    await reserve([family.householdId], 'dinsdag');
    await resumeOn();
    expect(server.received).toHaveLength(1);
    const { messages } = await office.api.correspondence.outbox({});
    expect(messages.map((message) => message.status)).toEqual(['sent', 'cancelled']);
    expect(await reasons()).toEqual([expect.stringContaining('nieuwer bericht')]);
  });

  it('does not leave when a letter about the same invoices went in the meantime', async () => {
    const family = office.add(smallFamily(1));
    await reserve([family.householdId], 'mail');
    makeLetters(family.householdId);
    const letters = await sendAndWait(office, [family.householdId], 'brief');
    const { jobId } = await office.api.correspondence.printLetters({ batchId: letters.batchId });
    await office.api.jobs.wait({ jobId });
    await office.api.correspondence.confirmPrinted({ batchId: letters.batchId });
    await resumeOn();
    expect(server.received).toHaveLength(0);
    expect(await reasons()).toEqual([expect.stringContaining('nieuwer bericht')]);
  });

  it('leaves as long as what it says about paying is still fair: a week, and not a day more', async () => {
    const [first, second] = [office.add(smallFamily(1)), office.add(smallFamily(2))];
    await reserve([first.householdId]);
    await resumeOn('2026-11-27');
    expect(server.received).toHaveLength(1);
    await reserve([second.householdId], 'daarna');
    await resumeOn('2026-11-28');
    expect(server.received).toHaveLength(0);
    expect(await reasons()).toEqual([expect.stringContaining('langer dan een week')]);
  });

  it('does not leave for an address that came back in the meantime', async () => {
    const family = office.add(smallFamily(1));
    await reserve([family.householdId]);
    await office.api.people.markEmailBounced({ payerId: family.payerIds[0] ?? 0, bounced: true });
    await resumeOn();
    expect(server.received).toHaveLength(0);
    expect(await reasons()).toEqual([expect.stringContaining('kwam intussen terug')]);
  });

  it('leaves for an address that had come back before, when the user chose e-mail all the same', async () => {
    const family = office.add(smallFamily(1));
    const [payerId = 0] = family.payerIds;
    await office.api.people.markEmailBounced({ payerId, bounced: true });
    const { jobId } = await office.api.correspondence.send({
      selection: { grouping: 'household', keys: [family.householdId] },
      textId: office.textId,
      edits: [{ messageKey: `${payerId}-${office.schoolId}`, channel: 'email' }],
      requestKey: 'toch',
    });
    await office.api.jobs.wait({ jobId });
    expect(await outboxByAddress(office)).toEqual({ 'ouder1@voorbeeld.example': 'sent' });
  });

  it('does not leave when the payment comes in at the very last moment, between the address and the message', async () => {
    const family = office.add(smallFamily(1));
    await reserve([family.householdId]);
    await resumeOn('2026-11-20', {
      refuseRecipient: () => {
        post(office.store, family.invoiceIds[0] ?? 0, 'receipt', -2500, '2026-11-20');
        return undefined;
      },
    });
    expect(server.received).toHaveLength(0);
    expect(await reasons()).toEqual(['Alles is intussen betaald.']);
  });

  it('does not leave for a payer who owes a share instead of the whole since, nor for one who owes nothing any more', async () => {
    const family = office.add({
      ...smallFamily(1),
      payers: [
        { firstName: 'Sofie', lastName: 'Abeel', email: 'sofie@voorbeeld.example' },
        { firstName: 'Jan', lastName: 'Den', email: 'jan@voorbeeld.example' },
      ],
    });
    const [sofie = 0, jan = 0] = family.payerIds;
    await reserve([family.householdId]);
    await office.api.people.setLiabilities({
      pupilId: family.pupilIds[0] ?? 0,
      liabilities: [
        { payerId: sofie, kind: 'split', shareBp: 10_000 },
        { payerId: jan, kind: 'split', shareBp: 0 },
      ],
    });
    await resumeOn();
    expect(await outboxByAddress(office)).toEqual({
      'sofie@voorbeeld.example': 'sent',
      'jan@voorbeeld.example': 'cancelled',
    });
    expect(await reasons()).toEqual(['Dit staat nog open, maar niet meer bij deze betaler.']);
  });

  it('goes to the body that receives it in the payer’s place since only in a new batch, never to the payer', async () => {
    const family = office.add(smallFamily(1));
    await reserve([family.householdId]);
    const thirdParty = await office.api.people.saveThirdPartyPayer({
      thirdPartyPayerId: null,
      details: {
        name: 'OCMW Gent',
        contactName: null,
        language: 'nl',
        email: null,
        phone: null,
        channel: 'letter',
        street: 'Onderbergen 86',
        postalCode: '9000',
        city: 'Gent',
        country: 'BE',
        iban: null,
      },
    });
    office.store.sql
      .prepare('UPDATE payers SET third_party_payer_id = ? WHERE id = ?')
      .run(thirdParty.id, family.payerIds[0]);
    await resumeOn();
    expect(server.received).toHaveLength(0);
  });

  it('keeps its payer from being removed, and goes once when two households are merged; the merged one was in touch', async () => {
    const [from, into] = [office.add(smallFamily(1)), office.add(smallFamily(2))];
    await reserve([from.householdId]);
    await expect(office.api.people.removePayer({ payerId: from.payerIds[0] ?? 0 })).rejects.toBeDefined();
    await office.api.people.mergeHouseholds({ fromHouseholdId: from.householdId, intoHouseholdId: into.householdId });
    await resumeOn();
    expect(server.received.map((mail) => mail.recipients[0])).toEqual(['ouder1@voorbeeld.example']);
    const page = await office.api.dossier.page({ householdId: into.householdId });
    const { rows } = await office.api.dossier.households({});
    expect(page.lastContact?.channel).toBe('email');
    expect(rows.find((row) => row.householdId === into.householdId)?.lastContactAt).toBe(page.lastContact?.at);
  });
});

describe('a message of which nobody knows whether it left', () => {
  it('holds back the next one for that payer until a person decides', async () => {
    await server.close();
    server = await startSmtpServer({ cutAt: (moment) => moment === 'afterData' });
    await office.api.correspondence.saveMailSettings({ settings: server.settings() });
    const family = office.add(smallFamily(1));
    await sendAndWait(office, [family.householdId], 'eerst');
    expect(await outboxByAddress(office)).toEqual({ 'ouder1@voorbeeld.example': 'uncertain' });

    const selection = { grouping: 'household' as const, keys: [family.householdId] };
    const before = await office.api.correspondence.prepare({ selection, textId: office.textId });
    expect(before.messages).toEqual([]);
    expect(before.excluded).toMatchObject([
      { reason: 'undecided', sentence: expect.stringContaining('Postvak uit') as string },
    ]);
    await expect(
      office.api.correspondence.send({ selection, textId: office.textId, requestKey: 'tweede' }),
    ).rejects.toMatchObject({ code: 'REFUSED' });

    const [uncertain] = (await office.api.correspondence.outbox({ status: 'uncertain' })).messages;
    await office.api.correspondence.decide({ messageId: uncertain?.messageId ?? 0, decision: 'wasSent' });
    const after = await office.api.correspondence.prepare({ selection, textId: office.textId });
    expect(after.messages).toHaveLength(1);
  });
});

describe('letters', () => {
  it('count as posted only after they were printed, whatever is pressed first', async () => {
    const family = office.add(smallFamily(1));
    makeLetters(family.householdId);
    const { batchId } = await sendAndWait(office, [family.householdId], 'brief');
    expect(await office.api.correspondence.confirmPrinted({ batchId })).toEqual({ confirmed: 0 });
    const { jobId } = await office.api.correspondence.printLetters({ batchId });
    await office.api.jobs.wait({ jobId });
    expect(await office.api.correspondence.confirmPrinted({ batchId })).toEqual({ confirmed: 1 });
  });

  it('one that was cancelled while it was printed is not counted as posted', async () => {
    const family = office.add(smallFamily(1));
    makeLetters(family.householdId);
    const { batchId } = await sendAndWait(office, [family.householdId], 'brief');
    const { jobId } = await office.api.correspondence.printLetters({ batchId });
    await office.api.jobs.wait({ jobId });
    const [letter] = (await office.api.correspondence.outbox({ batchId })).messages;
    await office.api.correspondence.decide({ messageId: letter?.messageId ?? 0, decision: 'cancel' });
    expect(await office.api.correspondence.confirmPrinted({ batchId })).toEqual({ confirmed: 0 });
    await expect(office.api.correspondence.printLetters({ batchId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
