import { type Cents, parseAmount } from '../money/cents.ts';

/** More than a person types; what comes after it is not searched on. */
const longestText = 200;
const mostTerms = 12;

/** Only digits and what people write between the digits of a reference or a phone number. */
const numberWord = /^[+*/.()-]*\d[\d+*/.()-]*$/;

/**
 * The terms of a search as FTS5 expressions, one per typed word; a row is found when every term is. A word matches from
 * its beginning, accents and capitals do not matter (the tokenizer's work). Digits are also tried without their
 * separators, over spaces too, because the index keeps references and phones as bare digits: `+++202/5001/23437+++`,
 * `0475 12 34 56`, `+32 475/12.34.56`. Everything is quoted, so no word is ever an operator. Words without a letter or
 * digit are left out; an empty list means that there is nothing to search on.
 */
export function searchTerms(text: string): string[] {
  const words = text
    .normalize('NFC')
    .slice(0, longestText)
    .replaceAll('\u0000', ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const terms: string[] = [];
  let run: string[] = [];
  for (const word of words) {
    if (numberWord.test(word)) {
      run.push(word);
      continue;
    }
    if (run.length > 0) terms.push(numberTerm(run));
    run = [];
    terms.push(prefix(word));
  }
  if (run.length > 0) terms.push(numberTerm(run));
  return terms.slice(0, mostTerms);
}

/** The whole search as one FTS5 expression, for a row that has every word in itself; null: nothing to search on. */
export function searchQuery(text: string): string | null {
  const terms = searchTerms(text);
  return terms.length > 0 ? terms.join(' AND ') : null;
}

/** Neighbouring number words: as typed, or as the bare digits that the index keeps. */
function numberTerm(run: readonly string[]): string {
  const typed = run.map(prefix).join(' AND ');
  const digits = bareDigits(run.join(''));
  if (run.length === 1 && run[0] === digits) return typed;
  return `(${prefix(digits)} OR (${typed}))`;
}

/** Digits as the index keeps them: Belgian numbers with their leading zero, whatever country code was typed. */
function bareDigits(text: string): string {
  return text.replace(/^(?:\+|00)32(?:\(0\))?/, '0').replace(/\D/g, '');
}

function prefix(word: string): string {
  return `"${word.replaceAll('"', ' ')}" *`;
}

/**
 * The amount in cents that a search is about, or null: only what is typed as an amount (`38,20`, `€ 40`, `1.234,50`) counts,
 * so that a class or a number of an invoice is not taken for one.
 */
export function searchedAmount(text: string): Cents | null {
  if (!/€|eur|,\d{1,2}\s*$|\d\.\d{2}\s*$/i.test(text)) return null;
  const amount = parseAmount(text);
  return amount.ok && amount.cents > 0 ? amount.cents : null;
}
