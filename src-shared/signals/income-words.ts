/** Words of a note that may tell of less income; what they stand in is not repeated, only the word and the day. */
const incomeWords = [
  'werkloos',
  'ontslag',
  'ontslagen',
  'job verloren',
  'job kwijt',
  'werk verloren',
  'werk kwijt',
  'minder inkomen',
  'geen inkomen',
  'minder uren',
  'faillissement',
  'failliet',
  'langdurig ziek',
  'ziekte',
  'arbeidsongeval',
  'leefloon',
  'loonbeslag',
] as const;

const pattern = new RegExp(`(?<![\\p{L}])(?:${incomeWords.toSorted((a, b) => b.length - a.length).join('|')})`, 'iu');

/** The first of the words in a note, as it is in the list; null: none. Capitals do not matter, a longer word that begins with it counts. */
export function incomeWordIn(note: string): string | null {
  return pattern.exec(note)?.[0].toLowerCase() ?? null;
}
