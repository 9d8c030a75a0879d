import { destinationOf } from '#shared/correspondence/destination.ts';
import type { DecisionItem, DecisionPayer } from '#shared/dunning/decision.ts';
import { payersOf, thirdPartiesById } from '#main/correspondence/facts-queries.ts';
import type { Store } from '#main/store/store.ts';
import { payerRows } from './gather-queries.ts';

/**
 * Everybody who owes an item. Nearly all have a postal address and are reachable by that alone; of the others the whole
 * address is looked at.
 */
export function payersOfItems(store: Store, items: readonly DecisionItem[]): DecisionPayer[] {
  const payerIds = new Set<number>();
  for (const { owedBy } of items) for (const { payerId } of owedBy) payerIds.add(payerId);
  const rows = payerRows(store, [...payerIds]);
  const reachable = reachableAmong(
    store,
    rows.filter(({ hasAddress }) => hasAddress === 0).map(({ payerId }) => payerId),
  );
  return rows.map(({ payerId, householdId, name, isRemoved, thirdPartyPayerId, hasAddress }) => ({
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
