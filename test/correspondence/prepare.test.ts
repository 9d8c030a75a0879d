import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeStructuredReference, parseStructuredReference } from '#shared/bank/structured-reference.ts';
import { payerReferenceCandidate } from '#shared/correspondence/payer-reference.ts';
import { addFamily, addInvoice, addSchool } from '#test/support/family.ts';
import { sendAndWait, sendingOffice, type SendingOffice, smallFamily } from '#test/support/sending.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';

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

function invoices(...amounts: readonly number[]) {
  return amounts.map((amountCents, index) => ({ number: `${index + 100}${amountCents}`, amountCents }));
}

describe('what was picked', () => {
  const picked = async (
    grouping: 'invoice' | 'pupil' | 'household' | 'payer',
    keys: number[],
    unique?: 'pupil' | 'household',
  ) => {
    const { messages } = await office.api.correspondence.prepare({
      selection: { grouping, keys, ...(unique ? { unique } : {}) },
      textId: office.textId,
    });
    return messages.map((message) => [message.recipientName, message.totalCents]);
  };

  it('one invoice or the pupil: every open invoice of that pupil; the household, also picked once: of every child; a payer: only that payer', async () => {
    const family = office.add({
      name: 'Gezin Abeel',
      payers: [
        { firstName: 'Sofie', lastName: 'Abeel', email: 'sofie@voorbeeld.example' },
        { firstName: 'Jan', lastName: 'Peeters', email: 'jan@voorbeeld.example' },
      ],
      pupils: [
        { firstName: 'Noor', lastName: 'Peeters', invoices: invoices(1000, 2000) },
        { firstName: 'Lou', lastName: 'Peeters', invoices: invoices(400) },
      ],
    });
    const both = (cents: number) =>
      expect.arrayContaining([
        ['Sofie Abeel', cents],
        ['Jan Peeters', cents],
      ]) as unknown;
    expect(await picked('invoice', [family.invoiceIds[0] ?? 0])).toEqual(both(3000));
    expect(await picked('pupil', [family.pupilIds[1] ?? 0])).toEqual(both(400));
    expect(await picked('household', [family.householdId])).toEqual(both(3400));
    expect(await picked('payer', [family.payerIds[1] ?? 0])).toEqual([['Jan Peeters', 3400]]);
    expect(await picked('invoice', [family.invoiceIds[0] ?? 0], 'pupil')).toEqual(both(3000));
    expect(await picked('invoice', [family.invoiceIds[0] ?? 0], 'household')).toEqual(both(3400));
  });

  it('a family with children in two schools: one message per school', async () => {
    const linde = addSchool(office.store, 'Middenschool De Linde');
    const family = addFamily(office.store, office.schoolId, {
      ...smallFamily(1),
      pupils: [
        { firstName: 'Noor', lastName: 'Abeel', invoices: invoices(1000) },
        { firstName: 'Lou', lastName: 'Abeel', schoolId: linde, invoices: invoices(300) },
      ],
    });
    const { messages, totals } = await office.api.correspondence.prepare({
      selection: { grouping: 'household', keys: [family.householdId] },
      textId: office.textId,
    });
    expect(messages.map((message) => [message.schoolName, message.totalCents])).toEqual([
      ['Basisschool De Wilg', 1000],
      ['Middenschool De Linde', 300],
    ]);
    expect(totals).toEqual({ messages: 2, emails: 2, letters: 0, households: 1, cents: 1300 });
  });

  it('the one thing that stops a school without an account is said before anything is sent', async () => {
    office.store.sql.prepare('UPDATE schools SET iban = NULL').run();
    const family = office.add(smallFamily(1));
    const selection = { grouping: 'household' as const, keys: [family.householdId] };
    const { blockers, messages } = await office.api.correspondence.prepare({ selection, textId: office.textId });
    expect(blockers.join(' ')).toContain('rekeningnummer');
    expect(messages[0]?.exceptions.map((note) => note.code)).toContain('noIban');
  });
});

describe('the preview', () => {
  it('is the message that leaves', async () => {
    const family = office.add(smallFamily(1));
    const selection = { grouping: 'household' as const, keys: [family.householdId] };
    const messageKey = `${family.payerIds[0]}-${office.schoolId}`;
    const preview = await office.api.correspondence.previewMessage({ selection, textId: office.textId, messageKey });
    expect(preview).toMatchObject({
      channel: 'email',
      problems: [],
      recipient: 'Sofie Abeel 1, ouder1@voorbeeld.example',
    });
    expect(Buffer.from(preview.pdfBase64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    await sendAndWait(office, [family.householdId], 'k');
    const mail = await server.read(0);
    expect(mail.subject).toBe(preview.subject);
    expect(mail.text?.trim().replace(/\s+/g, ' ')).toBe(preview.emailText.trim().replace(/\s+/g, ' '));
  });

  it('of a text works for a household that owes nothing, and names what is wrong in the text', async () => {
    const family = office.add({ ...smallFamily(1), pupils: [{ firstName: 'Noor', lastName: 'Abeel' }] });
    const preview = await office.api.correspondence.previewText({
      householdId: family.householdId,
      text: {
        draft: {
          language: 'nl',
          subject: 'Dag',
          body: {
            type: 'doc',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: '$$LEERLIN$$ $$LEERLING$$' }] }],
          },
        },
      },
    });
    expect(preview.emailText).toContain('Noor Abeel');
    expect(preview.problems).toMatchObject([{ found: '$$LEERLIN$$', nearest: 'LEERLING' }]);
  });
});

describe('the own reference of a payer for several invoices', () => {
  const ofPayer = (payerId: number): unknown =>
    office.store.sql
      .prepare('SELECT structured_reference FROM payer_references WHERE payer_id = ?')
      .pluck()
      .get(payerId);

  it('is given at the first message, is a valid OGM, stands in the message, and stays the same', async () => {
    const family = office.add({
      ...smallFamily(1),
      pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: invoices(1000, 2000) }],
    });
    expect(ofPayer(family.payerIds[0] ?? 0)).toBeUndefined();
    await sendAndWait(office, [family.householdId], 'een');
    const reference = ofPayer(family.payerIds[0] ?? 0) as string;
    expect(parseStructuredReference(reference)).toBe(reference);
    expect((await server.read(0)).text).toContain(
      `${reference.slice(0, 3)}/${reference.slice(3, 7)}/${reference.slice(7)}`,
    );
    await sendAndWait(office, [family.householdId], 'twee');
    expect(ofPayer(family.payerIds[0] ?? 0)).toBe(reference);
  });

  it('is not made when one invoice is due: its own reference pays it', async () => {
    const family = office.add(smallFamily(1));
    await sendAndWait(office, [family.householdId], 'een');
    expect(ofPayer(family.payerIds[0] ?? 0)).toBeUndefined();
    expect((await office.api.correspondence.outbox({})).messages).toHaveLength(1);
  });

  it('never collides with the reference of an invoice', async () => {
    const family = office.add({
      ...smallFamily(1),
      pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: invoices(1000, 2000) }],
    });
    const taken = payerReferenceCandidate(office.schoolId, family.payerIds[0] ?? 0, 0);
    const other = office.add(smallFamily(2));
    addInvoice(office.store, office.schoolId, other.pupilIds[0] ?? 0, {
      number: 'X-1',
      amountCents: 100,
      structuredReference: taken,
    });
    await sendAndWait(office, [family.householdId], 'een');
    expect(ofPayer(family.payerIds[0] ?? 0)).toBe(payerReferenceCandidate(office.schoolId, family.payerIds[0] ?? 0, 1));
  });

  it('differs for every payer and school', () => {
    const references = new Set<string>();
    for (let schoolId = 1; schoolId <= 30; schoolId += 1)
      for (let payerId = 1; payerId <= 300; payerId += 1) references.add(payerReferenceCandidate(schoolId, payerId, 0));
    expect(references.size).toBe(9000);
    expect([...references].every((reference) => makeStructuredReference(reference.slice(0, 10)) === reference)).toBe(
      true,
    );
  });
});

describe('separated parents', () => {
  it('each get their own share and nothing of the other in what leaves', async () => {
    const family = office.add({
      name: 'Gezin Abeel',
      payers: [
        { firstName: 'Sofie', lastName: 'Abeel', email: 'sofie@voorbeeld.example' },
        { firstName: 'Jan', lastName: 'Peeters', email: 'jan@voorbeeld.example' },
      ],
      pupils: [{ firstName: 'Noor', lastName: 'Maes', shares: [6000, 4000], invoices: invoices(12_501) }],
    });
    await sendAndWait(office, [family.householdId], 'een');
    const mails = await Promise.all([server.read(0), server.read(1)]);
    const of = (name: string) =>
      mails.find((mail) => mail.to?.[0]?.address === `${name}@voorbeeld.example`)?.text ?? '';
    expect(of('sofie')).toContain('75,01');
    expect(of('jan')).toContain('50,00');
    expect(of('sofie')).not.toMatch(/Peeters|50,00|jan@/);
    expect(of('jan')).not.toMatch(/Sofie|Abeel|75,01/);
  });
});
