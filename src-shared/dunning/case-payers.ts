import { byNumber } from '../correspondence/order.ts';
import type { DecisionPayer } from './decision.ts';
import type { OwedItem } from './payer-case.ts';
import { nobody } from './shares.ts';

/** The payers as given, and for who was left out what holds for somebody known only by id. */
export type Payers = {
  /** Somebody who can be asked: not removed, and not the part of nobody. */
  readonly canOwe: (payerId: number) => boolean;
  readonly byId: (payerId: number, householdId: number) => DecisionPayer;
  /** The household under which a payer stands: the own one when something is owed of it, else the lowest of the others. */
  readonly householdOf: (payerId: number, owed: readonly OwedItem[]) => number;
  readonly ofHousehold: (householdId: number) => readonly number[];
};

/** Reads the payers once. Who is given twice counts as the most careful of both: removed, unreachable. */
export function payersOf(payers: readonly DecisionPayer[]): Payers {
  const known = new Map<number, DecisionPayer>();
  for (const payer of payers) {
    const other = known.get(payer.payerId);
    if (!other || byCare(payer, other) < 0) known.set(payer.payerId, payer);
  }
  // Asked only for a credit that nobody is liable for, so read only then.
  let perHousehold: ReadonlyMap<number, readonly DecisionPayer[]> | undefined;
  return {
    canOwe: (payerId) => payerId !== nobody && known.get(payerId)?.removed !== true,
    byId: (payerId, householdId) =>
      known.get(payerId) ?? {
        payerId,
        householdId,
        name: '',
        reachable: true,
        removed: false,
        thirdPartyPayerId: null,
      },
    householdOf: (payerId, owed) => {
      const own = known.get(payerId)?.householdId;
      if (own !== undefined && owed.some(({ item }) => item.householdId === own)) return own;
      return owed.reduce((lowest, { item }) => Math.min(lowest, item.householdId), Number.MAX_SAFE_INTEGER);
    },
    ofHousehold: (householdId) => {
      perHousehold ??= Map.groupBy(known.values(), (payer) => payer.householdId);
      return (perHousehold.get(householdId) ?? []).flatMap(({ payerId, removed }) => (removed ? [] : [payerId]));
    },
  };
}

const byCare = byNumber<DecisionPayer>(
  ({ removed }) => (removed ? 0 : 1),
  ({ reachable }) => (reachable ? 1 : 0),
  ({ householdId }) => householdId,
  ({ thirdPartyPayerId }) => -(thirdPartyPayerId ?? 0),
);
