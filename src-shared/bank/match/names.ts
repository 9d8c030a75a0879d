/** Letters that are one with another after taking their accents away. */
const joined: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' };

/**
 * A name as it is compared: small letters without accents, every sign a space. "D'Hondt-Çelik" is "d hondt celik". Bank
 * files write names in capitals, cut off, and with a title before them.
 */
export function foldName(name: string): string {
  const small = name.toLowerCase();
  const plain = isAscii.test(small)
    ? small
    : small
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[ßæœøłđ]/g, (letter) => joined[letter] ?? letter);
  return plain.replace(/[^a-z0-9]+/g, ' ').trim();
}

const isAscii = /^[ -~]*$/;

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

/** The words of a person's names. */
export type NamedWords = { readonly firstWords: readonly string[]; readonly lastWords: readonly string[] };

/**
 * Whether a text, given as its `nameWords`, holds the person's last name (all its words, in order) and beside it the first
 * name. Banks cut names at 35 characters and join partners with "en" or "-", so only presence counts.
 */
export function nameFit(words: readonly string[], person: NamedWords): NameFit | null {
  if (words.length === 0) return null;
  const { firstWords: first, lastWords: last } = person;
  const at = last.length === 0 ? -1 : runAt(words, last, 0);
  if (at < 0) return null;
  const [name] = first;
  if (name === undefined) return 'lastName';
  const beside = (index: number): boolean => index >= 0 && (index < at || index >= at + last.length);
  for (let index = runAt(words, first, 0); index >= 0; index = runAt(words, first, index + 1)) {
    if (beside(index)) return 'full';
  }
  if (first.length > 1 && beside(words.indexOf(first.join('')))) return 'full';
  return beside(words.indexOf(name.charAt(0))) ? 'initial' : 'lastName';
}

/** Whether the words can name a person beside the last name: the first name, or its letter. */
export function mayBeFirstName(words: ReadonlySet<string>, { firstWords: first }: NamedWords): boolean {
  const [name] = first;
  return name !== undefined && (words.has(name) || words.has(first.join('')) || words.has(name.charAt(0)));
}

function runAt(words: readonly string[], run: readonly string[], from: number): number {
  const [head] = run;
  if (head === undefined) return -1;
  for (let start = words.indexOf(head, from); start >= 0; start = words.indexOf(head, start + 1)) {
    if (run.every((word, index) => words[start + index] === word)) return start;
  }
  return -1;
}
