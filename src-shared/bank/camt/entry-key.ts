import { movementKeyBase, textMark } from '../movement-key.ts';
import { elementAt, identificationAt, textAt, type XmlElement } from './xml-element.ts';

/**
 * What identifies an entry beside its date and amount: the bank's own reference, else everything it says about who and
 * why. A short number in `NtryRef` is only the place in the file and says nothing.
 */
export function entryMark(entry: XmlElement, details: readonly XmlElement[]): string {
  const reference = identificationAt(entry, 'AcctSvcrRef');
  if (reference !== null) return reference;
  const entryReference = identificationAt(entry, 'NtryRef');
  if (entryReference !== null && !/^\d{1,6}$/.test(entryReference)) return entryReference;
  const [detail] = details;
  const ofDetail = details.length === 1 ? identificationAt(detail, 'Refs', 'AcctSvcrRef') : null;
  if (ofDetail !== null) return ofDetail;
  return `~${textMark([textAt(entry, 'AddtlNtryInf'), ...details.map(whoAndWhy)].join(' '))}`;
}

/** What identifies one detail among those of its entry. */
export function detailMark(detail: XmlElement): string {
  return identificationAt(detail, 'Refs', 'AcctSvcrRef') ?? `~${textMark(whoAndWhy(detail))}`;
}

/** The base of a key: date, amount, marks. */
export function camtKeyBase(date: string, cents: number, ...marks: readonly string[]): string {
  return movementKeyBase([date, cents, ...marks]);
}

function whoAndWhy(detail: XmlElement): string {
  return [elementAt(detail, 'Refs'), elementAt(detail, 'RltdPties'), elementAt(detail, 'RmtInf')]
    .map(allText)
    .join(' ');
}

function allText(element: XmlElement | undefined): string {
  if (!element) return '';
  return element.children.length === 0 ? element.text : element.children.map(allText).join(' ');
}
