import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { filledText, id, plainDate } from '../api/schemas.ts';

export const dunningContract = {
  /** Niet verwerken: leaves invoices out of every message until the date (inclusive), or until lifted. */
  hold: procedure
    .input(
      z.object({
        invoiceIds: z.array(id).min(1).max(100_000),
        reason: filledText(300),
        untilDate: plainDate.nullable().default(null),
      }),
    )
    .output(z.object({ holdIds: z.array(id), alreadyHeld: z.number().int() })),
  /** Takes holds away; what was held and why stays in the dossier. */
  lift: procedure
    .input(z.object({ holdIds: z.array(id).min(1).max(100_000) }))
    .output(z.object({ lifted: z.number().int() })),
};
