import { z } from 'zod';

/** A variable as the menu of the editor shows it. */
export const variableDescription = z.object({
  /** Without dollars: OPENSTAANDE_FACTUREN. */
  name: z.string(),
  group: z.enum(['pupil', 'school', 'payer', 'amounts', 'payment']),
  /** Dutch. */
  description: z.string(),
  example: z.string(),
  /** `block` stands on a line of its own (table, payment box, QR). */
  kind: z.enum(['inline', 'block']),
  aliases: z.array(z.string()),
});
export type VariableDescription = z.infer<typeof variableDescription>;
