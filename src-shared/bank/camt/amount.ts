import { toCents } from '../../money/cents.ts';
import { elementAt, textAt, tidy, type XmlElement } from './xml-element.ts';

export type CamtAmount = { readonly cents: number; readonly currency: string };

/** Ten billion euro: above that a sum of many could leave the whole numbers that are exact. */
const mostCents = 1_000_000_000_000;

/**
 * Reads an ISO 20022 amount: a plain decimal with a dot and up to five decimals, never a sign. Undefined for anything else
 * and for an amount that is no whole number of cents, so that nothing is ever rounded.
 */
function parseIsoAmount(text: string): number | undefined {
  const [, euros = '', decimals = ''] = /^\+?(\d{1,13})?(?:\.(\d{0,5}))?$/.exec(text.trim()) ?? [];
  if (euros === '' && decimals === '') return undefined;
  if (/[1-9]/.test(decimals.slice(2))) return undefined;
  const cents = Number(euros) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
  return cents <= mostCents ? toCents(cents) : undefined;
}

/** The amount of an element `<Amt Ccy="EUR">12.50</Amt>`, without sign; undefined when it cannot be read exactly. */
export function amountOf(element: XmlElement | undefined): CamtAmount | undefined {
  const cents = element && parseIsoAmount(element.text);
  return cents === undefined ? undefined : { cents, currency: tidy(element?.attributes['Ccy'] ?? '').toUpperCase() };
}

/**
 * 1 for money in, -1 for money out, undefined when the bank does not say. Only `CdtDbtInd` decides: `RvslInd` says that the
 * original went the other way and never turns the sign. Source: facts/bank.md section 2.
 */
export function signOf(element: XmlElement | undefined): 1 | -1 | undefined {
  const indicator = textAt(element, 'CdtDbtInd');
  return indicator === 'CRDT' ? 1 : indicator === 'DBIT' ? -1 : undefined;
}

/** What the file says instead of an amount, for a message; short, whatever the file holds. */
export function amountText(element: XmlElement | undefined): string {
  const text = tidy(elementAt(element, 'Amt')?.text ?? '');
  return text === '' ? 'geen bedrag' : `"${text.slice(0, 30)}"`;
}
