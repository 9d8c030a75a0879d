import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatCents } from '#shared/money/cents.ts';
import { refundCommand } from '#main/ledger/refund.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addInvoice, addSchool, type FamilyIds, insert, post } from '#test/support/family.ts';
import { addAbeel, addHalves, askFrom, balanceOf, movementsOf, receiveFrom, refusalOf } from './money-support.ts';

const iban = 'BE71 0961 2345 6769';

let application: TestApplication;
let schoolId: number;
let abeel: FamilyIds;
let overpaid: number;

beforeEach(async () => {
  application = await testApplication();
  const { store } = application.context;
  schoolId = addSchool(store);
  abeel = addAbeel(store, schoolId);
  overpaid = addInvoice(store, schoolId, abeel.pupilIds[0] ?? 0, {
    number: '2026-1',
    amountCents: 100_00,
    paidCents: 120_00,
  });
});
afterEach(() => application.close());

function request(change: Partial<Parameters<typeof refundCommand.plan>[1]> = {}) {
  return {
    invoiceId: overpaid,
    amountCents: 20_00,
    method: 'bank' as const,
    payerId: abeel.payerIds[0] ?? 0,
    thirdPartyPayerId: null,
    iban,
    holderName: null,
    reason: 'dubbel betaald',
    ...change,
  };
}
const refund = (change: Partial<Parameters<typeof refundCommand.plan>[1]> = {}) =>
  application.api.ledger.refund(request(change));
const orders = () => application.api.ledger.paymentOrders({});

describe('a refund', () => {
  it('P-6: of 20,00 that was paid too much brings the balance back to 0,00 and orders the transfer', async () => {
    const answer = await refund();
    expect(answer.outcome).toBe('booked');
    expect(balanceOf(application.context.store, overpaid)).toBe(0);
    expect(movementsOf(application.context.store, 'refund')).toMatchObject([{ kind: 'refund', amountCents: 20_00 }]);
    expect(await orders()).toMatchObject([
      {
        schoolId,
        householdId: abeel.householdId,
        beneficiaryName: 'Jan Abeel',
        iban: 'BE71096123456769',
        amountCents: 20_00,
        status: 'waiting',
        paymentFileId: null,
      },
    ]);
  });

  it('P-6: waits for a second person when the school asks for one; until then nothing is booked', async () => {
    askFrom(application.context.store, schoolId, 'refund', 20_00);
    expect((await refund()).outcome).toBe('waiting');
    expect(balanceOf(application.context.store, overpaid)).toBe(-20_00);
    expect(await orders()).toEqual([]);
    expect((await refund({ amountCents: 19_99 })).outcome).toBe('booked');
  });

  it('never gives more than what stands too much, and says both amounts', async () => {
    const refusal = await refusalOf(refund({ amountCents: 20_01 }));
    expect(refusal).toMatchObject({ code: 'REFUSED', field: 'amountCents' });
    expect(refusal.sentence).toContain('€ 20,00');
    expect(refusal.sentence).toContain('€ 20,01');
    await refund();
    expect((await refusalOf(refund({ amountCents: 1 }))).sentence).toContain('staat niets te veel');
  });

  it('in cash orders nothing at the bank', async () => {
    await refund({ method: 'cash', iban: null });
    expect(balanceOf(application.context.store, overpaid)).toBe(0);
    expect(await orders()).toEqual([]);
  });

  it.each([
    ['without an account number', null],
    ['on an account number that is wrong', 'BE71096123456768'],
  ])('is refused %s', async (_, wrong) => {
    expect(await refusalOf(refund({ iban: wrong }))).toMatchObject({ code: 'INVALID', field: 'iban' });
    expect(balanceOf(application.context.store, overpaid)).toBe(-20_00);
  });

  it('goes to one payer of the family or to one body that pays in their place', async () => {
    const { store } = application.context;
    const other = addFamily(store, schoolId, { name: 'Den', payers: [{ firstName: 'Lies', lastName: 'Den' }] });
    const [stranger = 0] = other.payerIds;
    expect(await refusalOf(refund({ payerId: stranger }))).toMatchObject({ code: 'REFUSED', field: 'payerId' });
    expect(await refusalOf(refund({ payerId: null }))).toMatchObject({ code: 'INVALID', field: 'payerId' });
    const body = insert(store, 'third_party_payers', { name: 'OCMW Gent' });
    expect(await refusalOf(refund({ thirdPartyPayerId: body }))).toMatchObject({ code: 'INVALID', field: 'payerId' });
    await refund({ payerId: null, thirdPartyPayerId: body });
    expect(await orders()).toMatchObject([{ beneficiaryName: 'OCMW Gent' }]);
  });

  it('from a credit note raises it towards zero', async () => {
    const note = addInvoice(application.context.store, schoolId, abeel.pupilIds[0] ?? 0, {
      number: 'C-1',
      amountCents: -45_00,
    });
    await refund({ invoiceId: note, amountCents: 40_00 });
    expect(balanceOf(application.context.store, note)).toBe(-5_00);
  });

  it('of shares stands on the name of whoever paid too much', async () => {
    const { store } = application.context;
    const { invoiceId, father, mother } = addHalves(store, schoolId);
    receiveFrom(store, invoiceId, father, 140_00);
    receiveFrom(store, invoiceId, mother, 120_00);
    await refund({ invoiceId, payerId: father });
    expect(movementsOf(store, 'refund')).toMatchObject([{ payerId: father, amountCents: 20_00 }]);
  });

  it('shows whoever approves whether the account is known', () => {
    const { context } = application;
    const line = () => refundCommand.plan(context, request()).difference[1];
    expect(refundCommand.plan(context, request()).difference[0]).toEqual({
      label: 'Openstaand op 2026-1',
      before: formatCents(-20_00),
      after: formatCents(0),
    });
    expect(line()).toEqual({
      label: 'Op rekening',
      before: 'nog geen gekende rekening',
      after: 'BE71 0961 2345 6769 van Jan Abeel',
    });
    const before = JSON.stringify(refundCommand.plan(context, request()).state);
    insert(context.store, 'payer_accounts', {
      payer_id: abeel.payerIds[0] ?? 0,
      iban: 'BE68539007547034',
      origin: 'bank',
      author: 'test',
      created_at: '2026-11-01T08:00:00.000Z',
    });
    expect(line()?.before).toBe('gekend: BE68 5390 0754 7034');
    insert(context.store, 'payer_accounts', {
      payer_id: abeel.payerIds[0] ?? 0,
      iban: 'BE71096123456769',
      holder_name: 'IEMAND ANDERS',
      origin: 'bank',
      author: 'test',
      created_at: '2026-11-01T08:00:00.000Z',
    });
    expect(line()?.before).toBe('gekend: BE68 5390 0754 7034, BE71 0961 2345 6769 van IEMAND ANDERS');
    expect(JSON.stringify(refundCommand.plan(context, request()).state)).not.toBe(before);
  });

  it('says nothing about people in its sentence and in the trail', async () => {
    expect(refundCommand.plan(application.context, request()).summary).toBe(
      `${formatCents(20_00)} terugbetalen van 2026-1, per overschrijving`,
    );
    await refund();
    const told = application.context.store.sql.prepare('SELECT command, detail FROM audit_entries').all();
    expect(told).toMatchObject([{ command: 'ledger.refund' }]);
    expect(JSON.stringify(told)).not.toMatch(/Abeel|BE71/);
  });

  it('taken back cancels its order, as long as that stands in no file', async () => {
    const { store } = application.context;
    post(store, overpaid, 'receipt', -5_00, '2026-11-02');
    const first = await refund();
    if (first.outcome !== 'booked') throw new Error('Nobody asks a second person here');
    await application.api.ledger.reverse({ entryId: first.entryId, reason: 'toch niet' });
    expect(await orders()).toMatchObject([{ status: 'cancelled' }]);
    expect(balanceOf(store, overpaid)).toBe(-25_00);

    const second = await refund();
    if (second.outcome !== 'booked') throw new Error('Nobody asks a second person here');
    store.sql.prepare("UPDATE payment_orders SET status = 'exported' WHERE entry_id = ?").run(second.entryId);
    const again = application.api.ledger.reverse({ entryId: second.entryId, reason: 'toch niet' });
    expect((await refusalOf(again)).sentence).toContain('bestand voor de bank');
  });
});
