import { oc } from '@orpc/contract';
import { z } from 'zod';

const problemData = z.object({
  /** Dutch, for the user. */
  sentence: z.string(),
  /** The form field it belongs to, if any. */
  field: z.string().nullable(),
});

/** The HTTP status of each expected failure; a failure without one would look like a crash of ours. */
export const problemStatus = { NOT_FOUND: 404, INVALID: 422, CONFLICT: 409, REFUSED: 403, UNAVAILABLE: 503 } as const;

/** The start of every procedure of the contract: the same five expected failures everywhere. */
export const procedure = oc.errors({
  NOT_FOUND: { status: problemStatus.NOT_FOUND, data: problemData },
  INVALID: { status: problemStatus.INVALID, data: problemData },
  CONFLICT: { status: problemStatus.CONFLICT, data: problemData },
  REFUSED: { status: problemStatus.REFUSED, data: problemData },
  UNAVAILABLE: { status: problemStatus.UNAVAILABLE, data: problemData },
});
