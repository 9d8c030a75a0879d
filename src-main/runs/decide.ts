import { decideDunning } from '#shared/dunning/decide-dunning.ts';
import type { Decision } from '#shared/dunning/decision.ts';
import { includesSchool } from '#main/access/caller.ts';
import type { Store } from '#main/store/store.ts';
import { gatherDecision } from './gather.ts';
import type { GatherRequest } from './gather-request.ts';

/**
 * What would be done on the day, from what stands in the store now: preview, draft and sending all come through here. Of
 * another school only a credit was looked at, so nothing is answered about it.
 */
export function decideNow(store: Store, request: GatherRequest): Decision {
  const decision = decideDunning(gatherDecision(store, request), request.asOf);
  if (request.schoolIds === 'all') return decision;
  const isAsked = ({ schoolId }: { readonly schoolId: number }): boolean => includesSchool(request.schoolIds, schoolId);
  return {
    ...decision,
    proposals: decision.proposals.filter(isAsked),
    exclusions: decision.exclusions.filter(isAsked),
  };
}
