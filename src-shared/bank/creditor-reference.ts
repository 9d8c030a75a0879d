/**
 * Reads an ISO 11649 creditor reference: `RF`, two check digits, 1 to 21 letters and digits; spaces are allowed. Returns it
 * without spaces in capitals, or undefined when the form or the check (modulo 97 = 1) is wrong. Source: facts/bank.md section 3.
 */
export function parseCreditorReference(text: string): string | undefined {
  const reference = text.replace(/\s/g, '').toUpperCase();
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(reference)) return undefined;
  const rearranged = reference.slice(4) + reference.slice(0, 4);
  const digits = rearranged.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n ? reference : undefined;
}

/** In groups of four, as it is printed. Anything else than a reference is grouped just the same. */
export function formatCreditorReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, '$1 ');
}
