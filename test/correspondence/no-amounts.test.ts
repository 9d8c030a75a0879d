import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asksPayment } from '#shared/correspondence/asks-payment.ts';
import { planMessages } from '#shared/correspondence/plan-messages.ts';
import { richText, richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { readShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { family, invoice, joint, payer } from '#test/support/plan-family.ts';
import { sendAndWait, sendingOffice, type SendingOffice, smallFamily } from '#test/support/sending.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';

// A text that names no amount, such as a word of thanks, is for who has paid as well.

describe('a text that asks for nothing', () => {
  it('of the shipped ones it is the thanks and the correction', () => {
    const asking = readShippedTexts().map(({ key, versions }) => [key, asksPayment(versions)]);
    expect(asking.filter(([, asks]) => asks === false)).toEqual([
      ['correction', false],
      ['thankYou', false],
    ]);
  });

  it('asks as soon as one of its languages names an amount', () => {
    const version = (plain: string) => ({ subject: 'Bericht', body: richTextFromPlain(plain) });
    expect(asksPayment([version('Dag $$AANSPREKING$$, $$ZIN_GESPREID_BETALEN$$')])).toBe(false);
    expect(asksPayment([version('Dag'), version('Encore $$montant$$')])).toBe(true);
  });

  const thanks = { asksPayment: false, selectedPupilIds: new Set([1]) } as const;

  it('goes to everyone liable for the pupil, with nothing open', () => {
    const payers = [payer(1), payer(2)];
    const plan = planMessages(family({ ...thanks, payers, liabilities: [joint(1), joint(2)] }));
    expect(plan.excluded).toEqual([]);
    expect(plan.messages.map((one) => [one.messageKey, one.totalCents, one.facts.pupils.length])).toEqual([
      ['1-1', 0, 1],
      ['2-1', 0, 1],
    ]);
    expect(plan.messages[0]?.facts.structuredReference).toBeNull();
  });

  it('says before it goes that something is still due, and names it in the message nowhere', () => {
    const [message] = planMessages(family({ ...thanks, invoices: [invoice(10_000)] })).messages;
    expect(message?.exceptions).toMatchObject([
      { code: 'stillOpen', sentence: expect.stringContaining('100,00') as string },
    ]);
    expect(message?.facts.items).toEqual([]);
  });

  it('does not go to who has nothing due but what is held: a hold wins over every message', () => {
    const held = invoice(10_000, { held: true });
    const plan = planMessages(family({ ...thanks, invoices: [held] }));
    expect(plan.messages).toEqual([]);
    expect(plan.excluded).toMatchObject([{ reason: 'allHeld' }]);
    expect(planMessages(family({ ...thanks, invoices: [held, invoice(100)] })).messages).toHaveLength(1);
  });

  it('names a family without anyone to write to', () => {
    const plan = planMessages(family({ ...thanks, payers: [], liabilities: [] }));
    expect(plan.messages).toEqual([]);
    expect(plan.excluded).toMatchObject([{ reason: 'noLiablePayer', householdId: 1 }]);
  });
});

describe('thanks that are sent', () => {
  let office: SendingOffice;
  let server: SmtpServer;
  beforeEach(async () => {
    server = await startSmtpServer();
    office = await sendingOffice(server.settings());
    const { textId } = await office.api.correspondence.saveText({
      textId: null,
      name: 'Bedankt',
      tone: 'friendly',
      versions: [{ language: 'nl', subject: 'Bedankt', body: richText.parse(richTextFromPlain('$$AANSPREKING$$')) }],
    });
    office = { ...office, textId };
  });
  afterEach(async () => {
    await office.application.close();
    await server.close();
  });

  it('reach a family that owes nothing', async () => {
    const { householdId } = office.add({ ...smallFamily(1), pupils: [{ firstName: 'Noor', lastName: 'Abeel' }] });
    const { job } = await sendAndWait(office, [householdId], 'k');
    expect(job).toMatchObject({ state: 'done', result: { sent: 1, cancelled: 0 } });
    expect(server.received.map((mail) => mail.recipients)).toEqual([['ouder1@voorbeeld.example']]);
  });

  it('do not leave to an address that changed since', async () => {
    const { householdId, payerIds } = office.add(smallFamily(1));
    await server.close();
    const { batchId } = await sendAndWait(office, [householdId], 'k');
    office.store.sql.prepare("UPDATE payers SET email = 'nieuw@voorbeeld.example' WHERE id = ?").run(payerIds[0]);
    server = await startSmtpServer();
    await office.api.correspondence.saveMailSettings({ settings: server.settings() });
    const { jobId } = await office.api.correspondence.resume({ batchId });
    await office.api.jobs.wait({ jobId });
    const { messages } = await office.api.correspondence.outbox({ batchId });
    expect(messages).toMatchObject([{ status: 'cancelled' }]);
    expect(messages[0]?.failure).toContain('adres');
  });
});
