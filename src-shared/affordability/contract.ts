import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, filledText, id, moment, plainDate } from '../api/schemas.ts';

export const frequencies = ['week', 'fourWeeks', 'month', 'twoMonths', 'quarter', 'halfYear', 'year'] as const;
export const frequency = z.enum(frequencies);
export type Frequency = z.infer<typeof frequency>;

/** Income, what cannot be put off, what can, and debts that are being paid off. */
export const lineKinds = ['income', 'fixed', 'living', 'debt'] as const;
export const lineKind = z.enum(lineKinds);
export type LineKind = z.infer<typeof lineKind>;

export const inventoryLine = z.object({
  kind: lineKind,
  /** Key of a category (`rent`, `childBenefit`), or what a person typed. */
  category: filledText(80),
  amountCents: cents.min(0).max(100_000_000),
  every: frequency.default('month'),
  note: z.string().trim().max(200).default(''),
});
export type InventoryLine = z.infer<typeof inventoryLine>;

/** Who lives on it: adults, and children by age, for the reference budgets. */
export const composition = z.object({
  adults: z.number().int().min(1).max(10),
  /** Age of each child. */
  childAges: z.array(z.number().int().min(0).max(30)).max(20),
});
export type Composition = z.infer<typeof composition>;

const inventoryInput = z.object({
  composition,
  lines: z.array(inventoryLine).max(100),
  /** Part of what is left that is asked, in basis points: 5000 leaves half for what nobody foresees. */
  partBp: z.number().int().min(0).max(10_000).default(5000),
});
export type InventoryInput = z.infer<typeof inventoryInput>;

/** What is feasible each month, with how it was reckoned. Cents per month. */
export const feasible = z.object({
  incomeCents: cents,
  fixedCents: cents,
  /** The higher of what was declared and the reference budget, where one is known. */
  livingCents: cents,
  referenceCents: cents.nullable(),
  debtCents: cents,
  leftCents: cents,
  /** Never below zero, rounded down to whole euros. */
  feasibleCents: cents,
  /** Dutch, in order: what was added, taken off, and why. */
  reasoning: z.array(z.string()),
  /** Dutch: what is unknown and makes the amount careful. */
  doubts: z.array(z.string()),
});
export type Feasible = z.infer<typeof feasible>;

export const inventory = inventoryInput.extend({
  inventoryId: id,
  householdId: id,
  onDate: plainDate,
  consentOn: plainDate,
  /** After this day it is deleted. */
  expiresOn: plainDate,
  result: feasible,
  author: z.string(),
  at: moment,
});
export type Inventory = z.infer<typeof inventory>;

/** One amount of the reference budgets, per month; null: unknown, and then what was declared counts. */
export const referenceBudget = z.object({
  key: z.string(),
  label: z.string(),
  amountCents: cents.nullable(),
  source: z.string(),
  /** False: as it came with Openstaand. */
  isOwn: z.boolean(),
});
export type ReferenceBudget = z.infer<typeof referenceBudget>;

export const affordabilityContract = {
  /** What-if, nothing is stored: weeks, quarters and years turned into months, and what can be asked without harm. */
  feasible: procedure.input(inventoryInput).output(feasible),
  /** Names of the categories, for the form. */
  categories: procedure.output(z.array(z.object({ kind: lineKind, category: z.string(), label: z.string() }))),
  /** The newest of a household that is still kept; null: none. */
  inventory: procedure.input(z.object({ householdId: id })).output(inventory.nullable()),
  /** Kept only with consent, until the expiry date (at most a year). */
  save: procedure
    .input(inventoryInput.extend({ householdId: id, onDate: plainDate, consentOn: plainDate, expiresOn: plainDate }))
    .output(inventory),
  /** The consent was taken back: the amounts are gone for good. */
  remove: procedure.input(z.object({ inventoryId: id })).output(z.object({ inventoryId: id })),
  referenceBudgets: procedure.output(z.array(referenceBudget)),
  saveReferenceBudget: procedure
    .input(
      z.object({ key: filledText(60), amountCents: cents.min(0).max(10_000_000).nullable(), source: filledText(200) }),
    )
    .output(z.array(referenceBudget)),
};
