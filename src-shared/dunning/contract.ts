import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, filledText, id, moment, plainDate } from '../api/schemas.ts';
import { decision, decisionInput, dunningSettings, exclusion, proposal } from './decision.ts';
import { stages } from './procedure.ts';

/** A procedure of a school with the version that counts on a day. */
export const dunningProcedure = z.object({
  procedureId: id,
  procedureVersionId: id,
  version: z.number().int(),
  schoolId: id,
  billingGroupId: id.nullable(),
  billingGroupName: z.string().nullable(),
  name: z.string(),
  shippedKey: z.string().nullable(),
  archived: z.boolean(),
  validFrom: plainDate,
  validUntil: plainDate.nullable(),
  nearLimitationDays: z.number().int().nullable(),
  stages,
  /** Why it cannot be used, in Dutch: a first stage whose text lacks what the law asks, a stage without text … */
  problems: z.array(z.string()),
  author: z.string(),
  at: moment,
});
export type DunningProcedure = z.infer<typeof dunningProcedure>;

const procedureDraft = z.object({
  /** Null: a new procedure. */
  procedureId: id.nullable(),
  schoolId: id,
  billingGroupId: id.nullable().default(null),
  name: filledText(80),
  validFrom: plainDate,
  validUntil: plainDate.nullable().default(null),
  nearLimitationDays: z.number().int().min(1).max(365).nullable().default(null),
  stages,
});
export type ProcedureDraft = z.infer<typeof procedureDraft>;

/** A proposal with the names that a screen shows. */
export const namedProposal = proposal.extend({
  payerName: z.string(),
  householdName: z.string(),
  schoolName: z.string(),
  thirdPartyPayerName: z.string().nullable(),
  pupils: z.array(z.string()),
});
export const namedExclusion = exclusion.extend({
  payerName: z.string().nullable(),
  householdName: z.string(),
  schoolName: z.string(),
});
export type NamedProposal = z.infer<typeof namedProposal>;
export type NamedExclusion = z.infer<typeof namedExclusion>;

const schoolIds = z.array(id).max(1000).nullable().default(null);

export const dunningContract = {
  /** What would be done, from what is given alone; nothing is read or stored. */
  decide: procedure.input(decisionInput.extend({ asOf: plainDate })).output(decision),
  /** Dry run on any day, in the past or the future, with what stands in the store today; nothing is stored. Null: every school. */
  preview: procedure.input(z.object({ asOf: plainDate.optional(), schoolIds }).default({ schoolIds: null })).output(
    z.object({
      asOf: plainDate,
      proposals: z.array(namedProposal),
      exclusions: z.array(namedExclusion),
      bankConcerns: decision.shape.bankConcerns,
      totals: z.object({ proposals: z.number().int(), cents }),
    }),
  ),

  procedures: procedure
    .input(
      z.object({ schoolId: id.optional(), withArchived: z.boolean().default(false) }).default({ withArchived: false }),
    )
    .output(z.array(dunningProcedure)),
  /** Every version of a procedure, the newest first. */
  procedureHistory: procedure.input(z.object({ procedureId: id })).output(z.array(dunningProcedure)),
  /** The procedures that come with Openstaand: De Horizon, Zacht, Kort. */
  shippedProcedures: procedure.output(
    z.array(z.object({ shippedKey: z.string(), name: z.string(), description: z.string(), stages })),
  ),
  /** Puts a shipped procedure at a school, with its texts. */
  addShipped: procedure
    .input(z.object({ schoolId: id, shippedKey: filledText(40), billingGroupId: id.nullable().default(null) }))
    .output(dunningProcedure),
  /** Saves as a new version; what was sent keeps its own. REFUSED with the missing item when stage 1 has a text that may not be first. */
  saveProcedure: procedure.input(procedureDraft).output(dunningProcedure),
  archiveProcedure: procedure.input(z.object({ procedureId: id, archived: z.boolean() })).output(dunningProcedure),
  settings: procedure.input(z.object({ schoolId: id })).output(dunningSettings),
  saveSettings: procedure.input(dunningSettings.extend({ schoolId: id })).output(dunningSettings),
};
