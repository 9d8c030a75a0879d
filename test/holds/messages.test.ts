import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whyWithheld } from '#main/correspondence/recheck.ts';
import { richText, richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { post } from '#test/support/family.ts';
import { sendingOffice, type SendingOffice, smallFamily } from '#test/support/sending.ts';

// What a hold means for messages: the plan, and the look just before one leaves.

let office: SendingOffice;
beforeEach(async () => {
  office = await sendingOffice(null, '2026-11-20');
});
afterEach(() => office.application.close());

async function prepared(householdId: number, textId = office.textId) {
  const { messages, excluded } = await office.api.correspondence.prepare({
    selection: { grouping: 'household', keys: [householdId] },
    textId,
  });
  return {
    messages: messages.map(({ recipientName, totalCents }) => [recipientName, totalCents]),
    excluded: excluded.map(({ payerName, sentence }) => [payerName, sentence]),
  };
}

describe('S-20: separated parents 60/40', () => {
  const family = {
    name: 'Gezin Abeel',
    payers: [
      { firstName: 'Anke', lastName: 'Abeel', email: 'anke@voorbeeld.example' },
      { firstName: 'Bram', lastName: 'Den', email: 'bram@voorbeeld.example' },
    ],
    pupils: [
      { number: 'S-1', amountCents: 80_00, dueDate: '2026-10-11' },
      { number: 'S-2', amountCents: 45_00, dueDate: '2026-11-02' },
      { number: 'S-3', amountCents: 25_00, dueDate: '2026-11-21' },
    ].map((invoice, index) => ({
      firstName: `Kind ${index}`,
      lastName: 'Abeel',
      shares: [6000, 4000],
      invoices: [invoice],
    })),
  };

  it('a court or social hold on one parent silences only that parent', async () => {
    const { householdId, payerIds } = office.add(family);
    expect((await prepared(householdId)).messages).toEqual([
      ['Anke Abeel', 75_00],
      ['Bram Den', 50_00],
    ]);
    for (const kind of ['debtSettlement', 'socialFile'] as const) {
      const { holdIds } = await office.api.holds.place({ payerId: payerIds[0] ?? 0, kind, reason: 'rechtbank' });
      expect(await prepared(householdId)).toEqual({
        messages: [['Bram Den', 50_00]],
        excluded: [['Anke Abeel', 'Alle 2 vervallen facturen staan op niet verwerken.']],
      });
      await office.api.holds.lift({ holdIds });
    }
    await office.api.holds.place({ householdId, reason: 'allebei' });
    expect((await prepared(householdId)).messages).toEqual([]);
  });

  it('a parent who is held by name gets no message without amounts either', async () => {
    const { payerIds, householdId } = office.add({ ...family, pupils: [{ firstName: 'Noor', lastName: 'Abeel' }] });
    await office.api.holds.place({ payerId: payerIds[0] ?? 0, kind: 'mediation', reason: 'CAW' });
    const { textId } = await office.api.correspondence.saveText({
      textId: null,
      name: 'Dank',
      tone: 'friendly',
      versions: [{ language: 'nl', subject: 'Dank', body: richText.parse(richTextFromPlain('Dank voor alles.')) }],
    });
    expect(await prepared(householdId, textId)).toEqual({
      messages: [['Bram Den', 0]],
      excluded: [['Anke Abeel', 'Deze betaler is opgeschort.']],
    });
  });
});

describe('S-12: 1.000,00 in five bills of 200,00', () => {
  it('blocked: nothing, however often it is asked; unblocked: all of it; paid: nothing is due', async () => {
    const { householdId, invoiceIds } = office.add({
      ...smallFamily(1),
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Abeel',
          invoices: [1, 2, 3, 4, 5].map((number) => ({ number: `D-${number}`, amountCents: 200_00 })),
        },
      ],
    });
    const { holdIds } = await office.api.holds.place({
      invoiceIds: [...invoiceIds],
      kind: 'dispute',
      reason: 'betwist',
    });
    for (let run = 0; run < 3; run += 1) expect((await prepared(householdId)).messages).toEqual([]);
    await office.api.holds.lift({ holdIds });
    for (let run = 0; run < 3; run += 1) {
      expect((await prepared(householdId)).messages).toEqual([['Sofie Abeel 1', 1000_00]]);
    }
    for (const invoiceId of invoiceIds) post(office.store, invoiceId, 'receipt', -200_00, '2026-11-20');
    expect((await prepared(householdId)).messages).toEqual([]);
  });
});

describe('just before a message leaves', () => {
  const targets = ['householdId', 'payerId', 'schoolId'] as const;
  it.each(targets)('a hold on %s that came meanwhile keeps it here', async (target) => {
    const { householdId, payerIds } = office.add(smallFamily(1));
    const ids = { householdId, payerId: payerIds[0] ?? 0, schoolId: office.schoolId };
    const { batchId } = await office.api.correspondence.send({
      selection: { grouping: 'household', keys: [householdId] },
      textId: office.textId,
      requestKey: target,
      edits: [{ messageKey: `${ids.payerId}-${office.schoolId}`, channel: 'letter' }],
    });
    const messageId = office.store.sql
      .prepare('SELECT id FROM messages WHERE batch_id = ?')
      .pluck()
      .get(batchId) as number;
    expect(whyWithheld(office.store, messageId, '2026-11-20')).toBeNull();
    const held = { [target]: ids[target] } as { householdId: number };
    const { holdIds } = await office.api.holds.place({ ...held, reason: 'vakantie', fromDate: '2026-11-21' });
    expect(whyWithheld(office.store, messageId, '2026-11-20')).toBeNull();
    expect(whyWithheld(office.store, messageId, '2026-11-21')?.detail).toContain('niet verwerken');
    await office.api.holds.lift({ holdIds });
    expect(whyWithheld(office.store, messageId, '2026-11-21')).toBeNull();
  });
});
