import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { base64, cents, filledText, id, moment, plainDate } from '../api/schemas.ts';
import { limitation, limitationActKind } from '../law/contract.ts';

/** Something that happened to the clock of a bill, with its proof. */
export const keptAct = z.object({
  /** Null: a payment through the bank, which counts by itself. */
  limitationActId: id.nullable(),
  kind: limitationActKind,
  date: plainDate,
  payerName: z.string().nullable(),
  /** The proof. */
  documentId: id.nullable(),
  documentName: z.string().nullable(),
  entryId: id.nullable(),
  note: z.string(),
  counted: z.boolean(),
  /** Why it counted or not. */
  sentence: z.string(),
  author: z.string().nullable(),
  at: moment.nullable(),
});

export type KeptAct = z.infer<typeof keptAct>;

export const radarBands = ['limited', 'days30', 'days60', 'days90', 'days120'] as const;
export const radarBand = z.enum(radarBands);
export type RadarBand = z.infer<typeof radarBand>;

/** A bill whose clock runs out. */
export const radarRow = z.object({
  invoiceId: id,
  number: z.string(),
  schoolId: id,
  schoolName: z.string(),
  householdId: id,
  householdName: z.string(),
  pupilName: z.string(),
  issueDate: plainDate,
  dueDate: plainDate,
  openCents: cents,
  /** On the careful clock; negative: past. */
  safeDaysLeft: z.number().int(),
  safeLastDay: plainDate,
  daysLeft: z.number().int(),
  lastDay: plainDate,
  actBefore: plainDate,
  band: radarBand,
  isLimited: z.boolean(),
  /** Newest act that counted, in words; null: none. */
  lastAct: z.string().nullable(),
  /** What may lawfully be done next, in words, the gentlest first. */
  nextActs: z.array(
    z.object({
      code: z.enum(['talk', 'plan', 'acknowledgement', 'partPayment', 'lawyerLetter', 'summons', 'writeOff']),
      sentence: z.string(),
    }),
  ),
});
export type RadarRow = z.infer<typeof radarRow>;

export const limitationContract = {
  /** The clocks of one bill with every act and its proof. */
  invoice: procedure.input(z.object({ invoiceId: id })).output(
    limitation.omit({ acts: true }).extend({
      invoiceId: id,
      daysLeft: z.number().int(),
      safeDaysLeft: z.number().int(),
      isLimited: z.boolean(),
      acts: z.array(keptAct),
    }),
  ),
  /** Bills by the days left on the careful clock, the most urgent first; limited ones wait there for a decision. */
  radar: procedure
    .input(z.object({ schoolId: id.optional(), band: radarBand.optional(), householdId: id.optional() }).default({}))
    .output(
      z.object({
        rows: z.array(radarRow),
        counts: z.record(radarBand, z.number().int()),
        cents: z.record(radarBand, cents),
      }),
    ),
  /** Keeps an act with its proof: a document of the dossier, or a new file. One act may be about several bills of a household. */
  recordAct: procedure
    .input(
      z.object({
        invoiceIds: z.array(id).min(1).max(500),
        payerId: id.nullable().default(null),
        kind: limitationActKind,
        date: plainDate,
        note: z.string().trim().max(500).default(''),
        proof: z.union([z.object({ documentId: id }), z.object({ fileName: filledText(255), contentBase64: base64 })]),
      }),
    )
    .output(z.object({ limitationActIds: z.array(id) })),
  /** Takes an act back that was kept by mistake; it stays in the dossier. Undone with `restoreAct`. */
  withdrawAct: procedure.input(z.object({ limitationActId: id })).output(z.object({ limitationActId: id })),
  restoreAct: procedure.input(z.object({ limitationActId: id })).output(z.object({ limitationActId: id })),
};
