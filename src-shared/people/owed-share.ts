import { type Cents, toCents } from '../money/cents.ts';
import { splitByWeights } from '../money/split.ts';
import type { Liability } from './contract.ts';

/**
 * What each payer owes of one open invoice, in cents: a jointly liable payer the whole, payers with split liability
 * their share, exact to the cent (the split shares together are the open amount; a cent left over goes to the largest
 * remainder, then to the lowest payer id, whatever the order of the rows). A negative amount (a credit) is divided the
 * same way. The liabilities are those in force on the issue date of the invoice; give them once per payer. Nobody
 * liable: an empty map. Throws when the amount is no whole number of cents. Source: domain.md "Liability", scenario S-20.
 */
export function owedShares(openCents: number, liabilities: readonly Liability[]): ReadonlyMap<number, Cents> {
  const whole = toCents(openCents);
  const owed = new Map<number, Cents>();
  for (const { payerId, kind } of liabilities) if (kind === 'joint') owed.set(payerId, whole);
  const split = liabilities.filter(({ kind }) => kind === 'split').toSorted((a, b) => a.payerId - b.payerId);
  if (split.length === 0) return owed;
  const parts = splitByWeights(
    whole,
    split.map(({ shareBp }) => shareBp),
  );
  split.forEach(({ payerId }, index) => owed.set(payerId, parts[index] ?? toCents(0)));
  return owed;
}
