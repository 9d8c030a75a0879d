import type { PlainDate } from '../calendar/plain-date.ts';

/** What is known of one household that may ask for care. What was not looked up or does not hold is null or empty. */
export type HouseholdFacts = {
  readonly householdId: number;
  readonly householdName: string;
  /** Where something is open: signals can be switched off per school. */
  readonly schoolIds: readonly number[];
  /** Past due: how much, how many bills, and since when. */
  readonly overdueCents: number;
  readonly overdueBills: number;
  readonly oldestDueDate: PlainDate | null;
  /** First names of the children with a bill past due. */
  readonly children: readonly string[];
  /** Bills of before that were all paid on time; null: one was not, or nobody looked. */
  readonly onTime: { readonly bills: number; readonly since: PlainDate } | null;
  /** Billed in the last twelve months, and what of it is open. */
  readonly year: { readonly from: PlainDate; readonly billedCents: number; readonly openCents: number } | null;
  /** A plan that was broken, with the notes before that tell of less income. */
  readonly brokenPlan: {
    readonly brokenOn: PlainDate | null;
    readonly notes: readonly { readonly on: PlainDate; readonly word: string }[];
  } | null;
  readonly bodies: readonly { readonly name: string; readonly payerName: string }[];
  /** First names of the children of whom a parent told that they get a school allowance. */
  readonly allowance: readonly string[];
};
