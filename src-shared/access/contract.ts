import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { id, moment } from '../api/schemas.ts';

export const auditEntry = z.object({
  auditId: id,
  at: moment,
  actor: z.string(),
  command: z.string(),
  householdId: id.nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const accessContract = {
  audit: procedure
    .input(
      z.object({
        householdId: id.optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ entries: z.array(auditEntry), total: z.number().int() })),
  /** Proves that no line of the audit trail was changed or taken out; names the first broken link. */
  verifyAudit: procedure.output(z.object({ entries: z.number().int(), firstBroken: id.nullable() })),
  /** What this user left standing on a screen. */
  preferences: procedure.output(z.record(z.string(), z.unknown())),
  setPreference: procedure
    .input(z.object({ key: z.string().min(1).max(80), value: z.unknown() }))
    .output(z.object({ key: z.string() })),
};
