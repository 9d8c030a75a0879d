import { makeStructuredReference, type StructuredReference } from '../bank/structured-reference.ts';

/** Bases from 8,000,000,000 up to those of payers' own references are kept for plans. */
const firstBase = 8_000_000_000;
const room = 1_000_000_000;
/** A prime, so that every attempt lands elsewhere before any comes back. */
const stride = 7_919_003;

/**
 * The reference proposed for a plan: no two plans get the same. `attempt` counts up when the store already knows it. Throws
 * on an id that is no positive integer.
 */
export function planReferenceCandidate(planId: number, attempt: number): StructuredReference {
  if (!Number.isSafeInteger(planId) || planId < 1) throw new RangeError('Ids are positive integers');
  return makeStructuredReference(String(firstBase + ((planId + attempt * stride) % room)));
}
