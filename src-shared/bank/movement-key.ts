/**
 * What tells one movement from another, from what stays the same whichever file it stands in: dates, amount, the bank's own
 * reference. Never its place in the file. Parts that are missing count as empty.
 */
export function movementKeyBase(parts: readonly (string | number | null)[]): string {
  return parts.map((part) => String(part ?? '').replace(/[|#\s]+/g, '')).join('|');
}

/**
 * Makes the keys unique: the second of equal bases gets `#2`, the third `#3`. Movements that are alike in everything are
 * interchangeable, so a second reading gives the same keys.
 */
export function uniqueKeys(bases: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return bases.map((base) => {
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return count === 1 ? base : `${base}#${count}`;
  });
}

/**
 * A short, stable mark of a text (53 bits, cyrb53), case and spaces left out, so that a key does not hold a whole
 * communication. Empty for an empty text. Not against forgery: it only stands beside date and amount.
 */
export function textMark(text: string): string {
  const plain = text.replace(/\s+/g, '').toLowerCase();
  if (plain === '') return '';
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < plain.length; index += 1) {
    const code = plain.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
