import { makeStructuredReference, type StructuredReference } from '../bank/structured-reference.ts';

/** Bases from 9,000,000,000 on are kept for payers' own references. */
const firstBase = 9_000_000_000;
const room = 1_000_000_000;
/** A prime, so that every attempt lands elsewhere before any comes back. */
const stride = 7_919_003;

/**
 * The reference proposed for a payer to pay several invoices of one school at once: the same payer and school always
 * give the same, and for school ids below 1,000 and payer ids below 1,000,000 no two pairs give the same. `attempt`
 * counts up when the store already knows the reference. Throws on ids that are not positive integers.
 */
export function payerReferenceCandidate(schoolId: number, payerId: number, attempt: number): StructuredReference {
  if (!Number.isSafeInteger(schoolId) || !Number.isSafeInteger(payerId) || schoolId < 1 || payerId < 1) {
    throw new RangeError('Ids are positive integers');
  }
  const offset = (payerId * 1000 + (schoolId % 1000) + attempt * stride) % room;
  return makeStructuredReference(String(firstBase + offset));
}
