import type { Composition, ReferenceBudget } from './contract.ts';

/** What a household of this composition needs to live on, as far as the table knows. */
export type Reference = {
  /** Per month; null: an amount it takes is blank, and half a reference is none. */
  readonly cents: number | null;
  /** Dutch names of the blank amounts. */
  readonly missing: readonly string[];
};

const childGroups = [
  { from: 18, key: 'child18' },
  { from: 12, key: 'child12' },
  { from: 6, key: 'child6' },
  { from: 0, key: 'child0' },
] as const;

/** The keys of the table that a household takes, one for each person. */
export function referenceKeys({ adults, childAges }: Composition): string[] {
  return [
    'firstAdult',
    ...Array.from({ length: adults - 1 }, () => 'nextAdult'),
    ...childAges.map((age) => childGroups.find(({ from }) => age >= from)?.key ?? 'child0'),
  ];
}

/** Adds up the reference budgets of everybody in the household; one blank amount makes the whole unknown, never smaller. */
export function referenceOf(
  composition: Composition,
  budgets: readonly Pick<ReferenceBudget, 'key' | 'label' | 'amountCents'>[],
): Reference {
  const byKey = new Map(budgets.map((budget) => [budget.key, budget]));
  let cents = 0;
  const missing = new Set<string>();
  for (const key of referenceKeys(composition)) {
    const budget = byKey.get(key);
    if (budget?.amountCents === undefined || budget.amountCents === null) missing.add(budget?.label ?? key);
    else cents += budget.amountCents;
  }
  return { cents: missing.size > 0 ? null : cents, missing: [...missing] };
}
