import { normaliseIban } from '../iban.ts';

/** The account of a statement; `number` is '' when there is none. */
export type CodaAccount = { readonly number: string; readonly currency: string };

/**
 * Reads the 37 characters that records 1 and 8 share, by the structure that record 1 names: 0 Belgian account number
 * (given back as its IBAN), 1 foreign account number, 2 Belgian IBAN, 3 foreign IBAN. No currency means euro.
 * Source: facts/bank.md section 1.2.
 */
export function codaAccount(structure: string, text: string): CodaAccount {
  if (structure === '0') {
    const digits = text.slice(0, 12).trim();
    return { number: /^\d{12}$/.test(digits) ? belgianIban(digits) : digits, currency: currencyOf(text.slice(13, 16)) };
  }
  const number = normaliseIban(structure === '2' ? text.slice(0, 31) : text.slice(0, 34));
  return { number, currency: currencyOf(text.slice(34, 37)) };
}

function currencyOf(text: string): string {
  return text.trim() || 'EUR';
}

/** ISO 13616: the check digits bring account number, country and check to 1 modulo 97; B is 11 and E is 14. */
function belgianIban(digits: string): string {
  const check = 98n - (BigInt(`${digits}111400`) % 97n);
  return `BE${check.toString().padStart(2, '0')}${digits}`;
}
