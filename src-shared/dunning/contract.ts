import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { filledText, id, plainDate } from '../api/schemas.ts';
import { selection } from '../ledger/contract.ts';

/** As many as a selection of rows can stand for. */
const manyIds = z.array(id).min(1).max(1_000_000);

const why = z.object({
  reason: filledText(300),
  /** Last day on which it holds; null: until lifted. */
  untilDate: plainDate.nullable().default(null),
});

export const dunningContract = {
  /**
   * Niet verwerken: leaves invoices out of every message until the date (inclusive), or until lifted. What is held
   * already keeps its own reason and date. Undone by lifting the answered holds.
   */
  hold: procedure
    .input(z.union([why.extend({ invoiceIds: manyIds }), why.extend({ selection })]))
    .output(z.object({ holdIds: z.array(id), alreadyHeld: z.number().int() })),
  /** Weer verwerken: takes holds away; what was held and why stays in the dossier. Answers which were lifted. */
  lift: procedure
    .input(z.union([z.object({ holdIds: manyIds }), z.object({ selection })]))
    .output(z.object({ holdIds: z.array(id) })),
  /** Undoes a lift: holds again what these holds held, each with its own reason and date, unless it is over or held anew. */
  holdAgain: procedure.input(z.object({ holdIds: manyIds })).output(z.object({ holdIds: z.array(id) })),
};
