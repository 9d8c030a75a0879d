/**
 * Words as they may stand on paper and in a mail: composed accents (so that a font has the letter), no control
 * characters, and no marks that turn the writing direction around, which could make an amount or a name read differently.
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '');
}
