/** Lengths of the account numbers a Flemish school meets most; other countries are only checked by their check digits. */
const lengths: Readonly<Record<string, number>> = { BE: 16, NL: 18, FR: 27, DE: 22, LU: 20 };

/** True when the text is an IBAN whose check digits hold (ISO 13616, modulo 97 = 1). Spaces are allowed. */
export function isIban(text: string): boolean {
  const iban = normaliseIban(text);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban)) return false;
  const expected = lengths[iban.slice(0, 2)];
  if (expected !== undefined && iban.length !== expected) return false;
  const rearranged = iban.slice(4) + iban.slice(0, 4);
  const digits = rearranged.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

/** Without spaces, in capitals: how it is kept. */
export function normaliseIban(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** In groups of four: how it is printed. */
export function formatIban(iban: string): string {
  return normaliseIban(iban).replace(/(.{4})(?=.)/g, '$1 ');
}
