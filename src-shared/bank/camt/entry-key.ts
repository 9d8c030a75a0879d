import { movementKeyBase, textMark } from '../movement-key.ts';
import { accountNumber } from './parties.ts';
import { elementAt, identificationAt, textAt, type XmlElement } from './xml-element.ts';

/**
 * The base of the key of an entry: date, amount, the bank's own reference, and a mark of who and why, because some banks
 * write one reference for many entries. A short number in `NtryRef` is only the place in the file and does not count.
 */
export function entryKey(entry: XmlElement, details: readonly XmlElement[], date: string, cents: number): string {
  const reference = identificationAt(entry, 'AcctSvcrRef') ?? telling(identificationAt(entry, 'NtryRef'));
  const [detail] = details;
  const ofDetail = details.length === 1 ? identificationAt(detail, 'Refs', 'AcctSvcrRef') : null;
  const text = detail ? details.map(whoAndWhy).join(' ') : textAt(entry, 'AddtlNtryInf');
  return movementKeyBase([date, cents, reference ?? ofDetail, textMark(text)]);
}

/** The base of the key of one detail of an entry that counts by its details. */
export function detailKey(ofEntry: string, detail: XmlElement, cents: number): string {
  return `${ofEntry}>${movementKeyBase([cents, identificationAt(detail, 'Refs', 'AcctSvcrRef'), textMark(whoAndWhy(detail))])}`;
}

function telling(reference: string | null): string | null {
  return reference === null || /^\d{1,6}$/.test(reference) ? null : reference;
}

/** What every version and every download of the same detail says alike. */
function whoAndWhy(detail: XmlElement): string {
  const parties = elementAt(detail, 'RltdPties');
  return [
    identificationAt(detail, 'Refs', 'EndToEndId'),
    accountNumber(elementAt(parties, 'DbtrAcct')),
    accountNumber(elementAt(parties, 'CdtrAcct')),
    allText(elementAt(detail, 'RmtInf')),
    allText(elementAt(detail, 'RtrInf')),
  ].join(' ');
}

function allText(element: XmlElement | undefined): string {
  if (!element) return '';
  return element.children.length === 0 ? element.text : element.children.map(allText).join(' ');
}
