import { describe, expect, it } from 'vitest';
import { epcPayload, type PaymentRequest } from '#shared/bank/epc-qr.ts';
import { qrPng } from '#main/correspondence/qr.ts';
import { scanPng } from '#test/support/qr-code.ts';

const school: PaymentRequest = { beneficiaryName: 'Voorbeeldschool vzw', iban: 'BE49 9990 0000 0171' };
const head = 'BCD\n002\n1\nSCT\n\nVoorbeeldschool vzw\nBE49999000000171';

describe('the text of a payment code (EPC069-12 version 002)', () => {
  it.each([
    [
      'an OGM in line 10, twelve digits',
      { amountCents: 12_540, structuredReference: '123456789002' },
      `${head}\nEUR125.40\n\n123456789002`,
    ],
    [
      'an RF reference in line 10',
      { amountCents: 12_540, structuredReference: 'RF18539007547034' },
      `${head}\nEUR125.40\n\nRF18539007547034`,
    ],
    ['free text in line 11', { amountCents: 1250, text: 'Uitstap 3A' }, `${head}\nEUR12.50\n\n\nUitstap 3A`],
    ['the payer fills in the amount', {}, head],
    ['one cent', { amountCents: 1 }, `${head}\nEUR0.01`],
    ['the largest amount', { amountCents: 99_999_999_999 }, `${head}\nEUR999999999.99`],
  ])('%s', (_, request, payload) => {
    expect(epcPayload({ ...school, ...request })).toEqual({ ok: true, payload });
    expect(scanPng(qrPng(payload))).toBe(payload);
  });

  it('carries a BIC when there is one', () => {
    const made = epcPayload({
      ...school,
      bic: 'BPOTBEB1',
      beneficiaryName: 'Red Cross of Belgium',
      iban: 'BE72000000001616',
      amountCents: 100,
      text: 'Urgency fund',
    });
    expect(made).toEqual({
      ok: true,
      payload: 'BCD\n002\n1\nSCT\nBPOTBEB1\nRed Cross of Belgium\nBE72000000001616\nEUR1.00\n\n\nUrgency fund',
    });
  });

  it.each([
    ['no name', { beneficiaryName: '  ' }, 'name'],
    ['a name of 71 characters', { beneficiaryName: 'x'.repeat(71) }, 'name'],
    ['no account', { iban: '' }, 'iban'],
    ['amount 0', { amountCents: 0 }, 'amount'],
    ['a negative amount', { amountCents: -100 }, 'amount'],
    ['half a cent', { amountCents: 0.5 }, 'amount'],
    ['a billion', { amountCents: 100_000_000_000 }, 'amount'],
    ['both a reference and text', { structuredReference: '123456789002', text: 'tekst' }, 'bothReferences'],
    ['a reference with plus signs', { structuredReference: '+++123/4567/89002+++' }, 'reference'],
    ['text of 141 characters', { text: 'x'.repeat(141) }, 'text'],
    ['more than 331 bytes', { beneficiaryName: 'é'.repeat(70), text: 'é'.repeat(140) }, 'tooLong'],
  ])('refuses %s', (_, request, problem) => {
    expect(epcPayload({ ...school, ...request })).toEqual({ ok: false, problem });
  });
});
