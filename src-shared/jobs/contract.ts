import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from '../api/procedure.ts';

export const jobState = z.enum(['running', 'done', 'cancelled', 'failed']);

/** Where a long piece of work stands. `result` is there when done; `failure` is a Dutch sentence when failed. */
export const jobProgress = z.object({
  jobId: z.string(),
  /** Dutch, present tense: "Facturen inlezen". */
  title: z.string(),
  state: jobState,
  done: z.number().int(),
  total: z.number().int(),
  result: z.unknown().nullable(),
  failure: z.string().nullable(),
});
export type JobProgress = z.infer<typeof jobProgress>;

const one = z.object({ jobId: z.string().max(80) });

export const jobsContract = {
  /** Streams the progress until the job ends; the last event carries the result or the failure. */
  watch: procedure.input(one).output(eventIterator(jobProgress)),
  /** Waits for the end and answers once; what the terminal uses. */
  wait: procedure.input(one).output(jobProgress),
  /** Asks a job to stop after the item it is at. */
  cancel: procedure.input(one).output(jobProgress),
  /** Jobs that still run, so that a reloaded screen finds them again. */
  running: procedure.output(z.array(jobProgress)),
};
