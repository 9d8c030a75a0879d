import { addTo } from './add-to.ts';
import type { Payers } from './case-payers.ts';
import type { DecisionItem } from './decision.ts';
import { isCreditItem } from './is-credit.ts';
import type { OwedCredit } from './payer-case.ts';
import { sharesOf } from './shares.ts';

/**
 * The credits that count for each payer, at every school, in negative cents: the payer's own money; a share, or the whole when
 * joint, of a credit for which payers are liable; and all of a credit nobody is liable for, for every payer of the
 * household: asking too little can be put right, asking too much cannot. `owingPerHousehold`
 * are the payers who owe something of a household, beside those who belong to it; asked only when it matters. Source: domain.md "One decision", scenarios S-06 and S-07.
 */
export function collectCredits(
  items: readonly DecisionItem[],
  payers: Payers,
  owingPerHousehold: () => ReadonlyMap<number, Iterable<number>>,
): ReadonlyMap<number, readonly OwedCredit[]> {
  const credits = new Map<number, OwedCredit[]>();
  let owing: ReadonlyMap<number, Iterable<number>> | undefined;
  for (const item of items) {
    if (item.openCents === 0 || !isCreditItem(item)) continue;
    const cents = -Math.abs(item.openCents);
    if (item.creditOfPayerId !== null) {
      addTo(credits, item.creditOfPayerId, { item, cents });
      continue;
    }
    const shares = [...sharesOf(cents, item.owedBy)].filter(([payerId]) => payers.canOwe(payerId));
    if (shares.length === 0) {
      owing ??= owingPerHousehold();
      const household = [...payers.ofHousehold(item.householdId), ...(owing.get(item.householdId) ?? [])];
      for (const payerId of new Set(household)) addTo(credits, payerId, { item, cents });
    }
    for (const [payerId, share] of shares) if (share !== 0) addTo(credits, payerId, { item, cents: share });
  }
  return credits;
}
