import { parseCreditorReference } from './creditor-reference.ts';
import { parseStructuredReference, type StructuredReference } from './structured-reference.ts';

// Twelve digits in groups of 3, 4 and 5, with or without separators and signs, not inside a longer number.
const structured = /(?<![\d])[+*]{0,3}\s?\d{3}[ /.-]?\d{4}[ /.-]?\d{5}\s?[+*]{0,3}(?![\d])/g;
const creditor = /(?<![A-Z0-9])RF\d{2}(?: ?[A-Z0-9]{1,4}){1,6}/gi;

/**
 * Every different valid OGM in a free text, in order of appearance. One in 97 random numbers of 12 digits passes the
 * check, so whoever matches on the answer must also know the reference. Source: facts/bank.md section 3.
 */
export function findStructuredReferences(text: string): StructuredReference[] {
  const found = [...text.matchAll(structured)].flatMap(([candidate]) => parseStructuredReference(candidate) ?? []);
  return [...new Set(found)];
}

/**
 * Every different valid RF reference in a free text. What follows it in the text is left out: the longest beginning that
 * passes the check counts.
 */
export function findCreditorReferences(text: string): string[] {
  const found = [...text.matchAll(creditor)].flatMap(([candidate]) => longestValid(candidate) ?? []);
  return [...new Set(found)];
}

function longestValid(candidate: string): string | undefined {
  const words = candidate.split(' ');
  for (let count = words.length; count > 0; count -= 1) {
    const reference = parseCreditorReference(words.slice(0, count).join(''));
    if (reference) return reference;
  }
  return undefined;
}
