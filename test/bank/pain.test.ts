import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { type CreditTransferFile, writeCreditTransfer } from '#shared/bank/pain/credit-transfer.ts';
import { sepaIdentification, sepaText } from '#shared/bank/pain/sepa-text.ts';

const versions = ['pain.001.001.03', 'pain.001.001.09'] as const;
const sample: CreditTransferFile = {
  version: 'pain.001.001.03',
  messageId: 'TB-20260915-1',
  createdAt: '2026-09-10T09:00:00',
  executionDate: '2026-09-15',
  batchBooking: false,
  debtor: {
    name: 'Voorbeeldschool vzw',
    enterpriseNumber: '0123456749',
    iban: 'BE49999000000171',
    bic: 'ZZZZBEBB',
  },
  orders: [
    {
      endToEndId: 'TB-1',
      amountCents: 12_50,
      beneficiaryName: 'Ouder Een',
      iban: 'BE43999100000101',
      communication: 'Terugbetaling saldo schoolrekening',
    },
  ],
};

/** Every element with a text as `path = text`, in the order of the document. */
function leaves(xml: string): string[] {
  const path: string[] = [];
  const found: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    path.push([name, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' '));
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', () => {
    if (text.trim() !== '') found.push(`${path.join('/')} = ${text.trim()}`);
    text = '';
    path.pop();
  });
  parser.write(xml).close();
  return found;
}

const sampleText = (version: string): string =>
  readFileSync(join(import.meta.dirname, 'samples', 'pain', `${version}-refund.xml`), 'utf8');

describe('a pain.001', () => {
  it.each(versions)('%s has the elements of the valid sample, in its order; the address apart', (version) => {
    const withoutAddress = leaves(sampleText(version)).filter((leaf) => !leaf.includes('/PstlAdr/'));
    expect(leaves(writeCreditTransfer({ ...sample, version }))).toEqual(withoutAddress);
  });

  it.each(versions)(
    '%s leaves out what is not known and says NOTPROVIDED where the bank wants something',
    (version) => {
      for (const bic of [null, 'GEEN BIC']) {
        const debtor = { ...sample.debtor, enterpriseNumber: null, bic };
        const found = leaves(writeCreditTransfer({ ...sample, version, debtor }));
        expect(found.filter((leaf) => leaf.includes('/DbtrAgt/'))).toEqual([
          expect.stringMatching(/DbtrAgt\/FinInstnId\/Othr\/Id = NOTPROVIDED$/),
        ]);
        expect(found.some((leaf) => leaf.includes('OrgId'))).toBe(false);
      }
      const [order] = sample.orders;
      if (!order) throw new Error('The sample has an order');
      const nameless = { ...order, beneficiaryName: 'Ωμέγα', communication: '…' };
      const found = leaves(writeCreditTransfer({ ...sample, version, orders: [nameless] }));
      expect(found.filter((leaf) => leaf.includes('/Cdtr/'))).toEqual([expect.stringMatching(/Nm = NOTPROVIDED$/)]);
      expect(found.some((leaf) => leaf.includes('RmtInf'))).toBe(false);
    },
  );

  it('never exists with a wrong account, without an amount or without orders', () => {
    const [order] = sample.orders;
    if (!order) throw new Error('The sample has an order');
    expect(() => writeCreditTransfer({ ...sample, orders: [] })).toThrow(RangeError);
    expect(() => writeCreditTransfer({ ...sample, orders: [{ ...order, amountCents: 0 }] })).toThrow(RangeError);
    expect(() => writeCreditTransfer({ ...sample, orders: [{ ...order, amountCents: 12.5 }] })).toThrow(RangeError);
    expect(() => writeCreditTransfer({ ...sample, orders: [{ ...order, iban: 'BE43999100000102' }] })).toThrow(
      RangeError,
    );
  });

  it('holds whatever texts and amounts it is given: allowed characters, lengths, count and exact sum', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('Zoë & Çelik', '<b>', '//x//'),
    );
    const order = fc.record({
      endToEndId: fc.integer({ min: 1, max: 1_000_000 }).map((number) => `TB-20261120-${number}`),
      amountCents: fc.integer({ min: 1, max: 10_000_000_000 }),
      beneficiaryName: words,
      iban: fc.constantFrom('BE43999100000101', 'NL91ABNA0417164300'),
      communication: words,
    });
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 8 }), fc.constantFrom(...versions), (orders, version) => {
        const found = leaves(writeCreditTransfer({ ...sample, version, orders }));
        const texts = (name: string): string[] =>
          found.filter((leaf) => leaf.includes(`/${name}`)).map((leaf) => leaf.slice(leaf.lastIndexOf(' = ') + 3));
        const cents = orders
          .reduce((sum, { amountCents }) => sum + BigInt(amountCents), 0n)
          .toString()
          .padStart(3, '0');
        const total = `${cents.slice(0, -2)}.${cents.slice(-2)}`;
        expect(texts('CtrlSum')).toEqual([total, total]);
        expect(texts('NbOfTxs')).toEqual([String(orders.length), String(orders.length)]);
        expect(texts('InstdAmt Ccy=EUR')).toHaveLength(orders.length);
        for (const name of texts('Nm')) expect(name).toMatch(/^[a-zA-Z0-9/\-?:().,'+ ]{1,70}$/);
        for (const communication of texts('Ustrd')) expect(communication).toMatch(/^[a-zA-Z0-9/\-?:().,'+ ]{1,140}$/);
      }),
    );
  });
});

describe('the characters that a bank takes', () => {
  it.each([
    ['Zoë D’Hondt', "Zoe D'Hondt"],
    ['Ł. Groß – Ærø', 'L. Gross - AEro'],
    ['Café & Co; € 5', 'Cafe + Co, EUR 5'],
    ['a\tb\n\nc', 'a b c'],
    ['北京', ''],
  ])('%s becomes %s', (text, kept) => {
    expect(sepaText(text, 70)).toBe(kept);
  });

  it('are cut off at the length that is allowed, without a space at the end', () => {
    expect(sepaText('een twee drie', 4)).toBe('een');
  });

  it.each([
    ['/TB//1/', 'TB/1'],
    ['x'.repeat(40), 'x'.repeat(35)],
  ])('%s identifies as %s', (text, kept) => {
    expect(sepaIdentification(text)).toBe(kept);
  });

  it('are not enough to identify something with nothing', () => {
    expect(() => sepaIdentification('//')).toThrow(RangeError);
  });
});
