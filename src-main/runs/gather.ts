import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { DecisionInput } from '#shared/dunning/decision.ts';
import type { Schools } from '#main/access/caller.ts';
import type { Store } from '#main/store/store.ts';

export type GatherRequest = {
  /** The day for which is decided; may lie in the past or the future. */
  readonly asOf: PlainDate;
  /** The day it is now: what the store says is of this day. */
  readonly today: PlainDate;
  readonly schoolIds: Schools;
  /** Only these households, with everything they have at these schools; left out: every household. */
  readonly householdIds?: readonly number[];
  /** Messages and tasks of this run do not hold it up. */
  readonly ownRunId?: number;
};

/** Reads everything the decision is made from, in a handful of statements, whatever the number of schools. */
export function gatherDecision(store: Store, request: GatherRequest): DecisionInput {
  void store;
  void request;
  throw new Error('not there yet');
}
