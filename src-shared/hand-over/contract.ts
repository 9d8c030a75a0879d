import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, emailAddress, fileOut, filledText, id, moment, plainDate } from '../api/schemas.ts';

export const partnerKinds = ['lawyer', 'bailiff', 'collector'] as const;
export const partnerKind = z.enum(partnerKinds);
export type PartnerKind = z.infer<typeof partnerKind>;

/** Who collects for the school. */
export const collectionPartner = z.object({
  partnerId: id,
  name: z.string(),
  kind: partnerKind,
  /** Of a collector: the number under which the FPS Economy registered it. */
  registrationNumber: z.string().nullable(),
  /** Day of the processing agreement (GDPR). */
  agreementOn: plainDate.nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  /** Why nothing can be handed to it, in Dutch; empty: it can. */
  problems: z.array(z.string()),
});
export type CollectionPartner = z.infer<typeof collectionPartner>;

/** One condition of the gate, met or not, each with its sentence. */
export const gateCheck = z.object({
  code: z.enum([
    'firstReminder',
    'termElapsed',
    'noHold',
    'notLimited',
    'partner',
    'agreement',
    'costsWithinCaps',
    'nothingPending',
    'somethingDue',
  ]),
  met: z.boolean(),
  sentence: z.string(),
  invoiceIds: z.array(id),
});
export type GateCheck = z.infer<typeof gateCheck>;

export const handOver = z.object({
  handOverId: id,
  schoolId: id,
  schoolName: z.string(),
  householdId: id,
  householdName: z.string(),
  payerId: id,
  payerName: z.string(),
  partnerName: z.string(),
  partnerKind,
  reference: z.string(),
  handedOn: plainDate,
  totalCents: cents,
  openCents: cents,
  invoices: z.number().int(),
  takenBackOn: plainDate.nullable(),
  takeBackReason: z.string(),
  author: z.string(),
  at: moment,
});
export type HandOver = z.infer<typeof handOver>;

const whose = z.object({ payerId: id, schoolId: id, partnerId: id.nullable().default(null) });

export const handOverContract = {
  partners: procedure.output(z.array(collectionPartner)),
  savePartner: procedure
    .input(
      z.object({
        partnerId: id.nullable(),
        name: filledText(120),
        kind: partnerKind,
        registrationNumber: z.string().trim().max(60).nullable().default(null),
        agreementOn: plainDate.nullable().default(null),
        email: emailAddress.nullable().default(null),
        phone: z.string().trim().max(40).nullable().default(null),
        street: z.string().trim().max(200).default(''),
        postalCode: z.string().trim().max(10).default(''),
        city: z.string().trim().max(100).default(''),
      }),
    )
    .output(collectionPartner),
  removePartner: procedure.input(z.object({ partnerId: id })).output(z.object({ partnerId: id })),
  /** Whether a payer's bills of one school may be handed over, condition by condition, and which bills. */
  gate: procedure.input(whose).output(
    z.object({
      allowed: z.boolean(),
      checks: z.array(gateCheck),
      invoices: z.array(
        z.object({
          invoiceId: id,
          number: z.string(),
          dueDate: plainDate,
          cents,
          included: z.boolean(),
          sentence: z.string(),
        }),
      ),
      totalCents: cents,
    }),
  ),
  /** The bundle as it would be handed over; nothing is stored. */
  previewBundle: procedure.input(whose.extend({ partnerId: id })).output(z.object({ pdf: fileOut, csv: fileOut })),
  /**
   * Hands over: one PDF and one CSV are kept as they are, the payer's reminders stop, and what there is to send goes to the
   * partner. REFUSED with the first condition that is not met. The same bills twice: CONFLICT.
   */
  make: procedure
    .input(
      whose.extend({
        partnerId: id,
        reference: z.string().trim().max(100).default(''),
        handedOn: plainDate.optional(),
      }),
    )
    .output(handOver),
  list: procedure
    .input(
      z
        .object({ householdId: id.optional(), withTakenBack: z.boolean().default(true) })
        .default({ withTakenBack: true }),
    )
    .output(z.array(handOver)),
  bundle: procedure.input(z.object({ handOverId: id })).output(z.object({ pdf: fileOut, csv: fileOut })),
  setReference: procedure.input(z.object({ handOverId: id, reference: filledText(100) })).output(handOver),
  /** Takes a file back: reminders can go on, letters go to the payer again. */
  takeBack: procedure.input(z.object({ handOverId: id, reason: filledText(300) })).output(handOver),
};
