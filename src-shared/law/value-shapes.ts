import { z } from 'zod';
import { filledText } from '../api/schemas.ts';
import type { LawName } from './contract.ts';

/** Per year, in percent with at most two decimals. */
const percent = z
  .number()
  .min(0)
  .max(100)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, 'Hoogstens twee cijfers na de komma.');

const amount = z.number().int().min(0).max(100_000_000);

/** One slice: above an amount due, a fixed part and a part of what is above. */
const lumpSumSlice = z.object({
  aboveCents: amount,
  baseCents: amount,
  basisPoints: z.number().int().min(0).max(10_000),
});

const lumpSumSlices = z.object({
  slices: z
    .array(lumpSumSlice)
    .min(1)
    .max(20)
    .refine(
      (slices) =>
        slices.every((slice, index) => index === 0 || slice.aboveCents > (slices[index - 1]?.aboveCents ?? 0)),
      'De schijven staan niet van klein naar groot.',
    )
    .refine((slices) => slices[0]?.aboveCents === 0, 'De eerste schijf begint bij nul.'),
  maximumCents: amount,
});
export type LumpSumSlices = z.infer<typeof lumpSumSlices>;

/** What a value of each table looks like; what does not fit is refused when it is saved, and is unknown when it is read. */
export const lawValueShapes = {
  civilInterest: percent,
  interestCeiling: percent,
  lumpSumCap: lumpSumSlices,
  reminderCostCap: amount,
  postage: amount,
  // The law says "at least", and printed terms count on it: law.md 1.3.
  reminderTermDays: z.number().int().min(14, 'De wet geeft minstens 14 dagen.').max(365),
  limitationYears: z.number().int().min(1).max(30),
  mediationDays: z.number().int().min(1).max(365),
  schoolHoliday: filledText(80),
  maximumBillNursery: amount,
  maximumBillPrimary: amount,
  maximumBillMultiDay: amount,
} as const satisfies Record<LawName, z.ZodType>;

export type LawValueOf<Name extends LawName> = z.output<(typeof lawValueShapes)[Name]>;
