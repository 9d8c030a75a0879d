import { normaliseText } from './normalise-text.ts';

export type PersonName = { readonly firstName: string; readonly lastName: string };

const particles = new Set([
  'van',
  'von',
  'de',
  'den',
  'der',
  'het',
  'ter',
  'ten',
  'te',
  'la',
  'le',
  'du',
  'des',
  'da',
  'dos',
  'di',
  'del',
  'el',
  'al',
  'ben',
  'abu',
  'vander',
  'vanden',
  "'t",
  't',
  "d'",
]);

const isParticle = (word: string | undefined): boolean => word !== undefined && particles.has(word.toLowerCase());
const isCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase() && /\p{Lu}/u.test(word);

/**
 * Splits a whole name as school packages write it. In order: "Abeel, Noor"; family name in capitals ("ABEEL Noor"); a
 * family name that is already known (of the pupil, for a parent); particles ("Noor Van den Broeck", "De Smet Noor"); and
 * otherwise family name first, as Belgian lists do. One word is a family name.
 */
export function splitFullName(text: string, knownLastNames: readonly string[] = []): PersonName {
  const clean = text.replace(/\s+/g, ' ').trim();
  const comma = clean.indexOf(',');
  if (comma > 0) return { lastName: clean.slice(0, comma).trim(), firstName: clean.slice(comma + 1).trim() };
  const words = clean.split(' ');
  if (words.length === 1) return { lastName: clean, firstName: '' };
  return (
    byCapitals(words) ??
    byKnownLastName(words, knownLastNames) ??
    byParticles(words) ?? { lastName: words[0] ?? '', firstName: words.slice(1).join(' ') }
  );
}

function byCapitals(words: readonly string[]): PersonName | undefined {
  const leading = words.findIndex((word) => !isCapitals(word));
  if (leading > 0) return at(words, leading, 'lastFirst');
  const trailing = [...words].reverse().findIndex((word) => !isCapitals(word));
  if (leading === 0 && trailing > 0) return at(words, words.length - trailing, 'firstLast');
  return undefined;
}

function byKnownLastName(words: readonly string[], known: readonly string[]): PersonName | undefined {
  for (const lastName of known) {
    const wanted = normaliseText(lastName);
    if (wanted === '') continue;
    for (let length = 1; length < words.length; length += 1) {
      if (normaliseText(words.slice(0, length).join(' ')) === wanted) return at(words, length, 'lastFirst');
      if (normaliseText(words.slice(-length).join(' ')) === wanted)
        return at(words, words.length - length, 'firstLast');
    }
  }
  return undefined;
}

function byParticles(words: readonly string[]): PersonName | undefined {
  if (isParticle(words[0])) {
    // The family name runs over its particles and one word more.
    let end = 0;
    while (isParticle(words[end]) && end < words.length - 2) end += 1;
    return at(words, end + 1, 'lastFirst');
  }
  const particle = words.findIndex((word, index) => index > 0 && isParticle(word));
  return particle > 0 ? at(words, particle, 'firstLast') : undefined;
}

function at(words: readonly string[], index: number, order: 'lastFirst' | 'firstLast'): PersonName {
  const [before, after] = [words.slice(0, index).join(' '), words.slice(index).join(' ')];
  return order === 'lastFirst' ? { lastName: before, firstName: after } : { lastName: after, firstName: before };
}
