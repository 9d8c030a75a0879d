import { describe, expect, it } from 'vitest';
import { formatIban, isIban } from '#shared/bank/iban.ts';

describe('an account number (IBAN)', () => {
  it.each([
    'BE49999000000171',
    'BE49 9990 0000 0171',
    'be72 0000 0000 1616',
    'NL91ABNA0417164300',
    'FR1420041010050500013M02606',
  ])('accepts %s', (iban) => {
    expect(isIban(iban)).toBe(true);
  });

  it.each(['BE49999000000172', 'BE4999900000017', 'BE494999900000171', '49999000000171', '', 'BE49 9990 0000 017O'])(
    'refuses %s',
    (iban) => {
      expect(isIban(iban)).toBe(false);
    },
  );

  it.each([
    ['a country without account numbers of this kind', 'US64000000000000000001'],
    ['too long for its country', 'NL91ABNA04171643000'],
    ['check digits that hold around a Belgian number that does not', 'BE22999000000172'],
  ])('refuses %s', (_, iban) => {
    expect(isIban(iban)).toBe(false);
  });

  it('is printed in groups of four', () => {
    expect(formatIban('be49999000000171')).toBe('BE49 9990 0000 0171');
  });
});
