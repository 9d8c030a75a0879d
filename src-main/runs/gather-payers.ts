import { destinationOf } from '#shared/correspondence/destination.ts';
import type { DecisionItem, DecisionPayer } from '#shared/dunning/decision.ts';
import { payersOf, thirdPartiesById } from '#main/correspondence/facts-queries.ts';
import type { Store } from '#main/store/store.ts';
import { payerValues } from './gather-queries.ts';

/**
 * Everybody who owes an item, and the payers of the households: whose money a credit is when nobody is liable for it.
 * Nearly all have a postal address and are reachable by that alone; of the others the whole address is looked at.
 */
export function payersOfItems(store: Store, items: readonly DecisionItem[]): DecisionPayer[] {
  const households = new Set<number>();
  const liable = new Set<number>();
  for (const { householdId, owedBy, creditOfPayerId } of items) {
    households.add(householdId);
    for (const { payerId } of owedBy) liable.add(payerId);
    if (creditOfPayerId !== null) liable.add(creditOfPayerId);
  }
  const values = payerValues(store, [...households], [...liable]);
  const reachable = reachableAmong(
    store,
    values.filter(([, , , , , hasAddress]) => hasAddress === 0).map(([payerId]) => payerId),
  );
  return values.map(([payerId, householdId, name, isRemoved, thirdPartyPayerId, hasAddress]) => ({
    payerId,
    householdId,
    name,
    reachable: hasAddress === 1 || reachable.has(payerId),
    removed: isRemoved === 1,
    thirdPartyPayerId,
  }));
}

function reachableAmong(store: Store, payerIds: readonly number[]): ReadonlySet<number> {
  if (payerIds.length === 0) return new Set();
  const payers = payersOf(store, [], payerIds);
  const bodies = payers.flatMap(({ thirdPartyPayerId }) => (thirdPartyPayerId === null ? [] : [thirdPartyPayerId]));
  const thirdParties = new Map(
    thirdPartiesById(store, [...new Set(bodies)]).map((party) => [party.thirdPartyPayerId, party]),
  );
  return new Set(
    payers
      .filter((payer) => destinationOf(payer, thirdParties.get(payer.thirdPartyPayerId ?? 0) ?? null, undefined))
      .map(({ payerId }) => payerId),
  );
}
