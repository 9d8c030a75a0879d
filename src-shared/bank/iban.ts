import { isValidIBAN } from 'ibantools';

/**
 * True when the text is an IBAN: a country that has them, its length and form, check digits that hold (ISO 13616, modulo
 * 97 = 1), and the country's own check where it has one (Belgium: the last two digits). Spaces and small letters are allowed.
 */
export function isIban(text: string): boolean {
  return isValidIBAN(normaliseIban(text));
}

/** Without spaces, in capitals: how it is kept. */
export function normaliseIban(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** In groups of four: how it is printed. */
export function formatIban(iban: string): string {
  return normaliseIban(iban).replace(/(.{4})(?=.)/g, '$1 ');
}
