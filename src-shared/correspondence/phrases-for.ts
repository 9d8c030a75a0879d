import type { Language } from '../api/schemas.ts';
import { english } from './phrases-en.ts';
import { french } from './phrases-fr.ts';
import { dutch } from './phrases-nl.ts';
import type { Phrases } from './phrases.ts';

const byLanguage: Readonly<Record<Language, Phrases>> = { nl: dutch, fr: french, en: english };

/** The fixed words in the reader's language. */
export function phrasesFor(language: Language): Phrases {
  return byLanguage[language];
}
