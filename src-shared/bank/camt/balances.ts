import type { PlainDate } from '../../calendar/plain-date.ts';
import { amountOf, signOf } from './amount.ts';
import { dateAt } from './date.ts';
import { childrenOf, elementAt, textAt, type XmlElement } from './xml-element.ts';

export type Balance = {
  readonly type: string;
  readonly cents: number;
  readonly currency: string;
  readonly date: PlainDate | null;
};

export type Balances = {
  readonly opening: Balance | null;
  readonly closing: Balance | null;
  /** Balances that count here but cannot be read. */
  readonly unreadable: number;
};

const openingTypes = ['OPBD', 'PRCD'];
const counting = new Set([...openingTypes, 'CLBD']);

/**
 * The balances of a statement in one currency: the opening is OPBD, else PRCD (the previous closing); the closing is CLBD. When
 * a bank gives one per day, the earliest opening and the latest closing. Expected and available balances do not count.
 */
export function balancesOf(statement: XmlElement, currency: string): Balances {
  let unreadable = 0;
  const found: Balance[] = [];
  for (const element of childrenOf(statement, 'Bal')) {
    const type = balanceType(element);
    if (!counting.has(type)) continue;
    const amount = amountOf(elementAt(element, 'Amt'));
    const sign = signOf(element);
    if (!amount || !sign) unreadable += 1;
    else if (amount.currency === currency)
      found.push({ type, cents: amount.cents * sign || 0, currency, date: dateAt(element, 'Dt') ?? null });
  }
  const byDate = found.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  const opening = openingTypes
    .map((type) => byDate.find((balance) => balance.type === type))
    .find((balance) => balance !== undefined);
  return { opening: opening ?? null, closing: byDate.findLast(({ type }) => type === 'CLBD') ?? null, unreadable };
}

/** The currencies in which a statement gives booked balances. */
export function balanceCurrencies(statement: XmlElement): string[] {
  const currencies = childrenOf(statement, 'Bal')
    .filter((element) => counting.has(balanceType(element)))
    .flatMap((element) => amountOf(elementAt(element, 'Amt'))?.currency ?? []);
  return [...new Set(currencies)];
}

function balanceType(element: XmlElement): string {
  return textAt(element, 'Tp', 'CdOrPrtry', 'Cd') || textAt(element, 'Tp', 'CdOrPrtry', 'Prtry');
}
