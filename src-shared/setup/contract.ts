import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { filledText, jobStarted, plainDate } from '../api/schemas.ts';

export const setupStatus = z.object({
  /** `empty`: nothing chosen yet, offer the demo school or an own school. */
  state: z.enum(['empty', 'ready']),
  version: z.string(),
  /** Today, or the date the application was started with (`--as-of`). */
  asOf: plainDate,
  isDemo: z.boolean(),
  /** Who is at the keyboard, as the audit trail names them. */
  actor: z.string(),
});
export type SetupStatus = z.infer<typeof setupStatus>;

export const setupContract = {
  status: procedure.output(setupStatus),
  /** Fills an empty database with the demo school. CONFLICT when there is already a school. */
  createDemo: procedure
    .input(
      z.object({
        /** Pupils in the demo group. */
        pupils: z.number().int().min(20).max(20_000).default(640),
      }),
    )
    .output(jobStarted),
  /** Starts with one own school. CONFLICT when there is already a school. */
  createEmpty: procedure
    .input(
      z.object({
        boardName: z.string().trim().max(120).default(''),
        schoolName: filledText(120),
        level: z.enum(['primary', 'secondary']),
      }),
    )
    .output(z.object({ schoolId: z.number().int() })),
};
