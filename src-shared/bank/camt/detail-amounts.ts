import { amountOf, signOf } from './amount.ts';
import { elementAt, type XmlElement } from './xml-element.ts';

/** Where the own amount of a detail may stand: `Amt` from version 3, `AmtDtls` in version 2; some banks fill in only one. */
const places = [['Amt'], ['AmtDtls', 'TxAmt', 'Amt'], ['AmtDtls', 'InstdAmt', 'Amt']] as const;
const orders = [
  [0, 1, 2],
  [1, 2, 0],
  [2, 1, 0],
] as const;

/**
 * The signed amounts of the details of an entry, only when they add up to the entry exactly. Undefined when one has no
 * amount in the currency of the account, or when the sum differs (charges, or the total repeated in every detail): then
 * only the entry itself can be trusted. Source: facts/bank.md section 2.
 */
export function detailAmounts(
  details: readonly XmlElement[],
  entryCents: number,
  entrySign: 1 | -1,
  currency: string,
): number[] | undefined {
  for (const order of orders) {
    const amounts = details.map((detail) => ownAmount(detail, order, currency));
    if (!amounts.every((amount) => amount !== undefined)) continue;
    const signed = amounts.map((amount, index) => amount * (signOf(details[index]) ?? entrySign) || 0);
    if (sum(signed) === entryCents) return signed;
    const alike = amounts.map((amount) => amount * entrySign || 0);
    if (sum(alike) === entryCents) return alike;
  }
  return undefined;
}

/** The amount of a detail without sign, in the currency of the account; undefined when it gives none there. */
export function ownAmount(
  detail: XmlElement,
  order: readonly (0 | 1 | 2)[] = orders[0],
  currency: string,
): number | undefined {
  for (const place of order) {
    const amount = amountOf(elementAt(detail, ...places[place]));
    if (amount?.currency === currency) return amount.cents;
  }
  return undefined;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
