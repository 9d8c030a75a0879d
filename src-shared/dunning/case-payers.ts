import { byNumber } from '../correspondence/order.ts';
import type { DecisionPayer } from './decision.ts';
import { nobody } from './shares.ts';

/** The payers as given, and for who was left out what holds for somebody known only by id. */
export type Payers = {
  /** Somebody who can be asked: not removed, and not the part of nobody. */
  readonly canOwe: (payerId: number) => boolean;
  readonly byId: (payerId: number, householdId: number) => DecisionPayer;
  /** The household under which a payer with items of these households stands: the own one when it is among them. */
  readonly householdOf: (payerId: number, households: readonly number[]) => number;
  readonly ofHousehold: (householdId: number) => readonly number[];
};

/** Reads the payers once. Who is given twice counts as the most careful of both: removed, unreachable. */
export function payersOf(payers: readonly DecisionPayer[]): Payers {
  const careful = payers.toSorted(
    byNumber(
      ({ removed }) => (removed ? 0 : 1),
      ({ reachable }) => (reachable ? 1 : 0),
      ({ householdId }) => householdId,
      ({ thirdPartyPayerId }) => -(thirdPartyPayerId ?? 0),
    ),
  );
  const known = new Map<number, DecisionPayer>();
  for (const payer of careful) if (!known.has(payer.payerId)) known.set(payer.payerId, payer);
  const perHousehold = Map.groupBy(
    [...known.values()].filter(({ removed }) => !removed),
    ({ householdId }) => householdId,
  );
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
    householdOf: (payerId, households) => {
      const own = known.get(payerId)?.householdId;
      return own !== undefined && households.includes(own)
        ? own
        : households.reduce((lowest, one) => Math.min(lowest, one));
    },
    ofHousehold: (householdId) => (perHousehold.get(householdId) ?? []).map(({ payerId }) => payerId),
  };
}
