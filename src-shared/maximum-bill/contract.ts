import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, fileOut, filledText, id, plainDate, positiveCents } from '../api/schemas.ts';

export const capKinds = ['none', 'sharp', 'multiDay'] as const;
/** `sharp`: day trips, theatre, sport … per school year; `multiDay`: trips of several days, over the whole primary career. */
export const capKind = z.enum(capKinds);
export type CapKind = z.infer<typeof capKind>;

export const levels = ['nursery', 'primary'] as const;
/** Kleuter or lager. */
export const level = z.enum(levels);
export type Level = z.infer<typeof level>;

const schoolYear = z
  .string()
  .max(9)
  .regex(/^\d{4}-\d{4}$/, 'Geen geldig schooljaar (jjjj-jjjj).');

/** What the law says for one amount: what may be asked, and what is too much. */
export const capResult = z.object({
  cap: capKind,
  schoolYear: z.string(),
  capCents: cents.nullable(),
  billedCents: cents,
  claimableCents: cents.nullable(),
  /** What may not be asked. */
  excessCents: cents.nullable(),
  source: z.string(),
  /** Dutch: which amount is unknown and where to fill it in; null: it was reckoned. */
  blockedBy: z.string().nullable(),
});
export type CapResult = z.infer<typeof capResult>;

/** `law.maximumBill`: amounts in, what may be asked out. */
export const maximumBillQuestion = z.object({
  level,
  schoolYear,
  /** Billed in the year, each in a category that counts for the sharp cap. */
  sharpCents: z.array(cents).max(1000).default([]),
  /** Trips of several days with the school year in which they were, over the whole primary career. */
  multiDay: z
    .array(z.object({ schoolYear, amountCents: cents }))
    .max(200)
    .default([]),
});
export const maximumBillAnswer = z.object({ sharp: capResult, multiDay: z.array(capResult) });

export const costCategory = z.object({ costCategoryId: id, name: z.string(), cap: capKind, isRemoved: z.boolean() });
export type CostCategory = z.infer<typeof costCategory>;

export const invoiceLine = z.object({
  invoiceLineId: id,
  description: z.string(),
  costCategoryId: id.nullable(),
  costCategory: z.string().nullable(),
  amountCents: cents,
});
export type InvoiceLine = z.infer<typeof invoiceLine>;

/** One pupil, year and cap: what was billed, what may be asked, and what has to be credited. */
export const maximumBillRow = capResult.extend({
  pupilId: id,
  pupilName: z.string(),
  className: z.string(),
  schoolId: id,
  schoolName: z.string(),
  householdId: id,
  level: level.nullable(),
  /** Billed before at another school, for the multi-day cap. */
  elsewhereCents: cents,
  /** Credited for this before. */
  creditedCents: cents,
  /** The bills it is taken off, the newest first, never more than is billed on it. */
  proposal: z.array(z.object({ invoiceId: id, number: z.string(), amountCents: cents })),
});
export type MaximumBillRow = z.infer<typeof maximumBillRow>;

export const maximumBillContract = {
  categories: procedure.output(z.array(costCategory)),
  saveCategory: procedure
    .input(
      z.object({
        costCategoryId: id.nullable().default(null),
        name: filledText(80),
        cap: capKind,
        isRemoved: z.boolean().default(false),
      }),
    )
    .output(costCategory),
  /** The category of a billing group counts for every bill of it that has no lines of its own. */
  billingGroups: procedure
    .input(z.object({ schoolId: id }))
    .output(z.array(z.object({ billingGroupId: id, name: z.string(), costCategoryId: id.nullable() }))),
  setBillingGroup: procedure
    .input(z.object({ billingGroupId: id, costCategoryId: id.nullable() }))
    .output(z.object({ billingGroupId: id })),
  lines: procedure.input(z.object({ invoiceId: id })).output(z.array(invoiceLine)),
  /** What is on a bill, each part in its category; together they are what was charged. */
  saveLines: procedure
    .input(
      z.object({
        invoiceId: id,
        lines: z
          .array(z.object({ description: filledText(200), costCategoryId: id.nullable(), amountCents: cents }))
          .max(100),
      }),
    )
    .output(z.array(invoiceLine)),
  /** Kleuter or lager in a school year, where the class does not tell. */
  setLevel: procedure
    .input(z.object({ pupilId: id, schoolYear, level: level.nullable() }))
    .output(z.object({ pupilId: id })),
  /** Paid for trips of several days at a school before, as the parent or that school says. */
  setElsewhere: procedure
    .input(z.object({ pupilId: id, schoolYear, amountCents: cents.min(0).max(10_000_000), source: filledText(200) }))
    .output(z.object({ pupilId: id })),
  /** Every pupil of primary schools with something that counts; the excess first, then what cannot be reckoned. */
  list: procedure
    .input(
      z.object({ schoolYear, schoolId: id.optional(), pupilId: id.optional(), onlyExcess: z.boolean().default(false) }),
    )
    .output(
      z.object({
        rows: z.array(maximumBillRow),
        excessCents: cents,
        blocked: z.number().int(),
        /** Dutch: what is unknown in the tables or of the pupils. */
        doubts: z.array(z.string()),
      }),
    ),
  /** Credits what is too much, as it is proposed now; what was paid of it becomes a credit of the family. */
  credit: procedure
    .input(z.object({ pupilIds: z.array(id).min(1).max(5000), schoolYear }))
    .output(z.object({ entries: z.array(id), creditedCents: cents, skipped: z.array(z.string()) })),
  /** What-if when billing: what of an amount may still be asked of a pupil. */
  room: procedure
    .input(
      z.object({ pupilId: id, schoolYear, cap: capKind, amountCents: positiveCents, onDate: plainDate.optional() }),
    )
    .output(capResult.extend({ roomCents: cents.nullable() })),
  listFile: procedure
    .input(z.object({ schoolYear, schoolId: id.optional(), format: z.enum(['pdf', 'csv']) }))
    .output(fileOut),
};
