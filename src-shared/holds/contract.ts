import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, filledText, id, moment, plainDate } from '../api/schemas.ts';
import { selection } from '../ledger/contract.ts';

export const holdKinds = [
  'doNotProcess',
  'dispute',
  'promise',
  'plan',
  'socialFile',
  'budgetManagement',
  'mediation',
  'debtSettlement',
  'bereavement',
  'other',
] as const;
export const holdKind = z.enum(holdKinds);
export type HoldKind = z.infer<typeof holdKind>;

export const holdScopes = ['school', 'household', 'payer', 'invoice'] as const;
export const holdScope = z.enum(holdScopes);
export type HoldScope = z.infer<typeof holdScope>;

/** As many as a selection of rows can stand for. */
const manyIds = z.array(id).min(1).max(1_000_000);

const why = z.object({
  kind: holdKind.default('doNotProcess'),
  reason: filledText(300),
  /** Today when left out; a day in the future holds from then. */
  fromDate: plainDate.optional(),
  /** Last day on which it holds; null: until lifted. A mediation without one gets the 45 days of the law, a plan 30. */
  untilDate: plainDate.nullable().default(null),
  reviewDate: plainDate.nullable().default(null),
  /** Left out: as the kind has it. */
  freezesCosts: z.boolean().optional(),
});

/** One hold with what it is about, for the list. */
export const holdRow = z.object({
  holdId: id,
  kind: holdKind,
  scope: holdScope,
  schoolId: id.nullable(),
  schoolName: z.string().nullable(),
  householdId: id.nullable(),
  householdName: z.string().nullable(),
  payerId: id.nullable(),
  payerName: z.string().nullable(),
  invoiceId: id.nullable(),
  invoiceNumber: z.string().nullable(),
  reason: z.string(),
  fromDate: z.string(),
  untilDate: z.string().nullable(),
  reviewDate: z.string().nullable(),
  freezesCosts: z.boolean(),
  /** Days until its last or review day, whichever comes first; negative: past; null: neither is set. */
  daysLeft: z.number().int().nullable(),
  /** What is open and kept out by it. */
  openCents: cents,
  author: z.string(),
  at: moment,
  liftedAt: moment.nullable(),
  liftedBy: z.string().nullable(),
});
export type HoldRow = z.infer<typeof holdRow>;

export const holdsContract = {
  /**
   * Leaves bills, payers, households or a whole school out of every reminder until the date (inclusive), or until lifted.
   * What the same kind holds already keeps its own reason and date. Undone by lifting the answered holds.
   */
  place: procedure
    .input(
      z.union([
        why.extend({ invoiceIds: manyIds }),
        why.extend({ selection }),
        why.extend({ householdId: id }),
        why.extend({ payerId: id }),
        why.extend({ schoolId: id }),
      ]),
    )
    .output(z.object({ holdIds: z.array(id), alreadyHeld: z.number().int() })),
  /** Another last day, review day or reason: the old hold is lifted and a new one stands in its place. */
  change: procedure
    .input(
      z.object({
        holdId: id,
        reason: filledText(300),
        untilDate: plainDate.nullable(),
        reviewDate: plainDate.nullable().default(null),
      }),
    )
    .output(z.object({ holdId: id })),
  /** Takes holds away; what was held and why stays in the dossier. Answers which were lifted. A selection lifts holds of its bills only. */
  lift: procedure
    .input(z.union([z.object({ holdIds: manyIds }), z.object({ selection })]))
    .output(z.object({ holdIds: z.array(id) })),
  /** Undoes a lift: holds again what these holds held, each with its own reason and date, unless it is over or held anew. */
  placeAgain: procedure.input(z.object({ holdIds: manyIds })).output(z.object({ holdIds: z.array(id) })),
  /** Those that hold or will hold, what ends first on top. */
  list: procedure
    .input(
      z
        .object({
          householdId: id.optional(),
          kind: holdKind.optional(),
          scope: holdScope.optional(),
          /** Also those that were lifted or ended. */
          withEnded: z.boolean().default(false),
          search: z.string().max(200).default(''),
          limit: z.number().int().min(1).max(10_000).default(1000),
        })
        .default({ withEnded: false, search: '', limit: 1000 }),
    )
    .output(z.array(holdRow)),
};
