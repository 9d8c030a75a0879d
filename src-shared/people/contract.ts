import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { channel, emailAddress, filledText, id, language, stored } from '../api/schemas.ts';

export const relation = z.enum(['mother', 'father', 'parent', 'guardian', 'self', 'other']);
export type Relation = z.infer<typeof relation>;
export const liabilityKind = z.enum(['joint', 'split']);
export type LiabilityKind = z.infer<typeof liabilityKind>;

const email = emailAddress.nullable();
const phone = z.string().trim().max(40).nullable();
const address = {
  street: z.string().trim().max(160),
  postalCode: z.string().trim().max(12),
  city: z.string().trim().max(80),
  country: z.string().trim().length(2),
};

export const payerDetails = z.object({
  relation,
  firstName: z.string().trim().max(80),
  lastName: filledText(120),
  language,
  salutation: z.enum(['madam', 'sir', 'neutral']),
  email,
  phone,
  /** What the payer prefers; a letter goes when there is no e-mail address that works. */
  channel,
  ...address,
  thirdPartyPayerId: id.nullable(),
});
export type PayerDetails = z.infer<typeof payerDetails>;

export const thirdPartyPayerDetails = z.object({
  name: filledText(120),
  contactName: z.string().trim().max(120).nullable(),
  language,
  email,
  phone,
  channel,
  ...address,
  iban: z.string().trim().max(40).nullable(),
});
export const thirdPartyPayer = stored(thirdPartyPayerDetails).extend({ id });
export type ThirdPartyPayer = z.infer<typeof thirdPartyPayer>;

export const liability = z.object({
  payerId: id,
  kind: liabilityKind,
  /** Basis points; for split liability the shares of one pupil add up to 10000. */
  shareBp: z.number().int().min(0).max(10_000),
});
export type Liability = z.infer<typeof liability>;

const householdRef = z.object({ householdId: id });

export const peopleContract = {
  renameHousehold: procedure.input(z.object({ householdId: id, name: filledText(160) })).output(householdRef),
  /** Adds a payer, jointly liable for every pupil of the household; with a share of 0 % where the others owe shares. */
  addPayer: procedure.input(z.object({ householdId: id, details: payerDetails })).output(z.object({ payerId: id })),
  updatePayer: procedure.input(z.object({ payerId: id, details: payerDetails })).output(z.object({ payerId: id })),
  /** Removes a payer from the household; refused when nobody would owe for one of the pupils. */
  removePayer: procedure.input(z.object({ payerId: id })).output(householdRef),
  /** The e-mail address came back; letters go out until a new address is filled in. */
  markEmailBounced: procedure.input(z.object({ payerId: id, bounced: z.boolean() })).output(z.object({ payerId: id })),
  /** Corrects who owes for a pupil, from the beginning and for what is open already. Split shares must add up to 100 %. */
  setLiabilities: procedure
    .input(z.object({ pupilId: id, liabilities: z.array(liability).min(1).max(50) }))
    .output(householdRef),
  /** The payers of that household owe for the pupil from then on; one without payers gets the pupil's own. */
  movePupil: procedure.input(z.object({ pupilId: id, householdId: id })).output(householdRef),
  /** Moves every pupil, payer, note and document to the other household; the empty one remains as a signpost. */
  mergeHouseholds: procedure.input(z.object({ fromHouseholdId: id, intoHouseholdId: id })).output(householdRef),
  /** Puts some pupils and payers in a household of their own. */
  splitHousehold: procedure
    .input(
      z.object({
        householdId: id,
        pupilIds: z.array(id).max(100),
        payerIds: z.array(id).max(100),
        name: filledText(160),
      }),
    )
    .output(householdRef),
  thirdPartyPayers: procedure.output(z.array(thirdPartyPayer)),
  saveThirdPartyPayer: procedure
    .input(z.object({ thirdPartyPayerId: id.nullable(), details: thirdPartyPayerDetails }))
    .output(thirdPartyPayer),
};
