import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { base64, emailAddress, fileOut, filledText, id, language, moment, plainDate } from '../api/schemas.ts';

export const referralPartnerKinds = ['ocmw', 'homeVisits', 'mediator', 'foundation', 'association', 'other'] as const;
export const referralPartnerKind = z.enum(referralPartnerKinds);
export type ReferralPartnerKind = z.infer<typeof referralPartnerKind>;

export const referralPartner = z.object({
  referralPartnerId: id,
  name: z.string(),
  kind: referralPartnerKind,
  /** Dutch: what they do, in the words for a parent. */
  offers: z.string(),
  /** Dutch: what they need to know or see. */
  needs: z.string(),
  contactName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  address: z.string().nullable(),
  /** False: an example that came with Openstaand, to fill in. */
  isOwn: z.boolean(),
  /** Taken off the list; who was sent there stays in the dossiers. */
  isRemoved: z.boolean(),
});
export type ReferralPartner = z.infer<typeof referralPartner>;

const line = (max: number) => z.string().trim().max(max).nullable().default(null);
export const referralPartnerDetails = z.object({
  name: filledText(120),
  kind: referralPartnerKind,
  offers: z.string().trim().max(600).default(''),
  needs: z.string().trim().max(600).default(''),
  contactName: line(120),
  phone: line(40),
  email: emailAddress.nullable().default(null),
  website: line(200),
  address: line(300),
});
export type ReferralPartnerDetails = z.infer<typeof referralPartnerDetails>;

export const referralOutcomes = ['helped', 'notHelped', 'notReached', 'withdrawn'] as const;
export const referralOutcome = z.enum(referralOutcomes);

export const referral = z.object({
  referralId: id,
  householdId: id,
  householdName: z.string(),
  payerId: id,
  payerName: z.string(),
  referralPartnerId: id,
  partnerName: z.string(),
  /** Given on a printable page: the parent goes there; `shared`: with written permission we sent what is listed. */
  permissionOn: plainDate.nullable(),
  permissionDocumentId: id.nullable(),
  /** The parent took it back, or it is older than six months. */
  permissionEnded: z.boolean(),
  /** What was given, in words; empty: nothing left the house. */
  shared: z.array(z.string()),
  sharedOn: plainDate.nullable(),
  followUpOn: plainDate,
  outcome: referralOutcome.nullable(),
  outcomeNote: z.string(),
  closedOn: plainDate.nullable(),
  author: z.string(),
  at: moment,
});
export type Referral = z.infer<typeof referral>;

/** What may be given with permission. */
export const shareable = z.enum(['name', 'phone', 'email', 'address', 'openAmount', 'plan']);
export type Shareable = z.infer<typeof shareable>;

export const referralsContract = {
  partners: procedure
    .input(z.object({ withRemoved: z.boolean().default(false) }).default({ withRemoved: false }))
    .output(z.array(referralPartner)),
  savePartner: procedure
    .input(z.object({ referralPartnerId: id.nullable().default(null), details: referralPartnerDetails }))
    .output(referralPartner),
  /** Undone with `restorePartner`. */
  removePartner: procedure.input(z.object({ referralPartnerId: id })).output(referralPartner),
  restorePartner: procedure.input(z.object({ referralPartnerId: id })).output(referralPartner),
  list: procedure
    .input(
      z
        .object({ schoolId: id.optional(), householdId: id.optional(), withClosed: z.boolean().default(false) })
        .default({ withClosed: false }),
    )
    .output(z.array(referral)),
  /** Tells a parent where help is; nothing about the family leaves the house. */
  open: procedure.input(z.object({ payerId: id, referralPartnerId: id, followUpOn: plainDate })).output(referral),
  /** A page for the parent in their language: who can help, with what, and what to bring; no amounts, no name of a child. */
  page: procedure
    .input(z.object({ referralPartnerIds: z.array(id).min(1).max(20), schoolId: id, language: language.default('nl') }))
    .output(fileOut),
  /** The form on which the parent gives permission: to whom, what, why, until when. */
  permissionForm: procedure
    .input(z.object({ referralId: id, what: z.array(shareable).min(1).max(10) }))
    .output(fileOut),
  /** The signed permission, as a document of the dossier or a new file. */
  recordPermission: procedure
    .input(
      z.object({
        referralId: id,
        permissionOn: plainDate,
        what: z.array(shareable).min(1).max(10),
        proof: z.union([z.object({ documentId: id }), z.object({ fileName: filledText(255), contentBase64: base64 })]),
      }),
    )
    .output(referral),
  /** What the permission covers, as a file for the partner; refused without it. Keeps that and when it was given. */
  share: procedure.input(z.object({ referralId: id })).output(fileOut),
  /** The parent takes the permission back: from now nothing is given any more. */
  withdrawPermission: procedure.input(z.object({ referralId: id })).output(referral),
  /** With an outcome it is closed; undone with `reopen`. */
  followUp: procedure
    .input(
      z.object({
        referralId: id,
        /** Null: look again on the day. */
        outcome: referralOutcome.nullable(),
        note: z.string().trim().max(500).default(''),
        followUpOn: plainDate.nullable().default(null),
      }),
    )
    .output(referral),
  /** Closed by mistake: it runs again, to be asked about on the day that stood there; the note stays. */
  reopen: procedure.input(z.object({ referralId: id })).output(referral),
};
