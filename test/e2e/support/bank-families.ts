import { formatStructuredReference } from '#shared/bank/structured-reference.ts';
import type { OpenItem } from '#shared/ledger/contract.ts';
import type { CodaMovement } from '#test/support/coda.ts';

/** What the families of the demo school still have open, chosen so that each line of the file says something else. */
export type Families = {
  /** Pays exactly what is asked, with the reference. */
  readonly exact: OpenItem;
  /** Pays € 12,50 too much. */
  readonly tooMuch: OpenItem;
  /** Pays two invoices at once and names both. */
  readonly both: readonly [OpenItem, OpenItem];
  /** Was collected last week; now the collection comes back. */
  readonly collected: OpenItem;
  /** Two children of one family, paid by somebody nobody knows. */
  readonly children: readonly [OpenItem, OpenItem];
};

/** The collection of last week, and what the bank calls it when it comes back. */
export const collection = { code: '00550000', endToEndId: 'INNING-1' };

/** A line that names its invoice by reference. */
export function named({ openCents, structuredReference }: OpenItem, more: Partial<CodaMovement> = {}): CodaMovement {
  return {
    amountCents: openCents,
    ...(structuredReference === null ? {} : { reference: structuredReference }),
    ...more,
  };
}

/** Seven lines, each of another kind. */
export function movementsOf({ exact, tooMuch, both, collected, children }: Families): CodaMovement[] {
  const references = both.map(({ structuredReference }) => formatStructuredReference(structuredReference ?? ''));
  return [
    named(exact),
    named(tooMuch, { amountCents: tooMuch.openCents + 1250 }),
    { amountCents: both[0].openCents + both[1].openCents, text: references.join(' ') },
    {
      amountCents: -collected.openCents,
      code: '00503000',
      endToEndId: collection.endToEndId,
      returned: { type: '2', reason: 'AM04' },
    },
    {
      amountCents: children[0].openCents + children[1].openCents + 777,
      name: 'XYLOFOON QUINTEN',
      account: 'BE62510007547061',
      text: 'voor de kinderen',
    },
    { amountCents: -350, code: '08037000', text: 'BEHEERSKOSTEN NOVEMBER' },
    { amountCents: -8000, name: 'BOEKHANDEL', account: 'BE71096123456769', text: 'schoolboeken' },
  ];
}

/** Families of whom each pays one line: nobody twice. */
export function chooseFamilies(items: readonly OpenItem[]): Families {
  const taken = new Set<number>();
  const byHousehold = Map.groupBy(
    items.filter(({ structuredReference, openCents }) => structuredReference !== null && openCents > 2000),
    ({ householdId }) => householdId,
  );
  function take(count: number, twoChildren: boolean): OpenItem[] {
    for (const [householdId, own] of byHousehold) {
      const picked = twoChildren ? [...new Map(own.map((item) => [item.pupilId, item])).values()] : own;
      if (taken.has(householdId) || picked.length < count) continue;
      taken.add(householdId);
      return picked.slice(0, count);
    }
    throw new Error('The demo school has too few families');
  }
  const one = (): OpenItem => take(1, false)[0] as OpenItem;
  return {
    exact: one(),
    tooMuch: one(),
    both: take(2, false) as [OpenItem, OpenItem],
    collected: one(),
    children: take(2, true) as [OpenItem, OpenItem],
  };
}
