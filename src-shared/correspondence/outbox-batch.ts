import { z } from 'zod';
import { id, moment } from '../api/schemas.ts';

/** One press of *Verzenden*, or a round of a run, and where its messages stand. */
export const outboxBatch = z.object({
  batchId: id,
  /** Of a run: its letters are printed and confirmed there. */
  runId: id.nullable(),
  /** Of a run: what it is. */
  textName: z.string(),
  at: moment,
  author: z.string(),
  counts: z.object({
    emailsReserved: z.number().int(),
    emailsSent: z.number().int(),
    emailsFailed: z.number().int(),
    emailsUncertain: z.number().int(),
    lettersToPrint: z.number().int(),
    lettersPrinted: z.number().int(),
    cancelled: z.number().int(),
  }),
});
export type OutboxBatch = z.infer<typeof outboxBatch>;
