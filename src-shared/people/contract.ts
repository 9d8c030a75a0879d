import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import {
  base64,
  cents,
  channel,
  emailAddress,
  fileOut,
  filledText,
  id,
  language,
  moment,
  plainDate,
  stored,
} from '../api/schemas.ts';

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

/** Why parents owe together, or apart. */
export const liabilityBases = [
  'married',
  'legalCohabitants',
  'schoolRules',
  'agreement',
  'judgment',
  'equalShares',
] as const;
export const liabilityBasis = z.enum(liabilityBases);
export type LiabilityBasis = z.infer<typeof liabilityBasis>;

/** Who signed the school rules with the clause that all owe the whole, and when. */
export const rulesSignature = z.object({
  rulesSignatureId: id,
  schoolId: id,
  schoolName: z.string(),
  pupilId: id,
  pupilName: z.string(),
  payerId: id,
  payerName: z.string(),
  signedOn: plainDate,
  /** "Schoolreglement 2026-2027". */
  rules: z.string(),
  documentId: id.nullable(),
});
export type RulesSignature = z.infer<typeof rulesSignature>;

export const householdChangeKinds = ['merge', 'split', 'movePupil', 'separation', 'comeOfAge', 'leave'] as const;
export const householdChangeKind = z.enum(householdChangeKinds);
export type HouseholdChangeKind = z.infer<typeof householdChangeKind>;

/** A change of who belongs where or owes what, that can be taken back as long as nothing was built on it. */
export const householdChange = z.object({
  householdChangeId: id,
  kind: householdChangeKind,
  /** Dutch, without names. */
  sentence: z.string(),
  householdIds: z.array(id),
  onDate: plainDate,
  author: z.string(),
  at: moment,
  undoneAt: moment.nullable(),
  /** Null when it can be undone, else the Dutch reason why not. */
  undoBlockedBy: z.string().nullable(),
});
export type HouseholdChange = z.infer<typeof householdChange>;

/** What changes for one pupil when parents separate: who owes from the day on, and why. */
export const separationPupil = z.object({
  pupilId: id,
  liabilities: z.array(liability).min(1).max(10),
  basis: liabilityBasis,
});

const separationInput = z.object({
  householdId: id,
  separatedOn: plainDate,
  pupils: z.array(separationPupil).min(1).max(50),
  /** True: bills from before stay as they were (joint stays joint); false: the new shares count for what is open too. */
  keepsOldBills: z.boolean().default(true),
  documentId: id.nullable().default(null),
  note: z.string().trim().max(500).default(''),
});

/** What every payer owes of every open bill before and after. */
export const separationEffect = z.object({
  invoiceId: id,
  number: z.string(),
  pupilName: z.string(),
  issueDate: plainDate,
  openCents: cents,
  before: z.array(z.object({ payerId: id, payerName: z.string(), owedCents: cents })),
  after: z.array(z.object({ payerId: id, payerName: z.string(), owedCents: cents })),
});

/** `people.claimable`: one claim, who owes it and what was paid. */
const claimableQuestion = z.object({
  totalCents: cents.min(0),
  debtors: z
    .array(
      z.object({
        payerId: id,
        /** Joint: the whole; split: a share in basis points (left out: equal parts). */
        kind: liabilityKind,
        shareBp: z.number().int().min(0).max(10_000).optional(),
        /** In a collective settlement: nothing can be asked. */
        isFrozen: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(50),
  payments: z
    .array(z.object({ payerId: id.nullable(), amountCents: cents.min(0) }))
    .max(500)
    .default([]),
});

export const leaver = z.object({
  pupilId: id,
  pupilName: z.string(),
  schoolId: id,
  schoolName: z.string(),
  householdId: id,
  householdName: z.string(),
  leftOn: plainDate,
  openCents: cents,
  creditCents: cents,
  /** Other pupils of the household at a school of the board. */
  siblings: z.number().int(),
  settledOn: plainDate.nullable(),
});
export type Leaver = z.infer<typeof leaver>;

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
  /** What-if: liability and payments in, what can be asked of each payer out; the rest of what came in is credit (law.md 3). */
  claimable: procedure.input(claimableQuestion).output(
    z.object({
      owed: z.array(z.object({ payerId: id, owedCents: cents })),
      openCents: cents,
      creditCents: cents,
    }),
  ),
  /** What a separation would change, to the cent; nothing is stored. */
  previewSeparation: procedure.input(separationInput).output(
    z.object({
      effects: z.array(separationEffect),
      /** Dutch: what does not fit (a clause that one parent did not sign, shares without a judgment). */
      warnings: z.array(z.string()),
    }),
  ),
  /** Keeps it: from the day on the new liabilities count. Both parents stay in the household, each with letters of their own. */
  separate: procedure.input(separationInput).output(householdChange),
  rulesSignatures: procedure.input(z.object({ householdId: id })).output(z.array(rulesSignature)),
  saveRulesSignature: procedure
    .input(
      z.object({
        pupilIds: z.array(id).min(1).max(50),
        payerId: id,
        signedOn: plainDate,
        rules: filledText(120),
        proof: z
          .union([z.object({ documentId: id }), z.object({ fileName: filledText(255), contentBase64: base64 })])
          .nullable()
          .default(null),
      }),
    )
    .output(z.array(rulesSignature)),
  removeRulesSignature: procedure.input(z.object({ rulesSignatureId: id })).output(z.object({ rulesSignatureId: id })),
  /** Pupils who are of age, or will be within 60 days, and still owe through their parents. */
  comingOfAge: procedure.input(z.object({ schoolId: id.optional() }).default({})).output(
    z.array(
      z.object({
        pupilId: id,
        pupilName: z.string(),
        householdId: id,
        schoolName: z.string(),
        ofAgeOn: plainDate,
        payerId: id.nullable(),
      }),
    ),
  ),
  /**
   * The pupil is of age and pays from the day on, alone or together with the parents; older bills stay as they were. Parents go on
   * owing until the training ends (art. 203), so leaving them out is a choice that has to be made.
   */
  comeOfAge: procedure
    .input(
      z.object({ pupilId: id, fromDate: plainDate, details: payerDetails, parentsStay: z.boolean().default(true) }),
    )
    .output(householdChange),
  /** Changes of a household, the newest first. */
  changes: procedure.input(z.object({ householdId: id })).output(z.array(householdChange)),
  undoChange: procedure.input(z.object({ householdChangeId: id })).output(householdChange),
  /** Pupils who left, with what is open or to be given back. */
  leavers: procedure
    .input(
      z.object({ schoolId: id.optional(), withSettled: z.boolean().default(false) }).default({ withSettled: false }),
    )
    .output(z.array(leaver)),
  /** The day on which the pupil left; null: still there. */
  setLeft: procedure.input(z.object({ pupilId: id, leftOn: plainDate.nullable() })).output(z.object({ pupilId: id })),
  /** The last statement of a pupil: every bill and payment, what is left, what is given back. One for each payer. */
  finalStatement: procedure.input(z.object({ pupilId: id, payerId: id })).output(fileOut),
  /** Nothing is left to do for a pupil who left; refused while something is open. */
  markSettled: procedure.input(z.object({ pupilId: id, settled: z.boolean() })).output(z.object({ pupilId: id })),
};
