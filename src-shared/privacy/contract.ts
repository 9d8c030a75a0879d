import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { fileOut, filledText, id, moment, plainDate } from '../api/schemas.ts';

/** About whom: one person. */
export const subject = z.union([z.object({ payerId: id }), z.object({ pupilId: id })]);
export type Subject = z.infer<typeof subject>;

export const privacyRequestKinds = ['access', 'rectification', 'erasure'] as const;
export const privacyRequestKind = z.enum(privacyRequestKinds);
export type PrivacyRequestKind = z.infer<typeof privacyRequestKind>;

/** A question under the GDPR, to be answered within a month. */
export const privacyRequest = z.object({
  privacyRequestId: id,
  householdId: id,
  payerId: id.nullable(),
  pupilId: id.nullable(),
  personName: z.string(),
  kind: privacyRequestKind,
  askedOn: plainDate,
  /** One month after it was asked. */
  answerBefore: plainDate,
  daysLeft: z.number().int(),
  note: z.string(),
  answeredOn: plainDate.nullable(),
  answer: z.string(),
  author: z.string(),
  at: moment,
});
export type PrivacyRequest = z.infer<typeof privacyRequest>;

/** What is kept of a person, until when and why; and whether it can be erased today. */
export const erasure = z.object({
  personName: z.string(),
  canErase: z.boolean(),
  /** Dutch: what keeps it, each with the day on which that ends. */
  keptBy: z.array(z.object({ what: z.string(), until: plainDate.nullable(), why: z.string() })),
  /** First day on which everything may go; null: unknown (something is open). */
  erasableFrom: plainDate.nullable(),
  /** Dutch: what is erased at once, and what stays without a name. */
  erases: z.array(z.string()),
  stays: z.array(z.string()),
});
export type Erasure = z.infer<typeof erasure>;

export const privacyContract = {
  /** Everything about a person, nothing about another one: as one PDF to hand over, or as JSON. */
  accessReport: procedure
    .input(z.object({ subject, format: z.enum(['pdf', 'json']), withSocialNotes: z.boolean().default(false) }))
    .output(fileOut),
  requests: procedure
    .input(
      z
        .object({ householdId: id.optional(), withAnswered: z.boolean().default(false) })
        .default({ withAnswered: false }),
    )
    .output(z.array(privacyRequest)),
  recordRequest: procedure
    .input(
      z.object({
        subject,
        kind: privacyRequestKind,
        askedOn: plainDate,
        note: z.string().trim().max(1000).default(''),
      }),
    )
    .output(privacyRequest),
  answerRequest: procedure
    .input(z.object({ privacyRequestId: id, answer: filledText(1000), answeredOn: plainDate }))
    .output(privacyRequest),
  /** What-if: may this person be erased, and if not until when is what kept. */
  erasure: procedure.input(subject).output(erasure),
  /**
   * Erases what may go: contact data, notes, documents and what messages say; a person with nothing left to keep loses the name
   * as well. The amounts in the ledger stay, without a name. Cannot be undone.
   */
  erase: procedure
    .input(z.object({ subject, reason: filledText(300) }))
    .output(z.object({ erased: z.array(z.string()), kept: z.array(z.string()) })),
  /** Social notes of files that were closed twelve months ago or more; they are deleted when the application starts. */
  expired: procedure.output(
    z.object({ socialNotes: z.number().int(), inventories: z.number().int(), oldestOn: plainDate.nullable() }),
  ),
  /** Deletes them now. */
  deleteExpired: procedure.output(z.object({ socialNotes: z.number().int(), inventories: z.number().int() })),
};
