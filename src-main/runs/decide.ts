import type { Decision } from '#shared/dunning/decision.ts';
import type { Store } from '#main/store/store.ts';
import { type GatherRequest } from './gather.ts';

/** What would be done on the day, from what stands in the store now: preview, draft and sending all come through here. */
export function decideNow(store: Store, request: GatherRequest): Decision {
  void store;
  void request;
  throw new Error('not there yet');
}
