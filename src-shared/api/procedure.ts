import { oc } from '@orpc/contract';
import { z } from 'zod';

const problemData = z.object({
  /** Dutch, for the user. */
  sentence: z.string(),
  /** The form field it belongs to, if any. */
  field: z.string().nullable(),
});

/** The start of every procedure of the contract: the same five expected failures everywhere. */
export const procedure = oc.errors({
  NOT_FOUND: { status: 404, data: problemData },
  INVALID: { status: 422, data: problemData },
  CONFLICT: { status: 409, data: problemData },
  REFUSED: { status: 403, data: problemData },
  UNAVAILABLE: { status: 503, data: problemData },
});
