/** Letters that are one with another after taking their accents away. */
const joined: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' };

/**
 * A name as it is compared: small letters without accents, every sign a space. "D'Hondt-Çelik" is "d hondt celik". Bank
 * files write names in capitals, cut off, and with a title before them.
 */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđ]/g, (letter) => joined[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const noNames = new Set(
  `dhr mevr mr mw mme mrs hr heer mevrouw fam familie gezin en of et ou de het den der van te ter ten la le les du des
   betaling schoolrekening rekening factuur school voor`.split(/\s+/),
);
const longestName = 4;
/** Of a long communication only the beginning is looked at. */
const mostWords = 14;

/** The words of a name or a communication, without what is no name. */
export function nameWords(text: string): string[] {
  return foldName(text)
    .split(' ')
    .filter((word) => word !== '' && !/\d/.test(word))
    .slice(0, mostWords);
}

/** A word that can be a name by itself: no title, particle, single letter or word that stands on every payment. */
export function isNameWord(word: string): boolean {
  return word.length > 1 && !noNames.has(word);
}

/** Every run of one to four words that can be a last name: one of them is a name by itself ("de smet"). */
export function possibleLastNames(text: string): string[] {
  const words = nameWords(text);
  const runs = new Set<string>();
  for (let start = 0; start < words.length; start += 1) {
    for (let length = 1; length <= longestName && start + length <= words.length; length += 1) {
      const run = words.slice(start, start + length);
      if (!run.some(isNameWord)) continue;
      runs.add(run.join(' '));
    }
  }
  return [...runs];
}

/** How well a text names a person: first and last name, the last name with the first letter, the last name only, or not. */
export type NameFit = 'full' | 'initial' | 'lastName';

/**
 * Whether the text holds the person's last name (all its words, in order) and beside it the first name. Banks cut names
 * at 35 characters and join partners with "en" or "-", so only presence counts.
 */
export function nameFit(
  text: string,
  person: { readonly firstName: string; readonly lastName: string },
): NameFit | null {
  const words = nameWords(text);
  const last = nameWords(person.lastName);
  const at = runAt(words, last);
  if (last.length === 0 || at < 0) return null;
  const others = [...words.slice(0, at), ...words.slice(at + last.length)];
  const first = nameWords(person.firstName);
  if (first.length > 0 && (runAt(others, first) >= 0 || others.includes(first.join('')))) return 'full';
  const initial = first[0]?.[0];
  return initial !== undefined && others.includes(initial) ? 'initial' : 'lastName';
}

function runAt(words: readonly string[], run: readonly string[]): number {
  return words.findIndex((_, start) => run.every((word, index) => words[start + index] === word));
}
