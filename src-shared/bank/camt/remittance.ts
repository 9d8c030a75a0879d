import { parseCreditorReference } from '../creditor-reference.ts';
import { findCreditorReferences, findStructuredReferences } from '../find-references.ts';
import type { BankMovement } from '../statement.ts';
import { parseStructuredReference } from '../structured-reference.ts';
import { childrenOf, elementAt, textAt, tidy, type XmlElement } from './xml-element.ts';

export type Remittance = Pick<
  BankMovement,
  'structuredReference' | 'creditorReference' | 'referenceSource' | 'communication'
>;

/** A part this long may have been cut in the middle of a word. */
const fullPart = 140;

/**
 * The references and the free text of a movement. A reference in `Strd` counts when its check holds, with BBA or ISO as issuer or
 * none at all; what fails is text. Else the one valid reference in the text; of several different ones none is chosen, they
 * all stand in the communication. Source: facts/bank.md section 2.
 */
export function remittanceOf(entry: XmlElement, detail: XmlElement | undefined): Remittance {
  const information = elementAt(detail, 'RmtInf');
  const structured = childrenOf(information, 'Strd').map(readStructured);
  const references = [...new Set(structured.flatMap(({ reference }) => reference ?? []))];
  const [only, another] = references;
  const extra = structured.flatMap(({ texts }) => texts);
  const free = childrenOf(information, 'Ustrd').map(({ text }) => text);
  const parts = [...(another === undefined ? [] : references), ...free, ...extra].filter((part) => tidy(part) !== '');
  const written = parts.length > 0 ? parts : [bankText(entry, detail)];
  const communication = joinReadably(written);
  if (only !== undefined && another === undefined) {
    const isCreditor = only.startsWith('RF');
    return {
      structuredReference: isCreditor ? null : only,
      creditorReference: isCreditor ? only : null,
      referenceSource: 'structured',
      communication,
    };
  }
  return { ...referencesInText(written), communication };
}

/** What the bank itself says of a movement without a communication. */
function bankText(entry: XmlElement, detail: XmlElement | undefined): string {
  return textAt(detail, 'AddtlTxInf') || textAt(detail, 'RtrInf', 'AddtlInf') || textAt(entry, 'AddtlNtryInf');
}

/** Looks in the parts joined with a space, then without: a reference may have been cut in two. */
function referencesInText(
  parts: readonly string[],
): Pick<Remittance, 'structuredReference' | 'creditorReference' | 'referenceSource'> {
  for (const separator of [' ', '']) {
    const text = tidy(parts.map((part) => part.trim()).join(separator));
    const structured = findStructuredReferences(text);
    const creditor = findCreditorReferences(text);
    if (structured.length + creditor.length === 0) continue;
    const structuredReference = structured.length === 1 ? (structured[0] ?? null) : null;
    const creditorReference = creditor.length === 1 ? (creditor[0] ?? null) : null;
    const found = structuredReference ?? creditorReference;
    return { structuredReference, creditorReference, referenceSource: found === null ? null : 'text' };
  }
  return { structuredReference: null, creditorReference: null, referenceSource: null };
}

function readStructured(element: XmlElement): { readonly reference?: string; readonly texts: readonly string[] } {
  const written = textAt(element, 'CdtrRefInf', 'Ref');
  const issuer = textAt(element, 'CdtrRefInf', 'Tp', 'Issr').toUpperCase();
  const isKnownIssuer = issuer === '' || issuer === 'BBA' || issuer === 'ISO';
  const reference = isKnownIssuer ? (parseStructuredReference(written) ?? parseCreditorReference(written)) : undefined;
  const documents = childrenOf(element, 'RfrdDocInf').map((document) => textAt(document, 'Nb'));
  const texts = [...documents, ...childrenOf(element, 'AddtlRmtInf').map(({ text }) => text)];
  return reference === undefined ? { texts: [written, ...texts] } : { reference, texts };
}

function joinReadably(parts: readonly string[]): string {
  let joined = '';
  for (const [index, part] of parts.entries()) {
    const previous = parts[index - 1];
    joined += previous !== undefined && previous.length < fullPart ? ` ${part}` : part;
  }
  return tidy(joined);
}
