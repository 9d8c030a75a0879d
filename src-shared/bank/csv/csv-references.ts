import { parseCreditorReference } from '../creditor-reference.ts';
import { findCreditorReferences, findStructuredReferences } from '../find-references.ts';
import type { BankMovement } from '../statement.ts';
import { parseStructuredReference } from '../structured-reference.ts';

type References = Pick<BankMovement, 'structuredReference' | 'creditorReference' | 'referenceSource'>;

const none: References = { structuredReference: null, creditorReference: null, referenceSource: null };
/** How a bank prints a structured communication: with its signs, and nothing else in the cell. */
const printed = /^(?:\+{3}|\*{3})\s?\d{3}\/?\d{4}\/?\d{5}\s?(?:\+{3}|\*{3})$/;

/**
 * The reference of a row: that of the column for it, or of a communication that is nothing else; else the one valid
 * reference of the first text that holds any. Of several different ones none is chosen.
 */
export function csvReferences(structured: string, texts: readonly string[]): References {
  for (const cell of [structured, ...texts.filter((text) => printed.test(text))]) {
    const structuredReference = parseStructuredReference(cell) ?? null;
    const creditorReference = structuredReference ? null : (parseCreditorReference(cell) ?? null);
    if (structuredReference || creditorReference) {
      return { structuredReference, creditorReference, referenceSource: 'structured' };
    }
  }
  for (const text of [structured, ...texts]) {
    const ours = findStructuredReferences(text);
    const creditor = findCreditorReferences(text);
    if (ours.length + creditor.length === 0) continue;
    const structuredReference = ours.length === 1 ? (ours[0] ?? null) : null;
    const creditorReference = creditor.length === 1 ? (creditor[0] ?? null) : null;
    if (!structuredReference && !creditorReference) return none;
    return { structuredReference, creditorReference, referenceSource: 'text' };
  }
  return none;
}
