const lettersWithoutDecomposition: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/**
 * Text for comparing: lower case, without accents, words of letters and digits separated by one space. Empty text stays
 * empty. "Dé  Wilg-Noord" and "de wilg noord" are alike.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłđßæœ]/g, (letter) => lettersWithoutDecomposition[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A column heading for comparing: as `normaliseText`, and `InvoiceNumber` reads as two words. */
export function normaliseHeader(header: string): string {
  return normaliseText(header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
}

/** The words of a name in alphabetical order: "Abeel, Noor" and "Noor Abeel" are the same person. Empty when there is no name. */
export function nameKey(...parts: readonly string[]): string {
  return normaliseText(parts.join(' ')).split(' ').sort().join(' ').trim();
}
