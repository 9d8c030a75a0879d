/**
 * The Belgian structured reference (OGM/VCS): ten digits and two check digits, the first ten modulo 97, 97 when the
 * remainder is 0. Kept and compared as 12 bare digits. Source: facts/bank.md section 3, facts/law.md section 9.
 */
export type StructuredReference = string;

function checkDigits(base: string): string {
  const remainder = Number(BigInt(base) % 97n);
  return (remainder === 0 ? 97 : remainder).toString().padStart(2, '0');
}

/** Makes the 12 digits from a base of at most ten digits. Throws on a base that is empty, longer or not digits. */
export function makeStructuredReference(base: string): StructuredReference {
  if (!/^\d{1,10}$/.test(base)) throw new RangeError(`Not a base of at most ten digits: ${base}`);
  const padded = base.padStart(10, '0');
  return padded + checkDigits(padded);
}

/**
 * Reads a reference as people and files write it; separators `+ * / space . -` are accepted. Returns the 12 digits, or
 * undefined when there are not exactly 12, the check fails, or all are zero.
 */
export function parseStructuredReference(text: string): StructuredReference | undefined {
  const digits = text.replace(/[+*/\s.-]/g, '');
  if (!/^\d{12}$/.test(digits) || digits === '000000000000') return undefined;
  return checkDigits(digits.slice(0, 10)) === digits.slice(10) ? digits : undefined;
}

/** The printed form `+++123/4567/89002+++`. Throws when it is not 12 digits. */
export function formatStructuredReference(reference: StructuredReference): string {
  if (!/^\d{12}$/.test(reference)) throw new RangeError('A structured reference has 12 digits');
  return `+++${reference.slice(0, 3)}/${reference.slice(3, 7)}/${reference.slice(7)}+++`;
}
