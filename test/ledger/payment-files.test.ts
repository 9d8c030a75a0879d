import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds, insert } from '#test/support/family.ts';
import { refusalOf } from './money-support.ts';

let application: TestApplication;
let schoolId: number;
let bankAccountId: number;
let abeel: FamilyIds;

beforeEach(async () => {
  application = await testApplication();
  const { store } = application.context;
  schoolId = addSchool(store);
  store.sql
    .prepare("UPDATE schools SET bic = 'AXABBE22', account_holder = 'vzw De Wilg', enterprise_number = '0123.456.749'")
    .run();
  bankAccountId = store.sql
    .prepare("SELECT id FROM bank_accounts WHERE iban = 'BE68539007547034'")
    .pluck()
    .get() as number;
  abeel = addFamily(store, schoolId, {
    name: 'Abeel',
    payers: [{ firstName: 'Zoë', lastName: "D'Hondt & Çelik" }],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        invoices: [
          { number: '2026-1', amountCents: 100_00, paidCents: 120_00 },
          { number: '2026-2', amountCents: 50_00, paidCents: 50_05 },
        ],
      },
    ],
  });
});
afterEach(() => application.close());

async function refund(index: number, amountCents: number): Promise<number> {
  await application.api.ledger.refund({
    invoiceId: abeel.invoiceIds[index] ?? 0,
    amountCents,
    method: 'bank',
    payerId: abeel.payerIds[0] ?? 0,
    thirdPartyPayerId: null,
    iban: 'BE71096123456769',
    holderName: null,
    reason: 'dubbel betaald',
  });
  const [newest] = await application.api.ledger.paymentOrders({});
  return newest?.paymentOrderId ?? 0;
}
const makeFile = (paymentOrderIds: number[], change: { bankAccountId?: number; executionDate?: string } = {}) =>
  application.api.ledger.makePaymentFile({ bankAccountId, paymentOrderIds, executionDate: '2026-11-23', ...change });
const text = (file: { readonly contentBase64: string }): string =>
  Buffer.from(file.contentBase64, 'base64').toString('utf8');

describe('a file for the bank', () => {
  it('holds the chosen orders, with their total, from the account of the school', async () => {
    const orders = [await refund(0, 20_00), await refund(1, 5)];
    const { file, paymentFileId } = await makeFile(orders);
    const xml = text(file);
    expect(file.mediaType).toBe('application/xml');
    expect(xml).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
    expect(xml.match(/<NbOfTxs>2<\/NbOfTxs>\s*<CtrlSum>20.05<\/CtrlSum>/g)).toHaveLength(2);
    expect(xml).toContain('<Dt>2026-11-23</Dt>');
    expect(xml).toContain('<BICFI>AXABBE22</BICFI>');
    expect(xml).toContain('<Id>0123456749</Id>');
    expect(xml).toContain("<Nm>Zoe D'Hondt + Celik</Nm>");
    expect(xml).toContain('<Ustrd>Terugbetaling schoolrekening 2026-1</Ustrd>');
    expect(xml.match(/<EndToEndId>TB-20261120-\d+<\/EndToEndId>/g)).toHaveLength(2);
    expect(await application.api.ledger.paymentOrders({ status: 'exported' })).toMatchObject([
      { paymentFileId },
      { paymentFileId },
    ]);
    expect(await application.api.ledger.paymentFile({ paymentFileId })).toEqual(file);
  });

  it('takes an order once, and makes nothing when one of them went already', async () => {
    const [first, second] = [await refund(0, 20_00), await refund(1, 5)];
    await makeFile([first]);
    expect(await refusalOf(makeFile([first, second]))).toMatchObject({ code: 'CONFLICT', field: 'paymentOrderIds' });
    expect(await application.api.ledger.paymentOrders({ status: 'waiting' })).toMatchObject([
      { paymentOrderId: second },
    ]);
    await makeFile([second, second]);
    const ids = application.context.store.sql.prepare('SELECT message_id FROM payment_files').pluck().all() as string[];
    expect(new Set(ids).size).toBe(2);
    expect(ids.every((id) => id.length <= 35)).toBe(true);
  });

  it('is refused in the past, from an account of another school and for an order that was taken back', async () => {
    const order = await refund(0, 20_00);
    expect(await refusalOf(makeFile([order], { executionDate: '2026-11-19' }))).toMatchObject({
      field: 'executionDate',
    });
    const { store } = application.context;
    const otherAccount = insert(store, 'bank_accounts', {
      school_id: addSchool(store, 'Basisschool De Es'),
      iban: 'BE71096123456769',
    });
    expect((await refusalOf(makeFile([order], { bankAccountId: otherAccount }))).code).toBe('REFUSED');
    expect(await refusalOf(makeFile([order, 9999]))).toMatchObject({ code: 'NOT_FOUND' });
    const [{ entryId = 0 } = {}] = await application.api.ledger.paymentOrders({});
    await application.api.ledger.reverse({ entryId, reason: 'toch niet' });
    expect((await refusalOf(makeFile([order]))).code).toBe('CONFLICT');
    expect(store.sql.prepare('SELECT count(*) FROM payment_files').pluck().get()).toBe(0);
  });

  it('leaves the BIC to the bank when the account is not the one on the letters', async () => {
    const { store } = application.context;
    const other = insert(store, 'bank_accounts', { school_id: schoolId, iban: 'BE71096123456769' });
    const { file } = await makeFile([await refund(0, 20_00)], { bankAccountId: other });
    expect(text(file)).toContain('NOTPROVIDED');
    expect(text(file)).not.toContain('AXABBE22');
  });
});
